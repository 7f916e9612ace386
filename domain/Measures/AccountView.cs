namespace Plumbline.Domain.Measures;

/// <summary>The snapshot as one account sees it, on the day judged.</summary>
public sealed class AccountView
{
}

using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>Reads accounts.csv and no other source, as it stands.</summary>
public delegate Task<Snapshot> ReadAccounts(LocalDate today, CancellationToken cancellationToken);

using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Runs;

/// <summary>Reads the sources as they stand, knowing the day judged.</summary>
public delegate Snapshot SourceFolder(LocalDate today, CancellationToken cancellationToken);

using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Sources;

/// <summary>Reads the sources as they stand, knowing the day judged.</summary>
public delegate Task<Snapshot> ReadSources(LocalDate today, CancellationToken cancellationToken);

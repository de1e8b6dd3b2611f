package cotejo.chart;

import cotejo.analysis.Curve;

/// A band around a line: what lies between its edges is tinted. Both edges have the same points, and gaps at the same
/// ones.
public record BandSpec(Curve lower, Curve upper) {
}

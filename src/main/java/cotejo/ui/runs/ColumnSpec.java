package cotejo.ui.runs;

import cotejo.model.MetricStat;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;

/// A column that was chosen for the table.
///
/// @param look   whether it shows a value or, for a metric, its curve
/// @param width  in pixels; 0 for the width that its kind has by default
/// @param place  whether it scrolls or stays beside the names
record ColumnSpec(ColumnRef ref, Look look, double width, Place place) {

    enum Look {
        VALUE,
        CURVE
    }

    enum Place {
        SCROLLED,
        PINNED
    }

    static final double LEAST = 48;
    static final double MOST = 800;

    static ColumnSpec of(ColumnRef ref) {
        return new ColumnSpec(ref, Look.VALUE, 0, Place.SCROLLED);
    }

    static ColumnSpec curve(String metric) {
        return new ColumnSpec(ColumnRef.metric(metric), Look.CURVE, 0, Place.SCROLLED);
    }

    ColumnSpec withWidth(double wanted) {
        return new ColumnSpec(ref, look, Math.max(LEAST, Math.min(MOST, wanted)), place);
    }

    ColumnSpec withPlace(Place wanted) {
        return new ColumnSpec(ref, look, width, wanted);
    }

    boolean pinned() {
        return place == Place.PINNED;
    }

    /// Whether it is the same column, wherever it stands and however wide it is.
    boolean shows(ColumnSpec other) {
        return look == other.look && ref.equals(other.ref);
    }

    /// The width it is given: the chosen one, or its kind's.
    double givenWidth() {
        if (width > 0) {
            return width;
        }
        return switch (ref) {
            case ColumnRef.Metric m when look == Look.CURVE -> 120;
            case ColumnRef.Metric m when m.stat() == MetricStat.COUNT -> 72;
            case ColumnRef.Metric _, ColumnRef.MetricAt _ -> 104;
            case ColumnRef.Param _ -> 112;
            case ColumnRef.Tag _ -> 120;
            case ColumnRef.Attribute a -> ofAttribute(a.attribute());
        };
    }

    private static double ofAttribute(RunAttribute attribute) {
        return switch (attribute) {
            case START, END -> 116;
            case DURATION, USER -> 96;
            case STATUS -> 104;
            case STARRED, HIDDEN, LIFECYCLE -> 72;
            case RUN_ID, ARTIFACT_URI, NOTE -> 200;
            case RUN_NAME, EXPERIMENT, EXPERIMENT_ID, PARENT -> 160;
        };
    }
}

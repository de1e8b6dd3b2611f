package cotejo.ui.curves;

import cotejo.chart.CurveSpec;
import cotejo.chart.Picture;
import cotejo.chart.SeriesPoints;
import java.util.List;

/// What a panel shows.
sealed interface PanelState {

    /// Points are being read.
    record Loading(int done, int total) implements PanelState {
    }

    /// Lines, and what is needed to say what lies under the pointer.
    record Lines(Picture picture, List<CurveSpec> curves, List<SeriesPoints> points) implements PanelState {
    }

    /// One value a run, where no run has more than one point.
    record Bars(List<Bar> bars) implements PanelState {
    }

    /// A run's only value.
    record Bar(long key, String name, int argb, double value) {
    }

    /// What went wrong, in words.
    record Failed(String message) implements PanelState {
    }
}

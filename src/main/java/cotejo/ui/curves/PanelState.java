package cotejo.ui.curves;

import cotejo.chart.LineChart;
import cotejo.chart.Picture;
import java.util.List;

/// What a panel shows.
sealed interface PanelState {

    /// True when lines are smoothed, so that they differ from the stored values.
    default boolean smoothed() {
        return false;
    }

    /// True when there are lines and none of them is in the part that is looked at.
    default boolean outOfSight() {
        return false;
    }

    /// Points are being read.
    ///
    /// @param read how many series have been
    /// @param of   how many there are; 0 while that is not known
    record Loading(int read, int of) implements PanelState {
    }

    /// Lines.
    ///
    /// @param chart as it is seen: its window, and what stands out
    /// @param made  what it was made from, to be used again for the next picture
    record Lines(Picture picture, LineChart chart, PanelJob.Made made) implements PanelState {

        @Override
        public boolean smoothed() {
            return !chart.options().smoothing().nothing();
        }

        @Override
        public boolean outOfSight() {
            return !chart.lines().isEmpty() && picture.facts().seen() == 0;
        }
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

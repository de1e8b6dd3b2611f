package cotejo.ui.plots;

import cotejo.chart.PanelSpec;
import cotejo.chart.plot.StrandHits;
import cotejo.query.ColumnRef;
import cotejo.ui.link.Limits;
import java.util.List;

/// Reaches into a chart for those who measure it. Called on the FX thread.
public final class PlotProbe {

    private PlotProbe() {
    }

    /// A hand of which nothing is kept.
    public static PlotHand hand() {
        return new PlotHand() {
            @Override
            public void changed(PanelSpec spec) {
                // Nobody keeps it.
            }

            @Override
            public void zoomed(Limits wanted, Object movement) {
                // Nobody keeps it.
            }

            @Override
            public void rested() {
                // Nobody waits for it.
            }

            @Override
            public boolean mayZoom() {
                return true;
            }
        };
    }

    public static boolean shown(BoardChart chart) {
        return ((PlotChart) chart).model().picture() != null;
    }

    public static boolean busy(BoardChart chart) {
        return ((PlotChart) chart).model().busy();
    }

    public static void brush(BoardChart chart, ColumnRef axis, StrandHits.Stretch stretch) {
        ((PlotChart) chart).model().brush(axis, List.of(stretch));
    }

    public static void clear(BoardChart chart) {
        ((PlotChart) chart).model().clear();
    }
}

package cotejo.ui.plots;

import cotejo.chart.plot.PlotPicture;
import java.util.List;

/// What stands in a panel.
sealed interface PlotState {

    /// The first picture is on its way.
    record Loading() implements PlotState {
    }

    /// @param remarks what the chart owns up to
    record Shown(PlotPicture picture, List<String> remarks) implements PlotState {
        public Shown {
            remarks = List.copyOf(remarks);
        }
    }

    /// It could not be drawn; the message says why and what to do.
    record Failed(String message) implements PlotState {
    }
}

package cotejo.ui.plots;

import cotejo.chart.PanelSpec;
import cotejo.ui.link.Limits;

/// Told what a hand does to a chart of runs, by the one who keeps it. Called on the FX thread.
public interface PlotHand {

    /// What is shown has changed, such as the order of axes; the chart shows it already.
    void changed(PanelSpec spec);

    /// Another part is to be seen; the chart shows it when it is given these limits.
    ///
    /// @param movement the same for all that is to be taken back at once
    void zoomed(Limits wanted, Object movement);

    /// The hand has come to rest.
    void rested();

    /// False while the wheel is scrolling what the chart stands on.
    boolean mayZoom();
}

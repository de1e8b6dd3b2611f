package cotejo.ui.plots;

import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.StrandHits;
import cotejo.query.ColumnRef;
import java.util.ArrayList;
import java.util.List;

/// Changes to the axes of parallel coordinates that a hand makes.
final class Reorder {

    private Reorder() {
    }

    /// The panel with an axis moved to another place.
    static PanelSpec move(PanelSpec spec, List<StrandHits.Lane> lanes, int from, int to) {
        List<ColumnRef> order = new ArrayList<>(lanes.stream().map(StrandHits.Lane::ref).toList());
        order.add(Math.clamp(to, 0, order.size() - 1), order.remove(from));
        return spec.with("axes", PlotKinds.columns(order));
    }

    /// The panel with an axis turned upside down.
    static PanelSpec flip(PanelSpec spec, List<StrandHits.Lane> lanes, int lane) {
        List<ColumnRef> flipped = new ArrayList<>(PlotKinds.columns(spec.option("flipped", "")));
        ColumnRef ref = lanes.get(lane).ref();
        if (!flipped.remove(ref)) {
            flipped.add(ref);
        }
        return spec.with("flipped", PlotKinds.columns(flipped))
                .with("axes", PlotKinds.columns(lanes.stream().map(StrandHits.Lane::ref).toList()));
    }

    /// The place an axis would get when it is let go at an x.
    static int place(List<StrandHits.Lane> lanes, int from, double x) {
        int place = 0;
        for (int lane = 0; lane < lanes.size(); lane++) {
            if (lane != from && lanes.get(lane).x() < x) {
                place++;
            }
        }
        return place;
    }
}

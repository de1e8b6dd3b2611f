package cotejo.ui.plots;

import cotejo.analysis.Range;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.PlotPicture;
import cotejo.chart.plot.ZoomAxes;
import cotejo.ui.link.Limits;
import cotejo.ui.link.Window;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Which part of a chart of runs is seen. Places are in logical pixels of its picture.
final class PlotZoom {

    /// A box drawn thinner than this, in pixels, zooms along its length only.
    private static final double THIN = 8;

    private final PlotHand hand;
    private Limits limits = Limits.NONE;
    private Object movement = new Object();

    PlotZoom(PlotHand hand) {
        this.hand = hand;
    }

    /// What stands along the axes of a panel: limits that were chosen for other columns mean nothing.
    static String axes(PanelSpec spec) {
        return spec.option("x", "") + "\n" + spec.option("y", "");
    }

    void limits(Limits wanted) {
        limits = wanted;
    }

    /// The ends of the axes as charts take them.
    LineOptions.Limits of(PanelSpec spec) {
        return PlotKinds.ends(spec.kind()).isEmpty() || !limits.axis().equals(axes(spec)) ? LineOptions.Limits.NONE
                : new LineOptions.Limits(number(limits.xLow()), number(limits.xHigh()), number(limits.yLow()),
                        number(limits.yHigh()));
    }

    private static double number(@Nullable Double end) {
        return end == null ? Double.NaN : end;
    }

    /// Whether a part is looked at.
    boolean zoomed(PanelSpec spec) {
        return !of(spec).isEmpty();
    }

    boolean mayZoom() {
        return hand.mayZoom();
    }

    /// What follows is another movement of the hand.
    void begin() {
        movement = new Object();
    }

    void rest() {
        hand.rested();
    }

    /// Shows everything again.
    void reset(PanelSpec spec) {
        if (zoomed(spec)) {
            begin();
            hand.zoomed(Limits.NONE, movement);
            rest();
        }
    }

    /// Zooms to a box; along one axis only when it is thin.
    void box(PlotPicture picture, Rectangle2D box) {
        ZoomAxes axes = picture.zoom();
        if (axes == null || box.getWidth() < THIN && box.getHeight() < THIN) {
            return;
        }
        begin();
        Rectangle2D area = axes.area();
        double left = box.getWidth() < THIN ? 0 : Math.max(0, (box.getMinX() - area.getX()) / area.getWidth());
        double right = box.getWidth() < THIN ? 1 : Math.min(1, (box.getMaxX() - area.getX()) / area.getWidth());
        double low = box.getHeight() < THIN ? 0 : Math.max(0, (area.getMaxY() - box.getMaxY()) / area.getHeight());
        double high = box.getHeight() < THIN ? 1 : Math.min(1, (area.getMaxY() - box.getMinY()) / area.getHeight());
        if (left < right && low < high) {
            show(picture, axes, new Parts(left, right, low, high));
            rest();
        }
    }

    /// Zooms by a factor (below 1 is closer) around a place; below the area across only, left of it upright only.
    void at(PlotPicture picture, double px, double py, double factor) {
        ZoomAxes axes = picture.zoom();
        if (axes == null) {
            return;
        }
        Rectangle2D area = axes.area();
        double x = Math.clamp((px - area.getX()) / area.getWidth(), 0.0, 1.0);
        double y = Math.clamp((area.getMaxY() - py) / area.getHeight(), 0.0, 1.0);
        double across = px < area.getX() && axes.upright() != null ? 1 : factor;
        double upright = py > area.getMaxY() && axes.across() != null ? 1 : factor;
        show(picture, axes, new Parts(x - x * across, x + (1 - x) * across, y - y * upright,
                y + (1 - y) * upright));
    }

    /// Moves what is seen along with a hand that moved by this many pixels.
    void pan(PlotPicture picture, double dx, double dy) {
        ZoomAxes axes = picture.zoom();
        if (axes != null) {
            double across = -dx / axes.area().getWidth();
            double upright = dy / axes.area().getHeight();
            show(picture, axes, new Parts(across, 1 + across, upright, 1 + upright));
        }
    }

    /// Parts of what is seen, from 0 at the left and at the bottom to 1 at the right and at the top.
    private record Parts(double left, double right, double low, double high) {
    }

    private void show(PlotPicture picture, ZoomAxes axes, Parts parts) {
        PanelSpec spec = picture.plot().spec();
        Limits wanted = limits.axis().equals(axes(spec)) ? limits
                : new Limits(axes(spec), null, null, null, null);
        wanted = with(wanted, axes.across(), parts.left(), parts.right());
        wanted = with(wanted, axes.upright(), parts.low(), parts.high());
        hand.zoomed(wanted, movement);
    }

    private static Limits with(Limits now, ZoomAxes.@Nullable Along along, double from, double to) {
        if (along == null || from == 0 && to == 1) {
            return now;
        }
        boolean x = along.role() == ZoomAxes.Role.X;
        double low = even(x ? now.xLow() : now.yLow(), along.course()::even, along.from());
        double high = even(x ? now.xHigh() : now.yHigh(), along.course()::even, along.to());
        Range before = new Range(along.course().value(low), along.course().value(high));
        Range next = Window.sound(new Range(along.course().value(low + from * (high - low)),
                along.course().value(low + to * (high - low))), before);
        return x ? new Limits(now.axis(), next.low(), next.high(), now.yLow(), now.yHigh())
                : new Limits(now.axis(), now.xLow(), now.xHigh(), next.low(), next.high());
    }

    /// An end that was wished for, to which a picture may still be on its way; else the one that is seen.
    private static double even(@Nullable Double wished, DoubleUnaryOperator even, double seen) {
        double place = wished == null ? Double.NaN : even.applyAsDouble(wished);
        return Double.isFinite(place) ? place : seen;
    }
}

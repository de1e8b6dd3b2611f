package cotejo.ui.plots;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.Hits;
import cotejo.chart.plot.Plot;
import cotejo.chart.plot.PlotException;
import cotejo.chart.plot.PlotPicture;
import cotejo.chart.plot.Plots;
import cotejo.chart.plot.StrandHits;
import cotejo.model.Problem;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.SeriesAt;
import cotejo.text.Texts;
import cotejo.ui.link.DragMode;
import cotejo.ui.link.Limits;
import cotejo.ui.link.Linked;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.awt.geom.Rectangle2D;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One chart of runs: what it shows, and what is selected, brushed and meant in it. Places are in logical pixels of the
/// picture.
///
/// While a picture is painted, further wishes wait and are merged into one, so that a hand that keeps brushing keeps
/// seeing pictures.
final class PlotViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PlotViewModel.class);

    private final SeriesAt series;
    private final Linked linked;
    private final Latest latest;
    private final PlotHand hand;
    private final PlotZoom zoom;
    private final ObjectProperty<DragMode> drag = new SimpleObjectProperty<>(DragMode.SELECT);
    private final ReadOnlyObjectWrapper<PlotState> state = new ReadOnlyObjectWrapper<>(new PlotState.Loading());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final InvalidationListener selection = change -> selectionChanged();
    private PanelSpec spec;
    private ChartTheme theme = ChartTheme.LIGHT;
    private @Nullable RunFrame frame;
    private int[] rows = {};
    /// The chart as it was computed last; null when it has to be anew.
    private @Nullable Plot plot;
    private Map<ColumnRef, List<StrandHits.Stretch>> brushed = Map.of();
    /// What a hand does until it is lifted.
    private Object movement = new Object();
    private int width;
    private int height;
    private double scale = 1;
    /// Counts what was to be shown: a picture of what was meant before may still be on its way.
    private int wanting;
    private boolean atWork;
    private boolean again;
    private boolean ended;

    PlotViewModel(PanelSpec spec, SeriesAt series, Linked linked, Executor background, Executor front,
            PlotHand hand) {
        this.spec = spec;
        this.series = series;
        this.linked = linked;
        this.hand = hand;
        this.zoom = new PlotZoom(hand);
        this.latest = new Latest(background, front);
        brushed = Brushes.in(linked.chosen().get(), spec);
        linked.chosen().addListener(selection);
    }

    ReadOnlyObjectProperty<PlotState> state() {
        return state.getReadOnlyProperty();
    }

    /// What stands above it as a figure; empty before the first picture.
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    Linked linked() {
        return linked;
    }

    ChartTheme theme() {
        return theme;
    }

    PanelSpec spec() {
        return spec;
    }

    /// True while a picture is on its way.
    boolean busy() {
        return atWork;
    }

    void resize(int toWidth, int toHeight, double toScale) {
        if (toWidth != width || toHeight != height || toScale != scale) {
            width = toWidth;
            height = toHeight;
            scale = toScale;
            redraw();
        }
    }

    void theme(ChartTheme wanted) {
        if (!wanted.equals(theme)) {
            theme = wanted;
            redraw();
        }
    }

    void show(RunFrame shown, int[] wanted) {
        frame = shown;
        rows = wanted.clone();
        plot = null;
        wanting++;
        start();
    }

    /// What it shows is of no use any more.
    void forget() {
        plot = null;
        wanting++;
        state.set(new PlotState.Loading());
    }

    void spec(PanelSpec wanted) {
        if (!wanted.equals(spec)) {
            spec = wanted;
            plot = null;
            wanting++;
            start();
        }
    }

    /// A hand changed what is shown.
    void change(PanelSpec wanted) {
        spec(wanted);
        hand.changed(wanted);
    }

    /// Which part of it is seen.
    PlotZoom zoom() {
        return zoom;
    }

    /// What a drag does.
    ObjectProperty<DragMode> drag() {
        return drag;
    }

    /// Shows another part.
    void limits(Limits wanted) {
        LineOptions.Limits before = zoom.of(spec);
        zoom.limits(wanted);
        if (!before.equals(zoom.of(spec))) {
            redraw();
        }
    }

    boolean zoomed() {
        return zoom.zoomed(spec);
    }

    private void selectionChanged() {
        brushed = Brushes.in(linked.chosen().get(), spec);
        redraw();
    }

    /// The runs that pass through stretches of all axes; none when no axes are seen.
    private static Set<Long> passing(PlotPicture picture, Map<ColumnRef, List<StrandHits.Stretch>> stretches) {
        return !stretches.isEmpty() && picture.hits() instanceof StrandHits strands
                ? picture.plot().keys(strands.passing(stretches)) : Set.of();
    }

    /// The picture shall show what holds now, as soon as the one at work is done.
    private void redraw() {
        if (atWork) {
            again = true;
        } else {
            start();
        }
    }

    /// Begins anew; what is at work is of no use any more.
    void start() {
        @Nullable RunFrame shown = frame;
        if (ended || shown == null || width < 1 || height < 1) {
            return;
        }
        atWork = true;
        again = false;
        @Nullable Plot known = plot;
        PanelSpec wanted = spec;
        int[] of = rows;
        int asked = wanting;
        Order order = new Order(theme, width, height, scale, linked.chosen().get().keys(), zoom.of(spec));
        latest.submit(cancel -> order.paint(known != null ? known : make(wanted, shown, of, cancel)),
                painted -> done(asked, painted), failure -> failed(asked, failure));
    }

    private Plot make(PanelSpec wanted, RunFrame shown, int[] of, Cancel cancel) throws PlotException {
        return Plots.of(wanted, shown, of, new Plots.Context(series, ZoneId.systemDefault(), cancel));
    }

    private record Order(ChartTheme theme, int width, int height, double scale, Set<Long> selected,
            LineOptions.Limits limits) {
        PlotState.Shown paint(Plot plot) {
            return new PlotState.Shown(plot.picture(theme, width, height, scale, selected, limits), plot.remarks());
        }
    }

    /// Whether what comes is not what is wanted any more; that is asked for again.
    private boolean late(int asked) {
        if (asked != wanting) {
            atWork = false;
            start();
        }
        return ended || asked != wanting;
    }

    private void done(int asked, PlotState.Shown shown) {
        if (late(asked)) {
            return;
        }
        atWork = false;
        if (plot == null && !passing(shown.picture(), brushed).equals(linked.chosen().get().keys())) {
            // The axes or the runs are others than those it was drawn on.
            brushed = Map.of();
        }
        plot = shown.picture().plot();
        title.set(plot.title());
        state.set(shown);
        if (again) {
            start();
        }
    }

    private void failed(int asked, Throwable failure) {
        if (late(asked)) {
            return;
        }
        atWork = false;
        again = false;
        if (failure instanceof PlotException wrong) {
            state.set(new PlotState.Failed(String.valueOf(wrong.getMessage())));
        } else {
            LOG.warn("A plot could not be drawn", failure);
            state.set(new PlotState.Failed(Texts.get("plots.failed", Problem.describe(failure))));
        }
    }

    void end() {
        ended = true;
        linked.chosen().removeListener(selection);
        latest.cancel();
    }

    @Nullable Drawing drawing(ChartTheme wanted) {
        return plot == null ? null : plot.drawing(wanted, linked.chosen().get().keys(), zoom.of(spec));
    }

    /// The chart as it was computed last, or null.
    @Nullable Plot plot() {
        return plot;
    }

    /// The picture that is seen, or null.
    @Nullable PlotPicture picture() {
        return state.get() instanceof PlotState.Shown(PlotPicture picture, List<String> _) ? picture : null;
    }

    /// What is at a place, or null.
    Hits.@Nullable Found at(double x, double y) {
        @Nullable PlotPicture picture = picture();
        return picture == null ? null : picture.hits().at(x, y);
    }

    /// The pointer means this: its first run stands out everywhere.
    void point(Hits.@Nullable Found found) {
        @Nullable PlotPicture picture = picture();
        boolean one = picture != null && found != null && !found.runs().isEmpty()
                && (found.words().isEmpty() || found.runs().size() == 1);
        linked.hovered().set(one && picture != null && found != null ? picture.plot().key(found.runs().getFirst())
                : null);
    }

    /// The number of the run that is meant anywhere, or -1.
    int hovered() {
        @Nullable PlotPicture picture = picture();
        @Nullable Long key = linked.hovered().get();
        return picture == null || key == null ? -1 : picture.plot().number(key);
    }

    /// How a choice goes with what is selected already.
    enum Joining {
        INSTEAD,
        TOGETHER,
        /// Adds those that are not selected; when all are, takes them out.
        TOGGLE
    }

    /// Selects what was clicked.
    void select(Hits.Found found, Joining joining) {
        BitSet runs = new BitSet();
        found.runs().forEach(runs::set);
        select(runs, joining);
    }

    /// Selects the runs in a box.
    void box(Rectangle2D box, Joining joining) {
        @Nullable PlotPicture picture = picture();
        if (picture != null) {
            select(picture.hits().in(box), joining);
        }
    }

    void select(BitSet runs, Joining joining) {
        @Nullable PlotPicture picture = picture();
        if (picture == null) {
            return;
        }
        Set<Long> chosen = picture.plot().keys(runs);
        Set<Long> all = new LinkedHashSet<>(joining == Joining.INSTEAD ? Set.of() : linked.chosen().get().keys());
        if (joining == Joining.TOGGLE && all.containsAll(chosen)) {
            all.removeAll(chosen);
        } else {
            all.addAll(chosen);
        }
        linked.select(Linked.Chosen.of(all), movement);
    }

    /// What the last movement of the hand selected was not meant: this is selected again.
    void takeBack(Linked.Chosen before) {
        linked.select(before, movement);
    }

    /// What follows is another movement of the hand.
    void begin() {
        movement = new Object();
    }

    /// Nothing is selected and nothing brushed any more.
    void clear() {
        linked.select(Set.of());
    }

    /// The stretches of axes that are brushed.
    Map<ColumnRef, List<StrandHits.Stretch>> brushed() {
        return brushed;
    }

    /// Brushes an axis: the runs that pass through the stretches of all axes are selected.
    void brush(ColumnRef axis, List<StrandHits.Stretch> stretches) {
        @Nullable PlotPicture picture = picture();
        if (picture != null && picture.hits() instanceof StrandHits) {
            Brushes next = new Brushes(spec.id(), brushed).with(axis, stretches);
            linked.select(new Linked.Chosen(passing(picture, next.stretches()), next), movement);
        }
    }
}

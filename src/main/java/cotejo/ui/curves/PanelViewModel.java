package cotejo.ui.curves;

import cotejo.analysis.Curve;
import cotejo.chart.ChartSpec;
import cotejo.chart.CurveSpec;
import cotejo.chart.Picture;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesPoints;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One metric's panel: which window of it is seen, and the picture of that. Places are in logical pixels of the
/// picture.
///
/// While a picture is painted, further wishes wait and are merged into one, rather than stopping it: a hand that keeps
/// moving must keep seeing pictures.
final class PanelViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(PanelViewModel.class);

    /// A box drawn thinner than this, in pixels, zooms along its length only.
    private static final double THIN = 8;

    /// How near to a line, in pixels, the pointer must be to mean it.
    private static final double NEAR = 28;

    private final CurvesViewModel board;
    private final String metric;
    private final SeriesCache cache;
    private final Executor front;
    private final Latest latest;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(new PanelState.Loading(0, 0));
    private int width;
    private int height;
    private double scale = 1;
    private boolean atWork;
    private boolean again;
    private boolean ended;

    PanelViewModel(CurvesViewModel board, String metric, SeriesCache cache, Executor background, Executor front) {
        this.board = board;
        this.metric = metric;
        this.cache = cache;
        this.front = front;
        this.latest = new Latest(background, front);
    }

    String metric() {
        return metric;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /// True while a picture is on its way.
    boolean busy() {
        return atWork;
    }

    /// The room there is for the picture, and how many device pixels a logical one has.
    void resize(int toWidth, int toHeight, double toScale) {
        if (toWidth != width || toHeight != height || toScale != scale) {
            width = toWidth;
            height = toHeight;
            scale = toScale;
            redraw();
        }
    }

    /// The picture shall show what is chosen now, as soon as the one at work is done.
    void redraw() {
        if (atWork) {
            again = true;
        } else {
            start();
        }
    }

    /// Begins anew with other points; what is at work is of no use any more.
    void start() {
        if (ended || width < 1 || height < 1) {
            return;
        }
        atWork = true;
        again = false;
        PanelJob job = new PanelJob(metric, board.runsWith(metric), board.xMode().get(), board.yScale(),
                board.smoothing().get(), board.window(metric), width, height, scale, board.theme().get(),
                Texts.locale(), board.zone(), board.highlight().get());
        int total = job.runs().size();
        boolean told = state.get() instanceof PanelState.Loading;
        IntConsumer read = told ? done -> front.execute(() -> progress(done, total)) : done -> { };
        latest.submit(cancel -> job.perform(cache, read, cancel),
                this::done, this::failed);
    }

    private void progress(int done, int total) {
        if (!ended && atWork && state.get() instanceof PanelState.Loading) {
            state.set(new PanelState.Loading(done, total));
        }
    }

    private void done(PanelState result) {
        if (ended) {
            return;
        }
        atWork = false;
        state.set(result);
        if (again) {
            start();
        }
    }

    private void failed(Throwable failure) {
        if (ended) {
            return;
        }
        LOG.warn("cannot draw {}", metric, failure);
        atWork = false;
        again = false;
        String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        state.set(new PanelState.Failed(Texts.get("curves.failed", metric, why)));
    }

    void end() {
        ended = true;
        latest.cancel();
    }

    private Optional<Picture> picture() {
        return state.get() instanceof PanelState.Lines lines ? Optional.of(lines.picture()) : Optional.empty();
    }

    /// The window that is wished for, which a picture may still be on its way to.
    private Window window(Picture shown) {
        @Nullable Window chosen = board.window(metric);
        return chosen != null ? chosen : new Window(shown.spec().x(), shown.spec().y());
    }

    private void show(@Nullable Window window) {
        board.setWindow(metric, window);
        redraw();
    }

    /// True when a part is looked at.
    boolean zoomed() {
        return board.window(metric) != null;
    }

    /// Zooms to a box; along one axis only when it is thin.
    void zoomTo(double x0, double y0, double x1, double y1) {
        picture().ifPresent(shown -> {
            boolean across = Math.abs(x1 - x0) >= THIN;
            boolean along = Math.abs(y1 - y0) >= THIN;
            if (across || along) {
                Rectangle2D area = shown.area();
                double left = across ? Math.max(0, (Math.min(x0, x1) - area.getX()) / area.getWidth()) : 0;
                double right = across ? Math.min(1, (Math.max(x0, x1) - area.getX()) / area.getWidth()) : 1;
                double top = along ? Math.max(0, (Math.min(y0, y1) - area.getY()) / area.getHeight()) : 0;
                double bottom = along ? Math.min(1, (Math.max(y0, y1) - area.getY()) / area.getHeight()) : 1;
                if (left < right && top < bottom) {
                    show(window(shown).part(left, top, right, bottom, shown.spec()));
                }
            }
        });
    }

    /// Zooms by a factor (below 1 is closer) around a place; below the lines along x only, left of them along y only.
    void zoomAt(double px, double py, double factor) {
        picture().ifPresent(shown -> {
            Rectangle2D area = shown.area();
            double atX = Math.clamp((px - area.getX()) / area.getWidth(), 0.0, 1.0);
            double atY = Math.clamp((py - area.getY()) / area.getHeight(), 0.0, 1.0);
            boolean leftOf = px < area.getX();
            boolean below = py > area.getMaxY();
            show(window(shown).scaled(leftOf ? 1 : factor, below ? 1 : factor, atX, atY, shown.spec()));
        });
    }

    /// Zooms around the middle.
    void zoom(double factor) {
        picture().ifPresent(shown -> zoomAt(shown.area().getCenterX(), shown.area().getCenterY(), factor));
    }

    /// Moves what is seen along with a hand that moved by this many pixels.
    void pan(double dx, double dy) {
        picture().ifPresent(shown -> {
            show(window(shown).moved(-dx / shown.area().getWidth(), -dy / shown.area().getHeight(), shown.spec()));
        });
    }

    /// Moves by a part of the window.
    void step(double byX, double byY) {
        picture().ifPresent(shown -> pan(-byX * shown.area().getWidth(), -byY * shown.area().getHeight()));
    }

    /// Shows everything again.
    void reset() {
        if (zoomed()) {
            show(null);
        }
    }

    /// What the lines are at a place, in the order of the runs; stored points, never reduced ones.
    List<Reading> readings(double px, double py) {
        if (!(state.get() instanceof PanelState.Lines lines)) {
            return List.of();
        }
        Picture picture = lines.picture();
        double wanted = picture.xAt(px);
        List<Reading> result = new ArrayList<>();
        for (int i = 0; i < lines.curves().size(); i++) {
            CurveSpec spec = lines.curves().get(i);
            Curve line = spec.line();
            int at = line.nearest(wanted);
            if (at >= 0 && picture.spec().x().contains(line.x(at))) {
                result.add(reading(spec, lines.points().get(i), at, picture, py));
            }
        }
        return result;
    }

    private static Reading reading(CurveSpec spec, SeriesPoints points, int at, Picture picture, double py) {
        Curve line = spec.line();
        int stored = line.stored(at);
        double y = line.y(at);
        ChartSpec chart = picture.spec();
        boolean seen = chart.yScale().shows(y);
        double height = seen ? picture.pyOf(y) : Double.NaN;
        double distance = seen ? Math.abs(height - py) : Double.POSITIVE_INFINITY;
        return new Reading(spec.key(), spec.name(), spec.argb(), y, points.value(stored), points.step(stored),
                points.time(stored), points.relative(stored), picture.pxOf(line.x(at)), height, distance);
    }

    /// Lets the run whose line is nearest to a place stand out, if one is near.
    void point(List<Reading> readings) {
        Optional<Reading> nearest = readings.stream().min(Comparator.comparingDouble(Reading::distance));
        board.highlight().set(nearest.filter(reading -> reading.distance() <= NEAR).map(Reading::key).orElse(null));
    }

    /// The pointer left.
    void pointAway() {
        board.highlight().set(null);
    }
}

package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.Picture;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.ui.link.Limits;
import cotejo.ui.link.Linked;
import cotejo.ui.link.Window;
import cotejo.work.Latest;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One panel of lines: which window of it is seen, and the picture of that. Places are in logical pixels of the
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
    private final Latest latest;
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(new PanelState.Loading(0, 0));
    /// In nanoseconds.
    private static final long NOW_AND_THEN = 100_000_000L;

    private int width;
    private int height;
    private double scale = 1;
    private boolean atWork;
    private boolean again;
    private boolean ended;
    private Tile tile;
    /// What is zoomed and moved in one go is taken back in one go.
    private Object movement = new Object();
    private double lastCross = -1;

    PanelViewModel(CurvesViewModel board, Tile tile, Executor background, Executor front) {
        this.board = board;
        this.tile = tile;
        this.latest = new Latest(background, front);
    }

    Tile tile() {
        return tile;
    }

    /// Shows what a panel has become.
    void show(Tile next) {
        boolean other = !next.spec().equals(tile.spec());
        tile = next;
        if (other) {
            start();
        }
    }

    /// How its lines are drawn.
    Look look() {
        return board.look().of(tile.spec());
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
        PanelJob job = new PanelJob(what(), limits(), width, height, scale, board.highlight().get(),
                board.standingOut(), state.get() instanceof PanelState.Lines lines ? lines.made() : null);
        latest.submit(cancel -> job.perform(board.charts(), cancel, far(job)), this::done, this::failed);
    }

    /// Says, while there is no picture yet, how far the points have been read; now and then.
    private IntConsumer far(PanelJob job) {
        int of = job.what().runs().size() * LineOptions.of(job.what().spec()).metrics().size();
        long[] said = {System.nanoTime() - NOW_AND_THEN};
        return read -> {
            if (System.nanoTime() - said[0] >= NOW_AND_THEN) {
                said[0] = System.nanoTime();
                board.front().execute(() -> {
                    if (state.get() instanceof PanelState.Loading) {
                        state.set(new PanelState.Loading(read, of));
                    }
                });
            }
        };
    }

    /// What it shows is of no use any more.
    void forget() {
        state.set(new PanelState.Loading(0, 0));
    }

    /// What a figure of it is made from, in other colours; its window is the one that is seen.
    PanelJob figure(ChartTheme theme) {
        PanelJob.What now = what();
        return new PanelJob(new PanelJob.What(now.spec(), now.runs(), now.frame(), theme, now.locale(), now.zone(),
                now.epoch()), limits(), 0, 0, 1, null, board.standingOut(), null);
    }

    private PanelJob.What what() {
        Map<String, String> options = new TreeMap<>(look().values());
        options.remove(Look.ZOOM);
        options.put(Tile.Y, tile.spec().option(Tile.Y, ""));
        // Groups are made of all runs, so that they have the same names and colours in all panels.
        List<CurveRun> runs = look().grouped() ? board.runs().get().runs()
                : board.runsWith(LineOptions.of(tile.spec()).metrics());
        return new PanelJob.What(new PanelSpec(tile.id(), tile.spec().kind(), tile.wholeTitle(), options),
                runs, board.runs().get().frame(), board.theme().get(), Texts.locale(),
                board.zone(), board.epoch());
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
        LOG.warn("cannot draw {}", tile.id(), failure);
        atWork = false;
        again = false;
        state.set(new PanelState.Failed(Texts.get("curves.failed", tile.title(), Problem.describe(failure))));
    }

    void end() {
        ended = true;
        latest.cancel();
    }

    private Optional<Picture> picture() {
        return state.get() instanceof PanelState.Lines lines ? Optional.of(lines.picture()) : Optional.empty();
    }

    /// The ends of the axes that were chosen; those in x are the board's where panels zoom together.
    Limits limits() {
        BoardSetup setup = board.setup().get();
        Limits own = setup.limits().getOrDefault(tile.id(), Limits.NONE);
        return together() ? own.withX(setup.limits().getOrDefault(BoardSetup.ALL, Limits.NONE)) : own;
    }

    private boolean together() {
        return board.look().is(Look.ZOOM, Look.SHARED);
    }

    /// The window that is wished for, which a picture may still be on its way to.
    private Window window(Picture shown) {
        Limits chosen = limits();
        return new Window(chosen.x(look().axis(), shown.spec().x()), chosen.y(shown.spec().y()));
    }

    private static Window.Scales scales(Picture shown) {
        return new Window.Scales(shown.spec().xScale(), shown.spec().yScale());
    }

    private void show(Picture shown, Window window) {
        Window before = window(shown);
        Limits had = limits();
        Limits wanted = Limits.of(look().axis(), window);
        boolean sameY = window.y().equals(before.y()) && !had.hasY();
        boolean sameX = window.x().equals(before.x()) && !had.hasX();
        limit(new Limits(wanted.axis(), sameX ? null : wanted.xLow(), sameX ? null : wanted.xHigh(),
                sameY ? null : wanted.yLow(), sameY ? null : wanted.yHigh()));
    }

    /// Keeps the ends of the axes; [#rest] says when the hand has come to rest.
    void limit(Limits wanted) {
        boolean together = together();
        String id = tile.id();
        if (wanted.hasX()) {
            board.zoomed(id);
        }
        board.edits().move("curves.did.zoom", movement, setup -> together
                ? setup.withLimits(id, wanted.withX(Limits.NONE)).withLimits(BoardSetup.ALL,
                        Limits.NONE.withX(wanted))
                : setup.withLimits(id, wanted));
    }

    /// What follows is another movement of the hand.
    void begin() {
        movement = new Object();
    }

    /// The hand has come to rest.
    void rest() {
        board.edits().settle();
    }

    /// True when a part is looked at.
    boolean zoomed() {
        return !limits().isEmpty();
    }

    /// Zooms to a box; along one axis only when it is thin.
    void zoomTo(double x0, double y0, double x1, double y1) {
        picture().ifPresent(shown -> {
            boolean across = Math.abs(x1 - x0) >= THIN;
            boolean along = Math.abs(y1 - y0) >= THIN;
            if (across || along) {
                begin();
                Rectangle2D area = shown.area();
                double left = across ? Math.max(0, (Math.min(x0, x1) - area.getX()) / area.getWidth()) : 0;
                double right = across ? Math.min(1, (Math.max(x0, x1) - area.getX()) / area.getWidth()) : 1;
                double top = along ? Math.max(0, (Math.min(y0, y1) - area.getY()) / area.getHeight()) : 0;
                double bottom = along ? Math.min(1, (Math.max(y0, y1) - area.getY()) / area.getHeight()) : 1;
                if (left < right && top < bottom) {
                    show(shown, window(shown).part(left, top, right, bottom, scales(shown)));
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
            show(shown, window(shown).scaled(px < area.getX() ? 1 : factor, py > area.getMaxY() ? 1 : factor, atX, atY,
                    scales(shown)));
        });
    }

    /// Zooms around the middle.
    void zoom(double factor) {
        picture().ifPresent(shown -> zoomAt(shown.area().getCenterX(), shown.area().getCenterY(), factor));
    }

    /// Moves what is seen along with a hand that moved by this many pixels.
    void pan(double dx, double dy) {
        picture().ifPresent(shown -> show(shown, window(shown).moved(-dx / shown.area().getWidth(),
                -dy / shown.area().getHeight(), scales(shown))));
    }

    /// Moves by a part of the window.
    void step(double byX, double byY) {
        picture().ifPresent(shown -> pan(-byX * shown.area().getWidth(), -byY * shown.area().getHeight()));
    }

    /// Shows everything again.
    void reset() {
        if (zoomed()) {
            begin();
            limit(Limits.NONE);
            rest();
        }
    }

    private Optional<Reader> reader() {
        return state.get() instanceof PanelState.Lines lines ? Optional.of(new Reader(lines.picture(), lines.chart()))
                : Optional.empty();
    }

    /// What the lines are at a place, in the order of the runs; stored points, never reduced ones.
    List<Reading> readings(double px, double py) {
        return reader().map(reader -> reader.at(px, py)).orElse(List.of());
    }

    /// Lets the run whose line is nearest to a place stand out, if one is near.
    void point(List<Reading> readings) {
        Optional<Reading> nearest = readings.stream().min(Comparator.comparingDouble(Reading::distance));
        board.highlight().set(nearest.filter(reading -> reading.distance() <= NEAR).map(Reading::key).orElse(null));
    }

    /// The runs whose line is at a place, if one is near enough to be meant by a click; several for a group.
    Set<Long> at(double px, double py) {
        return reader().map(reader -> reader.clicked(px, py)).orElse(Set.of());
    }

    /// Selects the runs whose lines pass through a box; found in the background.
    void select(Rectangle2D box) {
        reader().ifPresent(reader -> board.background().execute(() -> {
            Set<Long> found = reader.through(box);
            board.front().execute(() -> board.linked().select(found));
        }));
    }

    /// Where the pointer stands on the axis that others have too.
    void cross(double px) {
        lastCross = px;
        picture().ifPresent(shown -> {
            boolean inside = px >= shown.area().getX() && px <= shown.area().getMaxX();
            board.linked().crosshair().set(inside ? new Linked.Crosshair(look().axis(), shown.xAt(px)) : null);
        });
    }

    /// Where values are pinned: where the pointer was last, or in the middle; infinite at the newest points.
    double pinned() {
        return picture().map(shown -> {
            boolean was = lastCross >= shown.area().getX() && lastCross <= shown.area().getMaxX();
            double x = shown.xAt(was ? lastCross : shown.area().getCenterX());
            return x >= newest() ? Double.POSITIVE_INFINITY : x;
        }).orElse(Double.POSITIVE_INFINITY);
    }

    private double newest() {
        return state.get() instanceof PanelState.Lines lines ? lines.chart().lines().stream()
                .mapToDouble(line -> line.curve().line().xRange().high()).max().orElse(0) : 0;
    }

    /// What the lines are at a value of x; at infinity their newest points.
    List<Reading> values(double x) {
        return reader().map(reader -> reader.of(Math.min(x, Double.MAX_VALUE), 0)).orElse(List.of());
    }

    /// The place of the crosshair in this picture, if it is there.
    OptionalDouble crossed() {
        Linked.Crosshair cross = board.linked().crosshair().get();
        Optional<Picture> shown = picture();
        return cross != null && shown.isPresent() && cross.axis().equals(look().axis())
                && shown.get().spec().x().contains(cross.x())
                ? OptionalDouble.of(shown.get().pxOf(cross.x())) : OptionalDouble.empty();
    }

    /// What the panel owns up to, remark by remark.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (state.get() instanceof PanelState.Lines lines) {
            remarks.addAll(lines.chart().remarks(lines.picture().facts()));
        }
        BoardRuns runs = board.runs().get();
        if (runs.cut() && !(state.get() instanceof PanelState.Loading)) {
            remarks.add(Texts.get("curves.note.cut", runs.runs().size(), runs.wanted()));
        }
        return remarks;
    }

    CurvesViewModel board() {
        return board;
    }

    /// The pointer left.
    void pointAway() {
        board.highlight().set(null);
        board.linked().crosshair().set(null);
        rest();
    }
}

package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.LineCharts;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesReader;
import cotejo.query.SeriesAt;
import cotejo.ui.UndoStack;
import cotejo.ui.link.Linked;
import cotejo.work.Latest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/// What the board of charts shows and how. All of it is used on one thread, the one that `front` hands work to; points
/// are read and pictures painted by `background`.
public final class CurvesViewModel {

    /// Bytes of points kept for panels that come back into sight.
    private static final long KEPT = 200L << 20;

    /// The greatest smoothing that can be chosen.
    public static final double MOST_SMOOTH = 0.99;

    /// What stands on the board.
    public enum BoardState {
        /// No run is to be shown.
        NO_RUNS,
        /// Which metrics the runs have is still being looked up.
        COMING,
        /// The runs have no metrics.
        NO_METRICS,
        /// No metric has the words that are searched for.
        NO_MATCH,
        PANELS
    }

    /// What of the board is drawn: the runs that are shown, and the sections with their panels.
    record Board(List<CurveRun> runs, List<Section> sections) {
    }

    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final ReadOnlyObjectWrapper<BoardState> state = new ReadOnlyObjectWrapper<>(BoardState.NO_RUNS);
    private final ReadOnlyObjectWrapper<Board> board =
            new ReadOnlyObjectWrapper<>(new Board(List.of(), List.of()));
    private final ObjectProperty<BoardSetup.Shown> shown = new SimpleObjectProperty<>(BoardSetup.Shown.SELECTED);
    private final ObjectProperty<BoardRuns> runs = new SimpleObjectProperty<>(BoardRuns.none());

    private final ReadOnlyLongWrapper forgotten = new ReadOnlyLongWrapper();

    private final SeriesCache cache;
    private final SeriesReader reader;
    private final LineCharts charts;
    private final Executor background;
    private final Executor front;
    private final Latest arranging;
    private final Linked linked;
    private final BoardEdits edits;
    /// Counts how often points have changed.
    private long epoch;
    /// The panel whose axes were given ends last.
    private String zoomed = "";
    private final ZoneId zone = ZoneId.systemDefault();
    private final List<PanelViewModel> open = new ArrayList<>();
    private final ChangeListener<Object> redraw = (property, before, now) -> redraw();

    /// A board by itself, whose links end on it.
    public CurvesViewModel(SeriesReader reader, Executor background, Executor front) {
        this(reader, background, front, Linked.alone(), new UndoStack());
    }

    /// @param background where points are read and pictures painted, such as a virtual thread a job
    /// @param front      the thread of the window; in tests `Runnable::run` for both
    /// @param linked     what the board shares with the table and other charts
    public CurvesViewModel(SeriesReader reader, Executor background, Executor front, Linked linked, UndoStack undo) {
        this.cache = new SeriesCache(reader, KEPT);
        this.reader = reader;
        this.charts = new LineCharts(cache, reader);
        this.background = background;
        this.front = front;
        this.arranging = new Latest(background, front);
        this.linked = linked;
        this.edits = new BoardEdits(undo);
        theme.addListener(redraw);
        linked.hovered().addListener(redraw);
        linked.selected().addListener(redraw);
        InvalidationListener other = change -> arrange();
        search.addListener(other);
        edits.setup().addListener((property, before, now) -> changed(before, now));
    }

    private void redraw() {
        open.forEach(PanelViewModel::redraw);
    }

    private void changed(BoardSetup before, BoardSetup now) {
        boolean sameBoard = before.panels().equals(now.panels()) && before.removed().equals(now.removed())
                && before.orders().equals(now.orders());
        if (!sameBoard) {
            arrange();
        }
        if (!before.look().equals(now.look()) || !before.limits().equals(now.limits())) {
            redraw();
        }
    }

    /// Shows these runs, in this order. Zoomed panels stay zoomed.
    public void setRuns(List<CurveRun> shown) {
        setRuns(BoardRuns.of(shown));
    }

    /// Shows these runs, in their order. Zoomed panels stay zoomed.
    public void setRuns(BoardRuns next) {
        runs.set(next);
        Long hovered = linked.hovered().get();
        if (hovered != null && next.runs().stream().noneMatch(run -> run.key() == hovered)) {
            linked.hovered().set(null);
        }
        arrange();
        open.forEach(PanelViewModel::start);
    }

    /// Says that runs will come: until then an empty board does not say that there are none.
    public void coming() {
        if (state.get() == BoardState.NO_RUNS) {
            state.set(BoardState.COMING);
        }
    }

    /// Says that what came are the runs that are shown already.
    public void came() {
        if (state.get() == BoardState.COMING) {
            arranged(board.get());
        }
    }

    /// Lets go of all pictures: what comes now is of another experiment, and none of them may stand for it.
    public void forget() {
        open.forEach(PanelViewModel::forget);
        forgotten.set(forgotten.get() + 1);
    }

    /// Changes whenever [#forget] is called.
    ReadOnlyLongProperty forgotten() {
        return forgotten.getReadOnlyProperty();
    }

    /// Reads the points of these runs anew, because they changed. Windows stay; the old pictures stay until the new
    /// ones are there.
    public void refresh(Set<Long> runKeys) {
        cache.forget(runKeys);
        epoch++;
        Set<String> metrics = new LinkedHashSet<>();
        runs.get().runs().stream().filter(run -> runKeys.contains(run.key()))
                .forEach(run -> metrics.addAll(run.metricKeys()));
        for (PanelViewModel panel : open) {
            if (LineOptions.of(panel.tile().spec()).metrics().stream().anyMatch(metrics::contains)) {
                panel.start();
            }
        }
    }

    private void arrange() {
        List<CurveRun> drawn = runs.get().runs();
        BoardSetup setup = edits.setup().get();
        String words = search.get();
        arranging.submit(cancel -> {
            Set<String> metrics = new LinkedHashSet<>();
            drawn.forEach(run -> metrics.addAll(run.metricKeys()));
            return new Board(drawn, Section.of(metrics, setup, words));
        }, this::arranged, failure -> {
            throw new IllegalStateException(failure);
        });
    }

    private void arranged(Board next) {
        board.set(next);
        boolean metrics = next.runs().stream().anyMatch(run -> !run.metricKeys().isEmpty());
        if (next.runs().isEmpty()) {
            state.set(BoardState.NO_RUNS);
        } else if (next.sections().isEmpty()) {
            state.set(metrics || !search.get().isBlank() ? BoardState.NO_MATCH : BoardState.NO_METRICS);
        } else {
            state.set(BoardState.PANELS);
        }
    }

    /// A panel that came into sight. Give it back with [#close].
    PanelViewModel open(Tile tile) {
        PanelViewModel panel = new PanelViewModel(this, tile, background, front);
        open.add(panel);
        return panel;
    }

    void close(PanelViewModel panel) {
        open.remove(panel);
        panel.end();
    }

    /// Lets go of all panels; nothing is read or painted afterwards.
    public void close() {
        arranging.cancel();
        linked.hovered().removeListener(redraw);
        linked.selected().removeListener(redraw);
        List.copyOf(open).forEach(this::close);
    }

    /// The runs that have any of some metrics.
    List<CurveRun> runsWith(List<String> metrics) {
        return runs.get().runs().stream().filter(run -> metrics.stream().anyMatch(run.metricKeys()::contains))
                .toList();
    }

    /// Looks up metrics at a step; in the background.
    SeriesAt seriesAt() {
        return (run, metric, step) -> {
            try {
                return cache.get(run, metric).latestAt(step);
            } catch (IOException unreadable) {
                return OptionalDouble.empty();
            }
        };
    }

    Executor background() {
        return background;
    }

    Executor front() {
        return front;
    }

    SeriesReader reader() {
        return reader;
    }

    LineCharts charts() {
        return charts;
    }

    long epoch() {
        return epoch;
    }

    /// The selected runs where others are drawn too, which they stand out from; else none.
    Set<Long> standingOut() {
        Set<Long> selected = linked.selected().get();
        List<CurveRun> drawn = runs.get().runs();
        long both = drawn.stream().filter(run -> selected.contains(run.key())).count();
        return both == 0 || both == drawn.size() ? Set.of() : selected;
    }

    /// The runs that are drawn.
    public Set<Long> drawn() {
        return runs.get().runs().stream().map(CurveRun::key).collect(Collectors.toUnmodifiableSet());
    }

    /// Changes the look of all lines.
    public void choose(String option, String value) {
        edits.edit("curves.did.look", now -> now.withLook(now.look().with(option, value)));
    }

    /// Changes what need not be taken back.
    public void change(UnaryOperator<BoardSetup> change) {
        edits.quietly(change);
    }

    /// Another board, as it was kept, takes the place of this one.
    public void take(BoardSetup other) {
        edits.take(other);
    }

    void zoomed(String panel) {
        zoomed = panel;
    }

    /// The panel whose axes were given ends last; empty at first.
    String lastZoomed() {
        return zoomed;
    }

    BoardEdits edits() {
        return edits;
    }

    BoardActions actions() {
        return new BoardActions(this);
    }

    Look look() {
        return edits.setup().get().look();
    }

    /// A panel of lines that shows nothing yet, with the look of the board.
    PanelSpec line() {
        return new PanelSpec("", PanelSpec.Kind.LINE, "", look().values());
    }

    /// What a person made of the board.
    public ReadOnlyObjectProperty<BoardSetup> setup() {
        return edits.setup();
    }

    /// Calls back when the setup has changed and come to rest, so that it can be kept.
    public void onKept(Runnable listener) {
        edits.kept().addListener((property, before, now) -> listener.run());
    }

    /// Which runs are drawn now, after [BoardSetup.Shown#BY_LAYOUT] was decided.
    public ObjectProperty<BoardSetup.Shown> shown() {
        return shown;
    }

    ZoneId zone() {
        return zone;
    }

    /// What the board shares with the table and other charts.
    public Linked linked() {
        return linked;
    }

    /// Words that a panel's name must have, in any case.
    public StringProperty search() {
        return search;
    }

    /// The colours to paint in; to be changed with the window's.
    public ObjectProperty<ChartTheme> theme() {
        return theme;
    }

    /// The key of the run that stands out in all panels, or null.
    ObjectProperty<@Nullable Long> highlight() {
        return linked.hovered();
    }

    ReadOnlyObjectProperty<BoardRuns> runs() {
        return runs;
    }

    public ReadOnlyObjectProperty<BoardState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Board> board() {
        return board.getReadOnlyProperty();
    }
}

package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesReader;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What the board of curves shows and how. All of it is used on one thread, the one that `front` hands work to; points
/// are read and pictures painted by `background`.
public final class CurvesViewModel {

    /// Bytes of points kept for panels that come back into sight.
    private static final long KEPT = 200L << 20;

    /// The greatest smoothing that can be chosen.
    public static final double MOST_SMOOTH = 0.99;

    /// What stands on the board.
    public enum BoardState {
        /// No run is selected.
        NO_RUNS,
        /// The selected runs have no metrics.
        NO_METRICS,
        /// No metric has the words that are searched for.
        NO_MATCH,
        PANELS
    }

    /// What of the board is drawn: the runs that are shown, and the sections with their metrics.
    record Board(List<CurveRun> runs, List<Section> sections) {
    }

    private final DoubleProperty smoothing = new SimpleDoubleProperty(0);
    private final ObjectProperty<XMode> xMode = new SimpleObjectProperty<>(XMode.STEP);
    private final BooleanProperty logY = new SimpleBooleanProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<PanelSize> panelSize = new SimpleObjectProperty<>(PanelSize.MEDIUM);
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final ObjectProperty<@Nullable Long> highlight = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<BoardState> state = new ReadOnlyObjectWrapper<>(BoardState.NO_RUNS);
    private final ReadOnlyObjectWrapper<Board> board =
            new ReadOnlyObjectWrapper<>(new Board(List.of(), List.of()));
    private final ObservableSet<String> folded = FXCollections.observableSet();

    private final SeriesCache cache;
    private final Executor background;
    private final Executor front;
    private final ZoneId zone = ZoneId.systemDefault();
    private final List<PanelViewModel> open = new ArrayList<>();
    private final Map<String, Window> windows = new HashMap<>();
    private List<CurveRun> runs = List.of();

    /// @param background where points are read and pictures painted, such as a virtual thread a job
    /// @param front      the thread of the window; in tests `Runnable::run` for both
    public CurvesViewModel(SeriesReader reader, Executor background, Executor front) {
        this.cache = new SeriesCache(reader, KEPT);
        this.background = background;
        this.front = front;
        InvalidationListener redraw = change -> open.forEach(PanelViewModel::redraw);
        smoothing.addListener(redraw);
        theme.addListener(redraw);
        highlight.addListener(redraw);
        InvalidationListener otherAxes = change -> {
            windows.clear();
            open.forEach(PanelViewModel::redraw);
        };
        xMode.addListener(otherAxes);
        logY.addListener(otherAxes);
        search.addListener(change -> arrange());
    }

    /// Shows these runs, in this order. Zoomed panels stay zoomed.
    public void setRuns(List<CurveRun> shown) {
        runs = List.copyOf(shown);
        if (runs.stream().noneMatch(run -> Long.valueOf(run.key()).equals(highlight.get()))) {
            highlight.set(null);
        }
        arrange();
        open.forEach(PanelViewModel::start);
    }

    /// Reads the points of these runs anew, because they changed. Windows stay; the old pictures stay until the new
    /// ones are there.
    public void refresh(Set<Long> runKeys) {
        cache.forget(runKeys);
        Set<String> metrics = new LinkedHashSet<>();
        runs.stream().filter(run -> runKeys.contains(run.key())).forEach(run -> metrics.addAll(run.metricKeys()));
        for (PanelViewModel panel : open) {
            if (metrics.contains(panel.metric())) {
                panel.start();
            }
        }
    }

    private void arrange() {
        Set<String> metrics = new LinkedHashSet<>();
        runs.forEach(run -> metrics.addAll(run.metricKeys()));
        List<Section> sections = Section.of(metrics, search.get());
        board.set(new Board(runs, sections));
        if (runs.isEmpty()) {
            state.set(BoardState.NO_RUNS);
        } else if (metrics.isEmpty()) {
            state.set(BoardState.NO_METRICS);
        } else {
            state.set(sections.isEmpty() ? BoardState.NO_MATCH : BoardState.PANELS);
        }
    }

    /// Folds an open section, and opens a folded one.
    void toggle(String section) {
        if (!folded.remove(section)) {
            folded.add(section);
        }
    }

    /// A panel that came into sight. Give it back with [#close].
    PanelViewModel open(String metric) {
        PanelViewModel panel = new PanelViewModel(this, metric, cache, background, front);
        open.add(panel);
        return panel;
    }

    void close(PanelViewModel panel) {
        open.remove(panel);
        panel.end();
    }

    /// Lets go of all panels; nothing is read or painted afterwards.
    public void close() {
        List.copyOf(open).forEach(this::close);
    }

    List<CurveRun> runsWith(String metric) {
        return runs.stream().filter(run -> run.metricKeys().contains(metric)).toList();
    }

    @Nullable Window window(String metric) {
        return windows.get(metric);
    }

    void setWindow(String metric, @Nullable Window window) {
        if (window == null) {
            windows.remove(metric);
        } else {
            windows.put(metric, window);
        }
    }

    YScale yScale() {
        return logY.get() ? YScale.LOG : YScale.LINEAR;
    }

    ZoneId zone() {
        return zone;
    }

    /// The weight of the smoothing, 0…[#MOST_SMOOTH].
    public DoubleProperty smoothing() {
        return smoothing;
    }

    public ObjectProperty<XMode> xMode() {
        return xMode;
    }

    public BooleanProperty logY() {
        return logY;
    }

    /// Words that a metric's name must have, in any case.
    public StringProperty search() {
        return search;
    }

    public ObjectProperty<PanelSize> panelSize() {
        return panelSize;
    }

    /// The colours to paint in; to be changed with the window's.
    public ObjectProperty<ChartTheme> theme() {
        return theme;
    }

    /// The key of the run that stands out in all panels, or null.
    public ObjectProperty<@Nullable Long> highlight() {
        return highlight;
    }

    public ReadOnlyObjectProperty<BoardState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Board> board() {
        return board.getReadOnlyProperty();
    }

    ObservableSet<String> folded() {
        return folded;
    }
}

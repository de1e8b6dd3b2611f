package cotejo.ui.runs;

import cotejo.model.Change;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.query.ColumnRef;
import cotejo.query.Expansion;
import cotejo.query.Filter;
import cotejo.query.FilterError;
import cotejo.query.RunRow;
import cotejo.query.RunTree;
import cotejo.query.SeriesAt;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the runs panel shows and what can be done with it, without any control. Used on the front thread; everything
/// that takes longer than a frame is done behind it, the newest wish winning.
public final class RunsViewModel implements AutoCloseable {

    /// What the middle shows.
    public enum Phase {
        LOADING,
        /// The workspace holds no run at all.
        NO_RUNS,
        /// No run belongs to what was chosen on the left.
        NOTHING_HERE,
        NO_MATCH,
        FULL,
        FAILED
    }

    private final UiContext context;
    private final Latest listings;
    private final Latest sidebars;
    private final Latest scopes;
    private final ViewKeeper keeper;
    private final RunEdits edits;
    private final SmallSeries points;
    private final SeriesAt series;
    private final RunSelection selection = new RunSelection();
    private final FilterText filter = new FilterText();
    private final List<AutoCloseable> subscriptions = new ArrayList<>();

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.empty());
    private final ReadOnlyObjectWrapper<Sidebar> sidebar = new ReadOnlyObjectWrapper<>(Sidebar.empty());
    private final ReadOnlyObjectWrapper<Scope> scope = new ReadOnlyObjectWrapper<>(new Scope.All());
    private final ReadOnlyObjectWrapper<Scope> listed = new ReadOnlyObjectWrapper<>(new Scope.All());
    private final ReadOnlyObjectWrapper<TableState> state = new ReadOnlyObjectWrapper<>(TableState.plain());
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private Consumer<Set<Long>> pointsListener = runs -> { };
    private Runnable cellsListener = () -> { };
    private @Nullable RunFrame frame;
    private @Nullable Expansion expansion;
    private boolean closed;

    public RunsViewModel(UiContext context) {
        this.context = context;
        this.listings = new Latest(context.background(), context.front());
        this.sidebars = new Latest(context.background(), context.front());
        this.scopes = new Latest(context.background(), context.front());
        this.keeper = new ViewKeeper(context);
        this.edits = new RunEdits(context);
        this.points = new SmallSeries(context.workspace().series(), context.background(),
                () -> context.front().execute(() -> cellsListener.run()));
        this.series = SmallSeries.waiting(context.workspace().series());
        selection.version().addListener(any -> tell());
    }

    /// Begins to read the runs and to follow what changes.
    public void start() {
        subscriptions.add(context.workspace().catalog().listen(next -> context.front().execute(() -> show(next))));
        subscriptions.add(context.workspace().database().changes().listen(changes ->
                context.front().execute(() -> changed(changes))));
        load();
    }

    /// Reads the runs; again after a failure.
    public void load() {
        phase.set(Phase.LOADING);
        Scope wanted = scope.get();
        scopes.submit(cancel -> {
            TableState state = keeper.load(wanted).orElse(TableState.plain());
            RunFrame now = context.workspace().catalog().frame();
            // Laid out here and now, so that the first thing shown is the rows.
            Listing rows = Listing.of(new Listing.Ask(now, wanted, state, null, null), series, points, cancel);
            return new Opened(rows, state, keeper.history());
        }, opened -> {
            if (!closed) {
                filter.remember(opened.history());
                take(opened.state());
                frame = opened.rows().frame();
                refreshSidebar();
                show(opened.rows(), wanted);
            }
        }, this::failed);
    }

    private record Opened(Listing rows, TableState state, List<String> history) {
    }

    private void changed(List<Change> changes) {
        for (Change change : changes) {
            switch (change) {
                case Change.Points p -> {
                    points.forget(p.runKeys());
                    cellsListener.run();
                    pointsListener.accept(p.runKeys());
                }
                case Change.Sources _ -> refreshSidebar();
                case Change.Runs _, Change.Experiments _, Change.Models _, Change.Views _ -> { }
            }
        }
    }

    private void show(RunFrame next) {
        if (closed) {
            return;
        }
        frame = next;
        refreshSidebar();
        recompute();
    }

    private void refreshSidebar() {
        RunFrame now = frame;
        if (now != null && !closed) {
            sidebars.submit(cancel -> {
                List<Source> sources = context.workspace().sources().all();
                return Sidebar.of(now, sources);
            }, sidebar::set, this::failed);
        }
    }

    private void recompute() {
        RunFrame now = frame;
        if (now == null || closed) {
            return;
        }
        RunTree tree = listing.get().frame() == now ? listing.get().tree() : null;
        Listing.Ask ask = new Listing.Ask(now, scope.get(), state.get(), expansion, tree);
        listings.submit(cancel -> Listing.of(ask, series, points, cancel), next -> show(next, ask.scope()),
                this::failed);
    }

    private void show(Listing next, Scope of) {
        selection.show(next);
        if (expansion == null && next.inScope() > 0) {
            // A table that grows does not fold itself before one's eyes.
            expansion = next.expansion();
        }
        listing.set(next);
        listed.set(of);
        phase.set(next.frame().size() == 0 ? Phase.NO_RUNS : next.inScope() == 0 ? Phase.NOTHING_HERE
                : next.rows().size() == 0 ? Phase.NO_MATCH : Phase.FULL);
        tell();
    }

    private void failed(Throwable why) {
        failure.set(cotejo.model.Problem.describe(why));
        phase.set(Phase.FAILED);
        context.notices().failed(Texts.get("runs.failed"), why);
    }

    private void tell() {
        Listing now = listing.get();
        List<String> parts = new ArrayList<>();
        parts.add(count());
        if (selection.size() > 0) {
            parts.add(selection.words());
            CurvesSync.cut(selection.size(), state.get().chart()).ifPresent(parts::add);
        }
        status.set(now.frame().size() == 0 ? "" : String.join(" · ", parts));
    }

    /// Such as `43 runs`, or `12 of 43 runs` under a filter.
    String count() {
        Listing now = listing.get();
        int matching = now.rows().matching();
        return matching == now.inScope() && state.get().filter().isBlank() ? Texts.get("runs.count", now.inScope())
                : Texts.get("runs.count.of", Figures.count(matching), now.inScope());
    }

    /// Chooses what stands in the table; it comes as it was left.
    void choose(Scope wanted) {
        if (!wanted.equals(scope.get())) {
            scope.set(wanted);
            TableState first = TableState.plain().withChart(state.get().chart().elsewhere());
            scopes.submit(cancel -> keeper.load(wanted).orElse(first), kept -> {
                take(kept);
                recompute();
            }, this::failed);
        }
    }

    private void take(TableState kept) {
        state.set(kept);
        expansion = null;
        filter.text().set(kept.filter());
    }

    /// Changes how the table looks, shows it and keeps it.
    void change(UnaryOperator<TableState> change) {
        TableState next = change.apply(state.get());
        if (!next.equals(state.get())) {
            boolean sameRows = next.sameTable(state.get());
            state.set(next);
            if (!sameRows) {
                recompute();
            }
            keeper.autosave(scope.get(), next);
        }
    }

    /// Shows a saved view, its filter too.
    void apply(TableState view) {
        filter.text().set(view.filter());
        change(any -> view);
    }

    /// Puts the filter being written into force, unless it cannot be read.
    public void applyFilter() {
        String text = filter.text().get().strip();
        if (filter.error().get() == null) {
            change(now -> now.withFilter(text));
        }
    }

    /// Remembers the filter in force for the next time.
    void keepFilter() {
        if (filter.used(state.get().filter())) {
            keeper.history(filter.history());
        }
    }

    /// Joins a condition to the filter and puts it into force.
    void narrow(String condition) {
        String before = Filter.parse(filter.text().get()) instanceof FilterError ? state.get().filter()
                : filter.text().get();
        filter.text().set(Filter.addCondition(before, condition));
        applyFilter();
        keepFilter();
    }

    /// Joins `column = value` of a run to the filter, or `IS NULL` where it has none.
    void narrowTo(ColumnRef column, int row) {
        Listing now = listing.get();
        if (column instanceof ColumnRef.MetricAt) {
            context.background().execute(() -> {
                String condition = now.condition(column, row, series);
                context.front().execute(() -> narrow(condition));
            });
        } else {
            narrow(now.condition(column, row, series));
        }
    }

    /// Opens or closes what belongs below a line.
    void toggle(int line) {
        Listing now = listing.get();
        RunRow row = now.rows().get(line);
        Expansion.Start wanted = row.expanded() ? Expansion.Start.CLOSED : Expansion.Start.OPEN;
        Expansion before = expansion != null ? expansion : now.expansion();
        expansion = switch (row) {
            case RunRow.Leaf leaf -> before.with(now.frame().run(leaf.row()).key(), wanted);
            case RunRow.Group group -> before.with(group.path(), wanted);
        };
        recompute();
    }

    /// Opens or closes everything that has something below it.
    void expandAll(Expansion start) {
        expansion = start;
        recompute();
    }

    /// The selected runs, or else the one the keyboard stands on.
    Set<Long> meant() {
        if (selection.size() > 0) {
            return selection.keys();
        }
        long lead = selection.leadKey();
        return lead < 0 ? Set.of() : new HashSet<>(Set.of(lead));
    }

    /// Those of [#meant] in the order of the table, then those that are out of sight.
    List<Long> compared() {
        return listing.get().ordered(meant());
    }

    /// Those of [#meant] that are in the table: nothing is changed, much less deleted, that nobody sees.
    Set<Long> changed() {
        return listing.get().among(meant());
    }

    /// Whether the trash is shown.
    boolean inTrash() {
        return scope.get() instanceof Scope.Trash;
    }

    void onPoints(Consumer<Set<Long>> listener) {
        pointsListener = listener;
    }

    void onCells(Runnable listener) {
        cellsListener = listener;
    }

    UiContext context() {
        return context;
    }

    RunEdits edits() {
        return edits;
    }

    ViewKeeper keeper() {
        return keeper;
    }

    SmallSeries points() {
        return points;
    }

    RunSelection selection() {
        return selection;
    }

    FilterText filter() {
        return filter;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Sidebar> sidebar() {
        return sidebar.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Scope> scope() {
        return scope.getReadOnlyProperty();
    }

    /// What the listing is of, which may be what was chosen before.
    ReadOnlyObjectProperty<Scope> listed() {
        return listed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TableState> state() {
        return state.getReadOnlyProperty();
    }

    /// Why nothing can be shown.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// What the status line says.
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        listings.cancel();
        sidebars.cancel();
        scopes.cancel();
        for (AutoCloseable subscription : subscriptions) {
            try {
                subscription.close();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        subscriptions.clear();
        cellsListener = () -> { };
        pointsListener = runs -> { };
    }
}

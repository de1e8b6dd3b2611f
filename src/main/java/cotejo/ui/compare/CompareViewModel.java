package cotejo.ui.compare;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Direction;
import cotejo.compare.FileOfRun;
import cotejo.compare.FileSums;
import cotejo.compare.Gathering;
import cotejo.compare.Ignoring;
import cotejo.compare.PickedGroups;
import cotejo.compare.Rules;
import cotejo.compare.Tolerance;
import cotejo.model.RunFrame;
import cotejo.settings.Comparing;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.UiContext;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import cotejo.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// What is compared, how, and what came of it. Reading runs with their files and comparing them happens behind; the
/// page shows values first, and what only files tell (packages, sums) a moment later.
final class CompareViewModel implements AutoCloseable {

    private final UiContext context;
    private final Latest gathering;
    private final Latest hashing;
    private final FileSums sums = new FileSums();
    private final Summing summing;
    private final StoredPoints points;
    private final Bag bag = new Bag();
    private final ReadOnlyObjectWrapper<List<Long>> keys = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Comparison> comparison = new ReadOnlyObjectWrapper<>(empty());
    private final ReadOnlyObjectWrapper<List<PageLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.EMPTY);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Long> baseline = new SimpleObjectProperty<>(-1L);
    private final BooleanProperty onlyDifferences = new SimpleBooleanProperty(true);
    private final BooleanProperty transposed = new SimpleBooleanProperty(false);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<PickedGroups> picked = new SimpleObjectProperty<>(PickedGroups.none());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final Set<String> folded = new HashSet<>();
    private String failure = "";

    CompareViewModel(UiContext context) {
        this.context = context;
        this.gathering = new Latest(context.background(), context.front());
        this.hashing = new Latest(context.background(), context.front());
        this.summing = new Summing(sums, context.front());
        this.points = new StoredPoints(context.workspace().series(), sums);
        onlyDifferences.addListener(any -> layOut());
        search.addListener(any -> layOut());
        baseline.addListener(any -> compare());
        bag.add(context.workspace().catalog().listen(frame -> context.front().execute(this::follow)));
    }

    private static Comparison empty() {
        return new Comparison(List.of(), -1, List.of());
    }

    /// Compares these runs; the first is the baseline until another is chosen.
    void compare(List<Long> runs) {
        List<Long> distinct = runs.stream().distinct().toList();
        if (!distinct.equals(keys.get())) {
            summing.want();
        }
        keys.set(distinct);
        if (!distinct.contains(baseline.get())) {
            baseline.set(distinct.isEmpty() ? -1L : distinct.getFirst());
        }
        gather();
    }

    void add(long run) {
        List<Long> next = new ArrayList<>(keys.get());
        next.add(run);
        compare(next);
    }

    void remove(long run) {
        compare(keys.get().stream().filter(key -> key != run).toList());
    }

    private void follow() {
        if (!keys.get().isEmpty()) {
            RunFrame frame = frame();
            List<Long> left = keys.get().stream().filter(key -> frame.row(key) >= 0).toList();
            compare(left);
        }
    }

    RunFrame frame() {
        return context.workspace().catalog().frame();
    }

    private void gather() {
        List<Long> wanted = keys.get();
        if (wanted.size() < 2) {
            gathering.cancel();
            hashing.cancel();
            show(empty().runs());
            layOut();
            phase.set(Phase.EMPTY);
            return;
        }
        if (phase.get() != Phase.FULL) {
            phase.set(Phase.LOADING);
        }
        gathering.submit(cancel -> gathered(wanted, cancel), runs -> {
            show(runs);
            compare();
        }, this::failed);
    }

    /// Shows these runs and nothing of them yet: lines of others have not as many values as the page has columns.
    private void show(List<ComparedRun> runs) {
        lines.set(List.of());
        comparison.set(new Comparison(runs, -1, List.of()));
    }

    private List<ComparedRun> gathered(List<Long> wanted, Cancel cancel) {
        RunFrame frame = frame();
        Workspace workspace = context.workspace();
        Gathering all = new Gathering(frame, workspace.sources().all(), workspace.registry()::logged,
                workspace.artifacts(), new Gathering.Kept(workspace.content()::ofRun,
                workspace.models().attachments()::of, workspace.content()::named));
        List<ComparedRun> runs = new ArrayList<>();
        int done = 0;
        for (long key : wanted) {
            double far = (double) done++ / wanted.size();
            context.front().execute(() -> progress.set(far));
            int row = frame.row(key);
            if (row >= 0) {
                runs.add(all.run(row, cancel));
            }
        }
        return List.copyOf(runs);
    }

    /// Stops reading and comparing, because the person asked for it.
    void stop() {
        gathering.cancel();
        hashing.cancel();
        phase.set(Phase.STOPPED);
    }

    /// Compares what was gathered anew, as rules and baseline are now.
    void compare() {
        List<ComparedRun> runs = comparison.get().runs();
        if (runs.size() < 2) {
            return;
        }
        int base = base(runs);
        Rules rules = rules();
        gathering.submit(cancel -> Comparison.of(runs, base, rules, points, cancel).withoutEchoes(), result -> {
            List<FileOfRun> files = summing.begin(result);
            show(result);
            readMore(result, files);
        }, this::failed);
    }

    private int base(List<ComparedRun> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).run().key() == baseline.get()) {
                return i;
            }
        }
        return -1;
    }

    private void show(Comparison result) {
        comparison.set(result);
        phase.set(Phase.FULL);
        layOut();
    }

    /// Whether a comparison is still the one that is shown, not one that is equal.
    @SuppressWarnings("ReferenceEquality")
    private boolean current(Comparison result) {
        return comparison.get() == result;
    }

    /// Sums of files and values at the best step come behind, as they cost reading.
    private void readMore(Comparison result, List<FileOfRun> files) {
        Rules rules = rules();
        hashing.submit(cancel -> {
            points.readWanted(cancel);
            summing.read(files, cancel);
            return Comparison.of(result.runs(), result.baseline(), rules, points, cancel).withoutEchoes();
        }, more -> {
            summing.rest();
            if (current(result)) {
                show(more);
            }
        }, this::failed);
    }

    /// Files of one size are not read to the end: whether they are the same stays open.
    void stopSums() {
        hashing.cancel();
        summing.refuse(comparison.get());
        layOut();
        readMore(comparison.get(), List.of());
    }

    /// Reads them after all.
    void readSums() {
        summing.want();
        List<FileOfRun> files = summing.begin(comparison.get());
        layOut();
        readMore(comparison.get(), files);
    }

    Summing summing() {
        return summing;
    }

    private void failed(Throwable why) {
        failure = cotejo.model.Problem.describe(why);
        phase.set(Phase.FAILED);
    }

    String failure() {
        return failure;
    }

    private void layOut() {
        Comparison whole = comparison.get();
        Comparison shown = !onlyDifferences.get() ? whole
                : summing.busy() ? whole.differences().decided() : whole.differences();
        lines.set(new PageLines(shown, whole, search.get(), Set.copyOf(folded)).lines());
        long differing = whole.sections().stream().mapToLong(cotejo.compare.Section::differing).sum();
        int all = whole.sections().stream().mapToInt(section -> section.rows().size()).sum();
        status.set(whole.runs().size() < 2 ? ""
                : Texts.get("compare.status", whole.runs().size(), differing, all));
    }

    /// Folds what is open, opens what is folded.
    void fold(String path) {
        if (!folded.remove(path)) {
            folded.add(path);
        }
        layOut();
    }

    Rules rules() {
        Comparing now = context.settings().get().comparing();
        Map<String, Direction.Better> directions = new HashMap<>();
        now.directions().forEach((metric, better) -> {
            for (Direction.Better value : Direction.Better.values()) {
                if (value.name().equalsIgnoreCase(better)) {
                    directions.put(metric, value);
                }
            }
        });
        return new Rules(Ignoring.of(now.ignore()), Tolerance.parse(now.tolerance()).orElse(Tolerance.NONE),
                directions);
    }

    /// Keeps other rules and compares by them.
    void change(java.util.function.UnaryOperator<Comparing> change) {
        context.settings().change(settings -> settings.withComparing(change.apply(settings.comparing())));
        compare();
    }

    UiContext context() {
        return context;
    }

    StoredPoints points() {
        return points;
    }

    FileSums sums() {
        return sums;
    }

    ReadOnlyObjectProperty<List<Long>> keys() {
        return keys.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Comparison> comparison() {
        return comparison.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<PageLine>> lines() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    /// The key of the run the others are measured against, or -1.
    ObjectProperty<Long> baseline() {
        return baseline;
    }

    /// The runs picked into groups by hand.
    ObjectProperty<PickedGroups> picked() {
        return picked;
    }

    /// How far the reading of runs has come, 0 to 1; below 0 while nothing is known.
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    BooleanProperty onlyDifferences() {
        return onlyDifferences;
    }

    BooleanProperty transposed() {
        return transposed;
    }

    StringProperty search() {
        return search;
    }

    @Override
    public void close() {
        gathering.cancel();
        hashing.cancel();
        bag.close();
    }
}

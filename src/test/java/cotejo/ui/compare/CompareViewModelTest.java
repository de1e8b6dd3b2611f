package cotejo.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.Workbench;
import cotejo.compare.Groups;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.Verdict;
import cotejo.model.RunFrame;
import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.store.WorkspaceFolder;
import cotejo.ui.Fx;
import cotejo.ui.Nobody;
import cotejo.ui.Told;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panel's model on the sample data, everything done at once.
class CompareViewModelTest {

    @TempDir
    private static Path folder;

    private static Workbench bench;
    private final SettingsStore settings = SettingsStore.inMemory(Settings.defaults());
    private CompareViewModel model;

    @BeforeAll
    static void open() throws Exception {
        bench = Workbench.open(WorkspaceFolder.at(folder.resolve("ws")), "test", Tasks.inline());
        Path sample = Path.of("sample-data", "digits-and-more", "mlruns");
        bench.workspace().imports().run(bench.workspace().recognition().look(List.of(sample), Cancel.never()).stores()
                .getFirst(), Progress.NONE, new Cancel());
        bench.workspace().catalog().fresh();
    }

    @AfterAll
    static void close() throws Exception {
        bench.close();
    }

    @BeforeEach
    void make() {
        model = new CompareViewModel(new UiContext(bench.workspace(), settings, Runnable::run, Runnable::run,
                new Told(), new Nobody(), new UndoStack()));
    }

    @AfterEach
    void end() {
        model.close();
    }

    private static long key(String name) {
        RunFrame frame = bench.workspace().catalog().frame();
        for (int row = 0; row < frame.size(); row++) {
            if (frame.run(row).name().equals(name)) {
                return frame.run(row).key();
            }
        }
        throw new AssertionError("no run " + name);
    }

    private List<String> shown(Section.Kind kind) {
        return model.lines().get().stream().filter(PageLine.Values.class::isInstance).map(PageLine.Values.class::cast)
                .filter(line -> line.kind() == kind && line.depth() == 0).map(line -> line.row().key()).toList();
    }

    private void compareTwo() {
        model.compare(List.of(key("forest depth 8"), key("forest depth 3")));
    }

    @Test
    void turnedRoundAKeyOfTwoSectionsSaysWhichItIs() {
        model.compare(List.of(key("lr=0.003 h=64 s=2"), key("lr=0.03 h=64 s=3")));
        Sheet turned = new TransposedSheet(new ValuesSheet(model, List.of(0, 0), any -> { }));
        List<Sheet.Head> rates = IntStream.range(0, turned.columns()).mapToObj(turned::column)
                .filter(head -> head.label().equals("lr")).toList();
        assertEquals(List.of("Parameters", "Metrics"), rates.stream().map(Sheet.Head::note).toList());
        assertTrue(IntStream.range(0, turned.columns()).mapToObj(turned::column)
                .anyMatch(head -> head.label().equals("seed") && head.note().isEmpty()));
    }

    @Test
    void turnedRoundAPartSaysOfWhat() {
        model.compare(List.of(key("lr=0.003 h=64 s=2"), key("lr=0.03 h=64 s=3")));
        model.lines().get().stream().filter(PageLine.Values.class::isInstance).map(PageLine.Values.class::cast)
                .filter(line -> line.kind() == Section.Kind.METRICS && line.foldable() && !line.open())
                .forEach(line -> model.fold(line.path()));
        Sheet turned = new TransposedSheet(new ValuesSheet(model, List.of(0, 0), any -> { }));
        List<String> least = IntStream.range(0, turned.columns()).mapToObj(turned::column)
                .filter(head -> head.label().equals("Minimum")).map(Sheet.Head::note).toList();
        assertTrue(least.size() > 1, least::toString);
        assertEquals(least.size(), least.stream().distinct().count(), least::toString);
        assertTrue(least.stream().anyMatch(note -> note.contains("val/loss")), least::toString);
    }

    @Test
    void oneRunIsNotEnough() {
        model.compare(List.of(key("forest depth 8")));
        assertEquals(Phase.EMPTY, model.phase().get());
    }

    @Test
    void differencesAreShownFirstAndAllOnDemand() {
        compareTwo();
        assertEquals(Phase.FULL, model.phase().get());
        assertEquals(List.of("setting"), shown(Section.Kind.PARAMS));
        model.onlyDifferences().set(false);
        assertEquals(List.of("model", "setting"), shown(Section.Kind.PARAMS));
    }

    @Test
    void theFirstRunIsTheBaseline() {
        compareTwo();
        assertEquals(0, model.comparison().get().baseline());
        model.baseline().set(key("forest depth 3"));
        assertEquals(1, model.comparison().get().baseline());
    }

    @Test
    void searchLooksAtKeysAndValues() {
        compareTwo();
        model.search().set("DEPTH 3");
        assertEquals(List.of("setting"), shown(Section.Kind.PARAMS));
        assertEquals(List.of(), shown(Section.Kind.METRICS));
    }

    @Test
    void aFoldedSectionKeepsItsTitle() {
        compareTwo();
        model.fold("metrics");
        assertEquals(List.of(), shown(Section.Kind.METRICS));
        assertTrue(model.lines().get().stream().anyMatch(line -> line instanceof PageLine.Title title
                && title.kind() == Section.Kind.METRICS && !title.open()));
    }

    @Test
    void rulesAreKeptInTheSettings() throws Exception {
        compareTwo();
        model.change(rules -> rules.ignoring("set*"));
        // What was written to set this up may just be told on another thread, behind which the change waits.
        for (int i = 0; i < 500 && !shown(Section.Kind.PARAMS).isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertEquals(List.of(), shown(Section.Kind.PARAMS));
        assertEquals(List.of("set*"), settings.get().comparing().ignore());
    }

    @Test
    void whatFilesTellComesBehind() {
        model.compare(List.of(key("lr=0.3 h=64 s=3"), key("lr=0.1 h=64 s=3")));
        assertTrue(config().differs());
        assertEquals(List.of("sha256"), config().parts().stream().map(Row::key).toList());
    }

    /// Work is done when the test says so, as it would be by a slow disk.
    @Test
    void readingFilesIsStoppedByItselfAndGoesOnWhenAskedTo() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        model.close();
        model = new CompareViewModel(new UiContext(bench.workspace(), settings, waiting::add, Runnable::run,
                new Told(), new Nobody(), new UndoStack()));
        model.compare(List.of(key("lr=0.3 h=64 s=3"), key("lr=0.1 h=64 s=3")));
        while (model.phase().get() != Phase.FULL) {
            waiting.remove().run();
        }
        assertFalse(listed(), "while it is being read it does not come and go");
        model.stopSums();
        all(waiting);
        assertEquals(new Summing.State.Stopped(2), model.summing().state().get());
        assertEquals(Phase.FULL, model.phase().get());
        assertEquals(Verdict.OPEN, config().verdict());
        assertTrue(listed(), "what may differ is among the differences");
        model.change(rules -> rules.withTolerance("0"));
        all(waiting);
        assertEquals(Verdict.OPEN, config().verdict());
        model.readSums();
        all(waiting);
        assertEquals(Verdict.DIFFERENT, config().verdict());
        assertEquals(new Summing.State.Quiet(), model.summing().state().get());
    }

    private boolean listed() {
        return model.lines().get().stream().anyMatch(line -> line instanceof PageLine.Values values
                && values.row().key().equals(config().key()));
    }

    private static void all(Deque<Runnable> waiting) {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private Row config() {
        return model.comparison().get().rows(Section.Kind.ARTIFACTS).stream()
                .filter(row -> row.key().equals("config.yaml")).findAny().orElseThrow();
    }

    @Test
    void aRunThatIsTakenOutIsGone() {
        model.compare(List.of(key("forest depth 8"), key("forest depth 3"), key("logistic C=1")));
        model.remove(key("forest depth 3"));
        assertFalse(model.keys().get().contains(key("forest depth 3")));
        assertEquals(2, model.comparison().get().runs().size());
    }

    @Test
    void noLineHasOtherRunsThanThePage() {
        List<String> broken = new java.util.ArrayList<>();
        Runnable look = () -> model.lines().get().stream().filter(PageLine.Values.class::isInstance)
                .map(PageLine.Values.class::cast)
                .filter(line -> line.row().values().size() != model.comparison().get().runs().size())
                .forEach(line -> broken.add(line.label()));
        model.comparison().addListener((property, before, now) -> look.run());
        model.lines().addListener((property, before, now) -> look.run());
        compareTwo();
        model.compare(List.of(key("forest depth 8"), key("forest depth 3"), key("logistic C=1")));
        compareTwo();
        model.compare(List.of(key("forest depth 8")));
        assertEquals(List.of(), broken);
    }

    @Test
    void runsOfAValueMakeGroups() {
        RunFrame frame = bench.workspace().catalog().frame();
        model.compare(java.util.stream.IntStream.range(0, frame.size())
                .filter(row -> frame.run(row).name().startsWith("lr=0.")).mapToObj(row -> frame.run(row).key())
                .toList());
        Groups first = Groups.of(model.comparison().get()).getFirst();
        assertEquals(12, first.first().runs().size());
        assertEquals(12, first.second().runs().size());
    }

    /// A run that was stopped has the losses only.
    @Test
    void aGapIsLookedAtInAMetricThatBothSidesHave() throws Exception {
        model.compare(List.of(key("interrupted"), key("lr=0.3 h=16 s=2")));
        assertEquals("train/loss", Fx.run(() -> {
            ExplainPage page = new ExplainPage(model);
            page.show(model.comparison().get());
            return page.metric();
        }));
    }
}

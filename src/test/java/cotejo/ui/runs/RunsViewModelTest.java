package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.RunStatus;
import cotejo.query.ColumnRef;
import cotejo.query.RowsSpec.Nesting;
import cotejo.query.SortKey;
import cotejo.ui.curves.BoardSetup;
import cotejo.ui.curves.Look;
import cotejo.ui.curves.PanelSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The view model over a real workspace, without a toolkit.
final class RunsViewModelTest {

    @TempDir
    private Path folder;
    private RunsHouse house;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        house = RunsHouse.inline(folder);
        house.write("vision", writing -> {
            writing.run("sweep", null, Map.of("opt", "adam", "seed", "1"), Map.of());
            writing.run("a", "sweep", Map.of("opt", "adam", "lr", "0.1", "seed", "1"), Map.of("loss", 0.5));
            writing.run("b", "sweep", Map.of("opt", "sgd", "lr", "0.2", "seed", "1"), Map.of("loss", 0.25));
            writing.run("c", null, Map.of("opt", "sgd", "lr", "0.3", "seed", "1"), Map.of("loss", Double.NaN));
        });
        house.write("speech", writing -> writing.run("d", null, RunStatus.FAILED, Map.of("opt", "adam"),
                Map.of("team", "ears"), Map.of("loss", 1.0, "wer", 0.125), 3));
        model = house.model();
    }

    @AfterEach
    void close() {
        model.close();
        house.close();
    }

    private void filter(String text) {
        model.filter().text().set(text);
        model.applyFilter();
    }

    private static final ColumnRef LOSS = ColumnRef.metric("loss");

    @Test
    void aSmallTableOpensWithNestedRunsInSight() {
        assertEquals(RunsViewModel.Phase.FULL, model.phase().get());
        assertTrue(RunsHouse.names(model).containsAll(List.of("sweep", "  a", "  b", "c", "d")));
    }

    private void crowd() throws Exception {
        house.write("crowd", writing -> {
            for (int i = 0; i < 600; i++) {
                writing.run("one " + i, null, Map.of(), Map.of());
            }
        });
        RunsHouse.until(() -> model.listing().get().frame().size() == 605);
    }

    @Test
    void nestedRunsOfASmallExperimentAreInSightWhateverElseThereIs() throws Exception {
        crowd();
        model.choose(new Scope.Experiments(Set.of(experiment("vision"))));
        assertTrue(RunsHouse.names(model).containsAll(List.of("sweep", "  a", "  b", "c")));
    }

    @Test
    void aTableThatGrowsDoesNotFoldItself() throws Exception {
        crowd();
        assertTrue(RunsHouse.names(model).containsAll(List.of("sweep", "  a", "  b", "c", "d")));
    }

    @Test
    void groupsBeginClosedAlsoWhereRunsWereOpenedBefore() {
        int sweep = RunsHouse.names(model).indexOf("sweep");
        model.toggle(sweep);
        model.toggle(sweep);
        model.change(state -> state.withGroupBy(List.of(new ColumnRef.Param("opt"))));
        assertEquals(List.of("[adam n=3]", "[sgd n=2]"), RunsHouse.names(model));
    }

    @Test
    void whatWasClosedAndOpenedStaysOpenUnderAFilter() {
        int sweep = RunsHouse.names(model).indexOf("sweep");
        model.toggle(sweep);
        assertFalse(RunsHouse.names(model).contains("  a"));
        model.toggle(sweep);
        filter("metrics.loss < 0.3");
        assertEquals(List.of("sweep (faint)", "  b"), RunsHouse.names(model));
    }

    @Test
    void missingAndNotANumberComeLastBothWays() {
        model.change(state -> state.withNesting(Nesting.FLAT).withSort(List.of(SortKey.ascending(LOSS))));
        assertEquals(List.of("b", "a", "d", "c", "sweep"), RunsHouse.names(model));
        model.change(state -> state.withSort(List.of(SortKey.descending(LOSS))));
        assertEquals(List.of("d", "a", "b", "c", "sweep"), RunsHouse.names(model));
    }

    @Test
    void aFilterKeepsAncestorsAndMarksThem() {
        filter("metrics.loss < 0.3");
        assertEquals(List.of("sweep (faint)", "  b"), RunsHouse.names(model));
        assertEquals("1 of 5 runs", model.count());
    }

    @Test
    void aFilterThatCannotBeReadLeavesTheTableAlone() {
        filter("metrics.loss <");
        assertNotNull(model.filter().error().get());
        assertEquals(14, model.filter().error().get().column());
        assertEquals(5, model.listing().get().rows().size());
    }

    @Test
    void aFilterThatNothingPassesHasAStateOfItsOwn() {
        filter("metrics.loss > 100");
        assertEquals(RunsViewModel.Phase.NO_MATCH, model.phase().get());
        filter("");
        assertEquals(RunsViewModel.Phase.FULL, model.phase().get());
    }

    @Test
    void unequalSaysThatRunsWithoutTheKeyAreLeftOut() {
        model.filter().text().set("params.lr != '0.1'");
        assertTrue(model.filter().hint().get().contains("IS NULL"));
        model.filter().text().set("params.lr = '0.1'");
        assertEquals("", model.filter().hint().get());
    }

    @Test
    void aClickOnACellJoinsItsValueToTheFilter() {
        filter("params.opt = 'sgd'");
        int row = model.listing().get().frame().row(RunsHouse.key(model, "b"));
        model.narrowTo(new ColumnRef.Param("lr"), row);
        assertEquals("params.opt = 'sgd' AND params.lr = '0.2'", model.filter().text().get());
        assertEquals(List.of("sweep (faint)", "  b"), RunsHouse.names(model));
    }

    @Test
    void selectionIsKeptByRunThroughSortFilterAndNewData() throws Exception {
        long b = RunsHouse.key(model, "b");
        model.selection().choose(List.of(b, RunsHouse.key(model, "c")));
        model.change(state -> state.withSort(List.of(SortKey.descending(LOSS))));
        filter("metrics.loss < 0.3");
        assertEquals(2, model.selection().size());
        assertEquals(b, model.selection().leadKey());
        filter("");
        house.write("vision", writing -> writing.run("new", null, Map.of(), Map.of("loss", 0.01)));
        RunsHouse.until(() -> model.listing().get().frame().size() == 6);
        assertTrue(model.selection().has(b));
        assertEquals(b, model.selection().leadKey());
    }

    @Test
    void columnsThatDoNotVaryAreLeftOutByOneClick() {
        ColumnSpec seed = ColumnSpec.of(new ColumnRef.Param("seed"));
        ColumnSpec opt = ColumnSpec.of(new ColumnRef.Param("opt"));
        filter("params.lr IS NOT NULL");
        model.change(state -> state.withColumns(List.of(seed, opt)));
        assertEquals(2, model.listing().get().columns().size());
        model.change(state -> state.withSpare(TableState.Spare.ONLY_VARYING));
        assertEquals(List.of(opt.ref()), model.listing().get().columns().stream().map(GridColumn::ref).toList());
        assertEquals(1, model.listing().get().leftOut());
    }

    @Test
    void groupsHaveTheirNumbers() {
        model.change(state -> state.withGroupBy(List.of(new ColumnRef.Param("opt"))));
        assertEquals(List.of("[adam n=3]", "[sgd n=2]"), RunsHouse.names(model));
        cotejo.query.RunRow.Group adam = (cotejo.query.RunRow.Group) model.listing().get().rows().get(0);
        cotejo.query.Spread spread = adam.members().spread(LOSS);
        assertEquals(2, spread.n());
        assertEquals(0.75, spread.mean());
        assertEquals("0.75 ± 0.35", GroupText.mean(spread, LOSS));
        assertEquals("0.5 … 1", GroupText.range(spread, LOSS));
    }

    @Test
    void aViewComesBackAsItWasSaved() {
        TableState saved = new TableState(List.of(new ColumnSpec(new ColumnRef.Metric("a \"b\"/c",
                cotejo.model.MetricStat.MIN), ColumnSpec.Look.VALUE, 133, ColumnSpec.Place.PINNED),
                ColumnSpec.curve("loss"), ColumnSpec.of(new ColumnRef.MetricAt("loss", 2.5))), 300,
                List.of(SortKey.descending(LOSS), SortKey.ascending(new ColumnRef.Tag("team"))), "metrics.loss < 1",
                List.of(new ColumnRef.Param("opt")), Nesting.FLAT, TableState.Spare.ONLY_VARYING,
                new ChartState(ChartState.Layout.BOTH, "loss", BoardSetup.plain().withShown(BoardSetup.Shown.TABLE)
                        .withLook(Look.plain().with("smoothing", "ema:0.6").with("x", "WALL"))));
        assertEquals(saved, TableStateJson.read(TableStateJson.write(saved)));
        assertEquals(TableState.plain(), TableStateJson.read("not JSON"));
    }

    @Test
    void aViewSavedBeforeBoardsCouldBeArrangedIsRead() {
        ChartState read = TableStateJson.read("""
                {"chart":{"layout":"both","smoothing":0.6,"x":"WALL","logY":true,"search":"loss","size":"LARGE"}}
                """).chart();
        assertEquals(new ChartState(ChartState.Layout.BOTH, "loss", BoardSetup.plain().withSize(PanelSize.LARGE)
                .withLook(Look.plain().with("smoothing", "ema:0.6").with("x", "WALL").with("yScale", "LOG"))), read);
    }

    @Test
    void theLookOfEachExperimentIsKept() {
        long vision = experiment("vision");
        model.choose(new Scope.Experiments(Set.of(vision)));
        model.change(state -> state.withSort(List.of(SortKey.descending(LOSS))));
        filter("params.opt = 'sgd'");
        model.choose(new Scope.Experiments(Set.of(experiment("speech"))));
        assertEquals("", model.filter().text().get());
        assertEquals(List.of("d"), RunsHouse.names(model));
        model.choose(new Scope.Experiments(Set.of(vision)));
        assertEquals("params.opt = 'sgd'", model.state().get().filter());
        try (RunsViewModel again = house.model()) {
            again.choose(new Scope.Experiments(Set.of(vision)));
            assertEquals(model.state().get(), again.state().get());
        }
    }

    private long experiment(String name) {
        return model.listing().get().frame().experiments().values().stream().filter(e -> e.name().equals(name))
                .findAny().orElseThrow().key();
    }

    @Test
    void editsOnManyAreTakenBackAtOnce() throws Exception {
        Set<Long> two = Set.of(RunsHouse.key(model, "a"), RunsHouse.key(model, "c"));
        model.edits().tag(two, "keep", "yes");
        RunsHouse.until(() -> tagged() == 2);
        assertEquals("Tag “keep” set on 2 runs", house.undo.undoText().get());
        assertEquals(List.of("Tag “keep” set on 2 runs"), house.heard.undoables);
        house.undo.undo();
        RunsHouse.until(() -> tagged() == 0);
        house.undo.redo();
        RunsHouse.until(() -> tagged() == 2);
    }

    private int tagged() {
        cotejo.model.TextColumn column = model.listing().get().frame().tag("keep");
        return column == null ? 0 : column.present();
    }

    @Test
    void trashedRunsWaitInTheTrashAndCanComeBack() throws Exception {
        long c = RunsHouse.key(model, "c");
        model.edits().trash(Set.of(c));
        RunsHouse.until(() -> model.listing().get().inScope() == 4);
        RunsHouse.until(() -> model.sidebar().get().trashed() == 1);
        model.choose(new Scope.Trash());
        assertEquals(List.of("c"), RunsHouse.names(model));
        model.edits().restore(Set.of(c));
        RunsHouse.until(() -> model.phase().get() == RunsViewModel.Phase.NOTHING_HERE);
    }

    @Test
    void whatIsSelectedButNotInTheTableIsNotChanged() throws Exception {
        long c = RunsHouse.key(model, "c");
        long d = RunsHouse.key(model, "d");
        model.selection().only(0);
        model.selection().toggle(1);
        assertEquals(2, model.changed().size());
        Set<Long> before = model.selection().keys();
        long gone = before.contains(c) ? c : before.contains(d) ? d : before.iterator().next();
        model.edits().trash(Set.of(gone));
        RunsHouse.until(() -> model.listing().get().inScope() == 4);
        assertEquals(before, model.selection().keys());
        assertEquals(1, model.changed().size());
        assertTrue(model.status().get().contains("1 of them not in this table"), model.status().get());
    }

    @Test
    void deletingForGoodSaysWhatGoesAndAsksFirst() throws Exception {
        long d = RunsHouse.key(model, "d");
        model.edits().deleteForGood(Set.of(d));
        assertEquals(1, house.answers.asked.size());
        assertTrue(house.answers.asked.getFirst().contains("1 run with 6 metric points"),
                house.answers.asked.getFirst());
        assertEquals(5, model.listing().get().frame().size());
        house.answers.agrees = true;
        model.edits().deleteForGood(Set.of(d));
        RunsHouse.until(() -> model.listing().get().frame().size() == 4);
    }

    @Test
    void renamingAndMovingShowAtOnce() throws Exception {
        model.edits().rename(Set.of(RunsHouse.key(model, "a")), "alpha");
        RunsHouse.until(() -> RunsHouse.names(model).contains("  alpha"));
        model.edits().moveTo(Set.of(RunsHouse.key(model, "c")), experiment("speech"), "speech");
        model.choose(new Scope.Experiments(Set.of(experiment("speech"))));
        RunsHouse.until(() -> model.listing().get().inScope() == 2);
    }

    @Test
    void severalRunsAreRenamedTogether() throws Exception {
        model.edits().rename(Set.of(RunsHouse.key(model, "a"), RunsHouse.key(model, "b")), "alpha");
        RunsHouse.until(() -> RunsHouse.names(model).stream().filter(name -> name.strip().equals("alpha")).count()
                == 2);
    }

    @Test
    void columnsAreAddedMovedPinnedAndTakenAway() {
        ColumnEdits columns = new ColumnEdits(model);
        ColumnSpec lr = ColumnSpec.of(new ColumnRef.Param("lr"));
        ColumnSpec opt = ColumnSpec.of(new ColumnRef.Param("opt"));
        ColumnSpec loss = ColumnSpec.of(LOSS);
        model.change(state -> state.withColumns(List.of(lr, opt)));
        columns.add(List.of(loss, lr));
        assertEquals(List.of(lr, opt, loss), model.state().get().columns());
        columns.move(2, 0);
        assertEquals(List.of(loss, lr, opt), model.state().get().columns());
        columns.change(opt, spec -> spec.withPlace(ColumnSpec.Place.PINNED));
        assertEquals(opt.ref(), model.listing().get().columns().getFirst().ref());
        columns.remove(List.of(lr));
        assertFalse(columns.has(lr.ref()));
    }

    @Test
    void copiedNumbersAreExact() {
        model.change(state -> state.withColumns(List.of(ColumnSpec.of(ColumnRef.metric("wer")),
                ColumnSpec.of(new ColumnRef.Param("lr")))));
        String text = new TableExport(model.listing().get()).text(cotejo.export.TableText.Format.TSV,
                Set.of(RunsHouse.key(model, "d")));
        assertEquals("run_id\tname\tstatus\tmetrics.wer\tparams.lr\nd\td\tFAILED\t0.125\t\n", text);
    }

    @Test
    void idNameAndStatusStandOnceInWhatIsCopied() {
        model.change(state -> state.withColumns(List.of(
                ColumnSpec.of(ColumnRef.attribute(cotejo.query.RunAttribute.RUN_ID)),
                ColumnSpec.of(ColumnRef.attribute(cotejo.query.RunAttribute.STATUS)),
                ColumnSpec.of(ColumnRef.metric("wer")))));
        String text = new TableExport(model.listing().get()).text(cotejo.export.TableText.Format.TSV,
                Set.of(RunsHouse.key(model, "d")));
        assertEquals("run_id\tname\tstatus\tmetrics.wer\nd\td\tFAILED\t0.125\n", text);
    }

    @Test
    void selectedRunsThatAreFoldedAwayAreCopiedToo() {
        model.change(state -> state.withColumns(List.of(ColumnSpec.of(ColumnRef.metric("wer")))));
        model.toggle(RunsHouse.names(model).indexOf("sweep"));
        String text = new TableExport(model.listing().get()).text(cotejo.export.TableText.Format.TSV,
                Set.of(RunsHouse.key(model, "d"), RunsHouse.key(model, "a")));
        assertEquals("run_id\tname\tstatus\tmetrics.wer\nd\td\tFAILED\t0.125\na\ta\tFINISHED\t\n", text);
    }

    @Test
    void runsMoveToAnyOtherExperimentAndThoseOfOneNameAreToldApart() throws Exception {
        house.writeAgain("speech", "other", writing -> writing.run("e", null, Map.of(), Map.of()));
        RunsHouse.until(() -> model.sidebar().get().sources().size() == 3
                && model.listing().get().frame().experiments().size() == 3);
        assertEquals(List.of("speech · other", "speech · speech"), targets("a"));
        assertEquals(List.of("speech · other", "speech · speech", "vision"), targets("a", "d"));
    }

    private List<String> targets(String... runs) {
        Set<Long> keys = new java.util.HashSet<>();
        List.of(runs).forEach(name -> keys.add(RunsHouse.key(model, name)));
        return MoveTarget.of(keys, model.listing().get().frame(), model.sidebar().get()).stream()
                .map(MoveTarget::words).toList();
    }

    @Test
    void aViewRenamedToTheNameItHasIsKept() {
        model.keeper().save("best", model.state().get());
        model.keeper().rename("best", "best");
        model.keeper().names(known -> assertEquals(Set.of("best"), known.keySet()));
    }

    @Test
    void aWorkspaceWithoutRunsSaysSo(@TempDir Path empty) {
        try (RunsHouse other = RunsHouse.inline(empty); RunsViewModel none = other.model()) {
            assertEquals(RunsViewModel.Phase.NO_RUNS, none.phase().get());
        }
    }

    @Test
    void clicksOnHeadsMakeAnOrderOfSeveralKeys() {
        ColumnRef opt = new ColumnRef.Param("opt");
        TableState state = TableState.plain().sortedBy(opt);
        assertEquals(List.of(SortKey.ascending(opt)), state.sort());
        state = state.alsoSortedBy(LOSS);
        assertEquals(List.of(SortKey.ascending(opt), SortKey.ascending(LOSS)), state.sort());
        state = state.alsoSortedBy(opt);
        assertEquals(List.of(SortKey.descending(opt), SortKey.ascending(LOSS)), state.sort());
        assertNull(state.sortedBy(opt).sort().stream().filter(key -> key.column().equals(LOSS)).findAny().orElse(null));
    }
}

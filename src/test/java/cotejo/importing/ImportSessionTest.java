package cotejo.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.Workbench;
import cotejo.artifact.RunArtifacts;
import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.store.RunEdit;
import cotejo.store.WorkspaceFolder;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import cotejo.work.Tasks;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportSessionTest {

    @TempDir
    Path folder;

    private Workbench bench;
    private Workspace workspace;
    private Path store;

    @BeforeEach
    void open() throws IOException {
        bench = Workbench.open(WorkspaceFolder.at(folder.resolve("workspace")), "test", Tasks.inline());
        workspace = bench.workspace();
        store = folder.resolve("some runs").resolve("mlruns");
        for (int run = 0; run < 40; run++) {
            writeRun(run, 50);
        }
        Files.writeString(store.resolve("7").resolve("meta.yaml"),
                "experiment_id: '7'\nname: sweep\nartifact_location: file:///gone/7\nlifecycle_stage: active\n");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aStoreThatCannotBeReadAtAllIsNoSource() throws IOException {
        Path cut = Files.write(folder.resolve("mlflow.db"), "SQLite format 3\0".getBytes(StandardCharsets.UTF_8));
        FoundStore broken = new FoundStore(cut, "", Importers.all().stream()
                .filter(one -> one.id().equals("mlflow-sqlite")).findFirst().orElseThrow(), Claim.certain(""));
        assertThrows(IOException.class,
                () -> workspace.imports().run(broken, Progress.NONE, Cancel.never()));
        assertEquals(List.of(), workspace.sources().all());
    }

    @Test
    void aCancelledImportKeepsWholeRunsAndTheNextOneCompletesIt() throws IOException {
        for (int stopAfter : new int[] {0, 1, 7, 23}) {
            Cancel cancel = new Cancel();
            ImportReport cut = workspace.imports().run(found(store), (what, done, total) -> {
                if (done > stopAfter) {
                    cancel.request();
                }
            }, cancel);
            assertTrue(cut.cancelled());
            RunFrame frame = workspace.catalog().fresh();
            assertTrue(frame.size() < 40);
            for (int row = 0; row < frame.size(); row++) {
                assertEquals(50, workspace.series().read(frame.run(row).key(), "loss").size());
            }
        }
        ImportReport rest = importAll(store);
        assertFalse(rest.cancelled());
        assertEquals(40, workspace.catalog().fresh().size());
        assertEquals(40 * 50, rest.metricPoints());
    }

    @Test
    void aParentFolderIsSearchedAndEveryStoreInItOffered() throws IOException {
        Path other = folder.resolve("some runs").resolve("old").resolve("mlruns.db");
        copyTree(store, other);
        Looked looked = workspace.recognition().look(List.of(folder.resolve("some runs")), Cancel.never());
        assertEquals(List.of(store.toRealPath().toString(), other.toRealPath().toString()),
                looked.stores().stream().map(FoundStore::display).sorted().toList());
        assertTrue(looked.stores().stream().allMatch(found -> found.importer().id().equals("mlflow-folder")));
    }

    @Test
    void aZipOfAStoreIsReadAsTheStore() throws IOException {
        Path zip = folder.resolve("runs.zip");
        zip(store.getParent(), zip);
        ImportReport report = importAll(zip);
        assertEquals(40, report.runsAdded());
        assertEquals(2000, report.metricPoints());
        assertEquals(40, importAll(zip).runsUnchanged());
    }

    @Test
    void aZipThatIsAStoreFromItsRootIsReadAgain() throws IOException {
        Path zip = folder.resolve("runs.zip");
        zip(store, zip);
        assertEquals(40, importAll(zip).runsAdded());
        Source source = workspace.sources().all().getFirst();
        FoundStore again = SourceWatch.storeOf(source, found(store).importer());
        assertEquals(40, workspace.imports().run(again, Progress.NONE, Cancel.never()).runsUnchanged());
    }

    @Test
    void artifactsInAZipAreListedWithTheirSizes() throws IOException {
        Path run;
        try (Stream<Path> runs = Files.list(store.resolve("7"))) {
            run = runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path model = Files.createDirectories(run.resolve("artifacts").resolve("model"));
        Files.write(model.resolve("weights.bin"), new byte[1234]);
        Files.writeString(run.resolve("artifacts").resolve("note.txt"), "kept");
        Path zip = folder.resolve("runs.zip");
        zip(store.getParent(), zip);
        importAll(zip);
        RunFrame frame = workspace.catalog().fresh();
        int row = 0;
        while (!frame.run(row).id().equals(String.valueOf(run.getFileName()))) {
            row++;
        }
        RunArtifacts artifacts = RunArtifacts.of(workspace.sources().all().getFirst(), frame, row);
        assertEquals(List.of("model/weights.bin 1234", "note.txt 4"),
                artifacts.files().stream().map(file -> file.path() + " " + file.size()).toList());
        assertTrue(String.valueOf(artifacts.place()).startsWith(zip.toRealPath() + "!/"), artifacts.toString());
        assertNull(artifacts.reason());
    }

    @Test
    void aZipInADroppedFolderIsOfferedWithTheOtherStores() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("some runs").resolve("kept")).resolve("last-year.bin");
        zip(store.getParent(), folder.resolve("runs.zip"));
        Files.move(folder.resolve("runs.zip"), kept);
        Looked looked = workspace.recognition().look(List.of(folder.resolve("some runs")), Cancel.never());
        assertEquals(List.of(kept.toRealPath() + "!/mlruns", store.toRealPath().toString()),
                looked.stores().stream().map(FoundStore::display).sorted().toList());
    }

    @Test
    void aZipThatHoldsNoStoreIsPassedOverInADroppedFolder() throws IOException {
        zip(Files.createDirectories(store.resolve("7").resolve("nothing")), folder.resolve("some runs/empty.zip"));
        Path arrays = folder.resolve("some runs").resolve("weights.npz");
        try (OutputStream file = Files.newOutputStream(arrays); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("meta.yaml"));
            out.write("experiment_id: '1'\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Looked looked = workspace.recognition().look(List.of(folder.resolve("some runs")), Cancel.never());
        assertEquals(List.of(store.toRealPath().toString()),
                looked.stores().stream().map(FoundStore::display).toList());
    }

    @Test
    void aFolderOfOneBrokenZipSaysWhatIsWrongWithIt() throws IOException {
        Path zip = Files.createDirectories(folder.resolve("sent")).resolve("evil.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("../../outside/meta.yaml"));
            out.closeEntry();
        }
        Looked looked = workspace.recognition().look(List.of(zip.getParent()), Cancel.never());
        assertEquals(0, looked.stores().size());
        assertTrue(looked.refused().getFirst().message().contains("../../outside/meta.yaml"),
                looked.refused().toString());
    }

    @Test
    void aZipWhoseEntryClimbsOutIsRefusedInASentence() throws IOException {
        Path zip = folder.resolve("evil.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("../../outside/meta.yaml"));
            out.write("experiment_id: '1'\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Looked looked = workspace.recognition().look(List.of(zip), Cancel.never());
        assertEquals(0, looked.stores().size());
        assertTrue(looked.refused().getFirst().message().contains("../../outside/meta.yaml"));
    }

    @Test
    void aZipWithTwoEntriesOfOneNameIsRefusedInASentence() throws IOException {
        Path zip = folder.resolve("twins.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : List.of("store/meta.yaml", "store/mets.yaml")) {
                out.putNextEntry(new ZipEntry(name));
                out.closeEntry();
            }
        }
        // The program that writes zip files refuses to do this, so the second name is changed in what it wrote.
        String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
        Files.writeString(zip, bytes.replace("store/mets.yaml", "store/meta.yaml"), StandardCharsets.ISO_8859_1);
        Looked looked = workspace.recognition().look(List.of(zip), Cancel.never());
        assertEquals(0, looked.stores().size());
        assertTrue(looked.refused().getFirst().message().contains("store/meta.yaml"), looked.refused().toString());
    }

    @Test
    void aLinkThatLoopsEndsTheSearchAllTheSame() throws IOException {
        Files.createSymbolicLink(folder.resolve("some runs").resolve("loop"), folder.resolve("some runs"));
        Looked looked = workspace.recognition().look(List.of(folder.resolve("some runs")), Cancel.never());
        assertEquals(1, looked.stores().size());
    }

    @Test
    void whatIsNoStoreIsRefusedByNameWithAReason() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("notes.txt"), "hello");
        Path missing = folder.resolve("missing");
        Path nothing = Files.createFile(folder.resolve("nothing.db"));
        Looked looked = workspace.recognition().look(List.of(empty, text, missing, nothing), Cancel.never());
        assertEquals(List.of(), looked.stores());
        assertEquals(List.of(empty.toString(), text.toString(), missing.toString(), nothing.toString()),
                looked.refused().stream().map(problem -> problem.file()).toList());
        assertEquals(4, looked.refused().stream().map(problem -> problem.message()).distinct().count());
    }

    @Test
    void aRunThatGrewIsExtendedByWhatIsNew() throws IOException {
        importAll(store);
        Files.writeString(metric(3), "1700000050000 99.5 50\n", StandardOpenOption.APPEND);
        ImportReport again = importAll(store);
        assertEquals(1, again.runsUpdated());
        assertEquals(39, again.runsUnchanged());
        assertEquals(2001, again.metricPoints());
        RunFrame frame = workspace.catalog().fresh();
        MetricSeries series = workspace.series().read(frame.run(rowOf(frame, 3)).key(), "loss");
        assertEquals(51, series.size());
        assertEquals(99.5, series.value(50));
    }

    @Test
    void aWatchedSourceIsReadAgainWhenItGrows() throws Exception {
        importAll(store);
        Source source = workspace.sources().all().getFirst();
        workspace.sources().update(new Source(source.key(), source.format(), source.path(), source.label(),
                source.imported(), true, ""));
        workspace.watch().start();
        Files.writeString(metric(5), "1700000050000 77 50\n", StandardOpenOption.APPEND);
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        // What is told of the first import may still be on its way: only the points themselves say that they are there.
        while (points(5) < 51 && System.nanoTime() < patience) {
            Thread.sleep(20);
        }
        assertEquals(51, points(5));
    }

    private int points(int run) {
        RunFrame frame = workspace.catalog().fresh();
        return workspace.series().read(frame.run(rowOf(frame, run)).key(), "loss").size();
    }

    @Test
    void editsSurviveImportingAgainAndADeletedRunStaysAway() throws IOException {
        importAll(store);
        RunFrame frame = workspace.catalog().fresh();
        long first = frame.run(rowOf(frame, 1)).key();
        long second = frame.run(rowOf(frame, 2)).key();
        workspace.edits().apply(List.of(RunEdit.name(first, "mine")));
        workspace.edits().deleteForGood(List.of(second));
        Files.writeString(metric(1), "1700000050000 1 50\n", StandardOpenOption.APPEND);
        Files.writeString(metric(2), "1700000050000 1 50\n", StandardOpenOption.APPEND);
        importAll(store);
        frame = workspace.catalog().fresh();
        assertEquals(39, frame.size());
        assertEquals("mine", frame.run(frame.row(first)).name());
        assertEquals(-1, frame.row(second));
    }

    @Test
    void removingASourceTakesAllOfItAndLeavesItsFiles() throws IOException {
        importAll(store);
        workspace.sources().remove(workspace.sources().all().getFirst().key());
        assertEquals(0, workspace.catalog().fresh().size());
        assertEquals(0, workspace.catalog().fresh().experiments().size());
        assertTrue(Files.exists(metric(0)));
        assertEquals(40, importAll(store).runsAdded());
    }

    private ImportReport importAll(Path path) throws IOException {
        return workspace.imports().run(found(path), Progress.NONE, Cancel.never());
    }

    private FoundStore found(Path path) {
        Looked looked = workspace.recognition().look(List.of(path), Cancel.never());
        assertEquals(List.of(), looked.refused());
        return looked.stores().getFirst();
    }

    private static int rowOf(RunFrame frame, int run) {
        for (int row = 0; row < frame.size(); row++) {
            if (frame.run(row).id().equals(id(run))) {
                return row;
            }
        }
        throw new AssertionError("run " + run + " is not there");
    }

    private static String id(int run) {
        return String.format(java.util.Locale.ROOT, "%032x", 0xabc0000L + run);
    }

    private Path metric(int run) {
        return store.resolve("7").resolve(id(run)).resolve("metrics").resolve("loss");
    }

    private void writeRun(int run, int points) throws IOException {
        Path at = store.resolve("7").resolve(id(run));
        for (String part : List.of("params", "metrics", "tags")) {
            Files.createDirectories(at.resolve(part));
        }
        Files.writeString(at.resolve("meta.yaml"), """
                artifact_uri: file:///gone/7/%s/artifacts
                end_time: null
                experiment_id: '7'
                lifecycle_stage: active
                run_id: %s
                run_name: run %d
                start_time: 1700000000000
                status: 1
                user_id: ana
                """.formatted(id(run), id(run), run));
        Files.writeString(at.resolve("params").resolve("lr"), "0." + run);
        StringBuilder lines = new StringBuilder();
        for (int step = 0; step < points; step++) {
            lines.append(1_700_000_000_000L + 1000L * step).append(' ').append(1.0 / (step + 1)).append(' ')
                    .append(step).append('\n');
        }
        Files.writeString(metric(run), lines);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path));
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void zip(Path from, Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file);
                var paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(from.relativize(path).toString().replace('\\', '/')));
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }
}

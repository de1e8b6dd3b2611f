package cotejo.ui.curves;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import cotejo.chart.ChartTheme;
import cotejo.chart.FigureFile;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.Sweeps;
import cotejo.export.ChartData;
import cotejo.model.RunFrame;
import cotejo.ui.Fx;
import cotejo.ui.Nobody;
import cotejo.ui.Told;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Charts leave the window: files, clipboard and drags, without a display.
final class FiguresTest {

    @TempDir
    private Path folder;

    private final Told told = new Told();
    private final Queue<Runnable> behind = new ArrayDeque<>();
    private boolean later;
    private Path chosen;
    private List<String> endings = List.of();
    private CurvesPane pane;
    private CurvesViewModel model;
    private Figures figures;

    @BeforeEach
    void open() throws Exception {
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        RunFrame frame = new Sweeps().run("first", Map.of("lr", "0.1"), Map.of("val/loss", 0.4, "best_score", 0.9))
                .run("second", Map.of("lr", "0.2"), Map.of("val/loss", 0.5, "best_score", 0.8)).frame();
        model = new CurvesViewModel(new SampleCurves(),
                job -> {
                    if (later) {
                        behind.add(job);
                    } else {
                        job.run();
                    }
                }, Runnable::run);
        figures = new Figures(model, new Answers(), told);
        Set<String> metrics = Set.of("val/loss", "best_score", "final_score");
        pane = Fx.run(() -> {
            model.setRuns(new BoardRuns(List.of(new CurveRun(frame.run(0).key(), "a", "first", 0, metrics),
                    new CurveRun(frame.run(1).key(), "b", "second", 1, metrics)), 2, frame, new int[] {0, 1}));
            model.actions().add(new PanelSpec("", PanelSpec.Kind.SCATTER, "", Map.of()));
            CurvesPane made = new CurvesPane(model);
            made.figures(new Answers(), told);
            Scene scene = Fx.scene(made, 900, 900);
            Fx.lay(scene);
            return made;
        });
    }

    private final class Answers extends Nobody {
        @Override
        public Optional<Path> saveFile(String title, String name, List<String> extensions) {
            endings = extensions;
            return Optional.of(chosen);
        }
    }

    private PanelView panel(String title) {
        return pane.lookupAll(".curve-panel").stream().map(PanelView.class::cast)
                .filter(view -> view.tile().metric().orElse(view.tile().title()).equals(title)).findFirst()
                .orElseThrow();
    }

    private PanelView scatter() {
        return pane.lookupAll(".curve-panel").stream().map(PanelView.class::cast)
                .filter(view -> view.tile().spec().kind() == PanelSpec.Kind.SCATTER).findFirst().orElseThrow();
    }

    private byte[] saved(PanelView panel, FigureFile.Format format) throws Exception {
        chosen = folder.resolve("figure." + format.name().toLowerCase(java.util.Locale.ROOT));
        Fx.run(() -> {
            figures.save(panel, new Figures.Wish(format, "120mm", "", 9, ChartTheme.PRINT));
            return 0;
        });
        assertEquals(1, told.all.size(), told.all.toString());
        assertTrue(told.all.getFirst().contains(chosen.toString()), told.all.toString());
        return Files.readAllBytes(chosen);
    }

    @ParameterizedTest
    @CsvSource({"80mm,80", "80,80", "8 cm,80", "2in,50.8"})
    void aFigureIsAsHighAsWasTyped(String typed, double millimetres) throws Exception {
        chosen = folder.resolve("high.svg");
        Fx.run(() -> {
            figures.save(panel("val/loss"), new Figures.Wish(FigureFile.Format.SVG, "120mm", typed, 9,
                    ChartTheme.PRINT));
            return 0;
        });
        String svg = Files.readString(chosen, StandardCharsets.UTF_8);
        Matcher height = Pattern.compile("<svg[^>]* height=\"([0-9.]+)pt\"").matcher(svg);
        assertTrue(height.find(), svg.substring(0, 300));
        assertEquals(millimetres, Double.parseDouble(height.group(1)) * 25.4 / 72, 0.01);
    }

    @ParameterizedTest
    @EnumSource(FigureFile.Format.class)
    void everyFormatIsSavedOfLines(FigureFile.Format format) throws Exception {
        String head = new String(saved(panel("val/loss"), format), 0, 8, StandardCharsets.ISO_8859_1);
        assertTrue(head.contains(format == FigureFile.Format.SVG ? "<" : format.name()), head);
    }

    /// The section above the panel does not go along: `loss` alone would be any loss.
    @Test
    void aFigureHasTheWholeNameOfItsMetric() throws Exception {
        String svg = new String(saved(panel("val/loss"), FigureFile.Format.SVG), StandardCharsets.UTF_8);
        assertTrue(svg.contains(">val/loss</text>"), svg);
    }

    @ParameterizedTest
    @EnumSource(FigureFile.Format.class)
    void everyFormatIsSavedOfOtherKinds(FigureFile.Format format) throws Exception {
        String head = new String(saved(scatter(), format), 0, 8, StandardCharsets.ISO_8859_1);
        assertTrue(head.contains(format == FigureFile.Format.SVG ? "<" : format.name()), head);
    }

    @Test
    void theNameOfTheFileSaysTheFormatWhereItIsAnother() throws Exception {
        chosen = folder.resolve("figure.PDF");
        Fx.run(() -> {
            figures.save(panel("val/loss"), new Figures.Wish(FigureFile.Format.SVG, "120mm", "", 9, ChartTheme.PRINT));
            return 0;
        });
        assertEquals("%PDF", new String(Files.readAllBytes(chosen), 0, 4, StandardCharsets.ISO_8859_1));
    }

    /// The window shows bars of single values; lines of one point each would show nothing. Run 1 of the sample has the
    /// score 0.912 − 0.017.
    @Test
    void aPanelOfSingleValuesIsSavedAsTheBarsItShows() throws Exception {
        String svg = new String(saved(panel("best_score"), FigureFile.Format.SVG), StandardCharsets.UTF_8);
        assertTrue(svg.contains(">first</text>") && svg.contains(">0.895</text>"), svg);
    }

    @Test
    void aPanelOfSeveralSingleValuesIsSavedWithABarForEach() throws Exception {
        Fx.run(() -> {
            model.actions().add(new PanelSpec("", PanelSpec.Kind.LINE, "Both",
                    Map.of("y", LineOptions.text(List.of("best_score", "final_score")))));
            Fx.lay(pane.getScene());
            return 0;
        });
        String svg = new String(saved(panel("Both"), FigureFile.Format.SVG), StandardCharsets.UTF_8);
        assertTrue(svg.contains("best_score") && svg.contains("final_score") && svg.contains(">0.395</text>"), svg);
    }

    /// Scores of the sample: 0.912 − 0.017 and 0.912 − 2 · 0.017; their mean is 0.8865.
    @Test
    void groupedSingleValuesAreSavedAsABarAGroup() throws Exception {
        Fx.run(() -> {
            model.choose("group", "tags.team");
            Fx.lay(pane.getScene());
            return 0;
        });
        String svg = new String(saved(panel("best_score"), FigureFile.Format.SVG), StandardCharsets.UTF_8);
        assertTrue(svg.contains(">0.8865</text>") && !svg.contains(">0.895</text>"), svg);
    }

    @Test
    void aFolderThatIsNotThereIsSaidAndNothingIsLeftBehind() throws Exception {
        chosen = folder.resolve("nowhere").resolve("a.svg");
        Fx.run(() -> {
            figures.save(panel("val/loss"), new Figures.Wish(FigureFile.Format.SVG, "120mm", "", 9, ChartTheme.LIGHT));
            return 0;
        });
        assertEquals(1, told.failures.size(), told.all.toString());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    /// 40 points of each of two runs.
    @Test
    void rawDataAreSavedAsCsv() throws Exception {
        chosen = folder.resolve("data.csv");
        Fx.run(() -> {
            figures.data(panel("val/loss"), ChartData.Kind.RAW);
            return 0;
        });
        List<String> lines = Files.readAllLines(chosen);
        assertEquals("run,name,metric,step,time,value", lines.getFirst());
        assertEquals(81, lines.size());
    }

    @Test
    void dataAreSavedAsParquetWhereTheFileIsCalledSo() throws Exception {
        chosen = folder.resolve("data.parquet");
        Fx.run(() -> {
            figures.data(panel("val/loss"), ChartData.Kind.DRAWN);
            return 0;
        });
        assertEquals(List.of("csv", "parquet"), endings);
        assertArrayEquals("PAR1".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(Files.readAllBytes(chosen), 4));
    }

    /// Run 1 of the sample has the score 0.912 − 0.017.
    @Test
    void aPanelOfSingleValuesIsSavedAsTheValuesOfItsBars() throws Exception {
        chosen = folder.resolve("bars.csv");
        Fx.run(() -> {
            figures.data(panel("best_score"), ChartData.Kind.DRAWN);
            return 0;
        });
        List<String> lines = Files.readAllLines(chosen);
        assertEquals("bar,value", lines.getFirst());
        assertEquals("0.895", lines.get(1).split(",")[1].substring(0, 5));
    }

    /// A row a run, whatever the points are that are drawn.
    @Test
    void aChartOfRunsIsSavedAsDrawnAndRaw() throws Exception {
        chosen = folder.resolve("scatter.csv");
        PanelView scatter = scatter();
        for (ChartData.Kind kind : ChartData.Kind.values()) {
            Fx.run(() -> {
                figures.data(scatter, kind);
                return 0;
            });
            assertEquals("run,name", Files.readAllLines(chosen).getFirst().substring(0, 8), kind.name());
            Files.delete(chosen);
        }
    }

    @Test
    void aCopiedPictureIsOnTheClipboard() throws Exception {
        Fx.run(() -> {
            Clipboard.getSystemClipboard().clear();
            figures.copy(panel("val/loss"));
            return 0;
        });
        assertNotNull(Fx.run(() -> Clipboard.getSystemClipboard().getImage()), told.all.toString());
        assertEquals(1, told.all.size(), told.all.toString());
    }

    private static MouseEvent mouse(PanelView panel, EventType<MouseEvent> type, boolean alt) {
        return new MouseEvent(panel, panel, type, 40, 60, 40, 60, MouseButton.PRIMARY, 1, false, false, alt, false,
                true, false, false, false, false, true, null);
    }

    @Test
    void aPictureToDragIsMadeBehindAndADragWaitsForIt() throws Exception {
        PanelView panel = panel("val/loss");
        later = true;
        Path made = Fx.run(() -> {
            DragOut drag = new DragOut(panel, () -> figures);
            drag.install();
            Event.fireEvent(panel, mouse(panel, MouseEvent.MOUSE_PRESSED, true));
            MouseEvent early = mouse(panel, MouseEvent.MOUSE_DRAGGED, true);
            Event.fireEvent(panel, early);
            assertNull(drag.file());
            assertTrue(!early.isDragDetect());
            behind.forEach(Runnable::run);
            MouseEvent late = mouse(panel, MouseEvent.MOUSE_DRAGGED, true);
            Event.fireEvent(panel, late);
            assertTrue(late.isDragDetect());
            return drag.file();
        });
        assertEquals("val-loss.png", made.getFileName().toString());
        assertTrue(Files.size(made) > 1000);
    }

    /// Many desktops move the window when it is dragged with Alt.
    @Test
    void thePicturesButtonIsDraggedWithoutAlt() throws Exception {
        PanelView panel = panel("val/loss");
        later = true;
        Path made = Fx.run(() -> {
            DragOut drag = new DragOut(panel, () -> figures);
            drag.install();
            Event.fireEvent(panel.out().getGraphic(), mouse(panel, MouseEvent.MOUSE_PRESSED, false)
                    .copyFor(panel.out(), panel.out().getGraphic()));
            behind.forEach(Runnable::run);
            MouseEvent late = mouse(panel, MouseEvent.MOUSE_DRAGGED, false);
            Event.fireEvent(panel, late);
            assertTrue(late.isDragDetect());
            // JavaFX refuses a drag that no mouse began, which shows that one was to begin.
            assertThrows(IllegalStateException.class, () -> Event.fireEvent(panel.out(),
                    mouse(panel, MouseEvent.DRAG_DETECTED, false).copyFor(panel.out(), panel.out())));
            return drag.file();
        });
        assertEquals("val-loss.png", made.getFileName().toString());
    }

    @Test
    void withoutAltNoPictureIsMade() throws Exception {
        PanelView panel = panel("val/loss");
        later = true;
        Fx.run(() -> {
            DragOut drag = new DragOut(panel, () -> figures);
            drag.install();
            Event.fireEvent(panel, mouse(panel, MouseEvent.MOUSE_PRESSED, false));
            return 0;
        });
        assertEquals(0, behind.size());
    }

    @Test
    void aPanelOfAnotherKindIsCalledByWhatItShows() throws Exception {
        assertNotEquals("", Fx.run(() -> ((ChartContent) scatter().content()).heading().get()));
        assertEquals(Fx.run(() -> ((ChartContent) scatter().content()).heading().get()),
                Fx.run(() -> ((javafx.scene.control.Label) scatter().handle()).getText()));
    }
}

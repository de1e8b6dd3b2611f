package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import cotejo.query.ColumnRef;
import cotejo.query.SortKey;
import cotejo.settings.Settings;
import cotejo.text.Texts;
import cotejo.ui.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of the runs panel over the sample data, in `target/runs`, to be looked at.
final class RunsGalleryTest {

    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);
    private static final Path OUT = Path.of("target", "runs");

    @TempDir
    private Path folder;

    @AfterEach
    void english() {
        Texts.use(Locale.ENGLISH);
    }

    @Test
    void thePanelIsPhotographedInBothThemesAndLanguages() throws Exception {
        Fx.run(() -> {
            for (String font : List.of("CotejoSans-Regular", "CotejoSans-Medium", "CotejoSans-Bold")) {
                Font.loadFont(RunsGalleryTest.class.getResourceAsStream("/cotejo/fonts/" + font + ".ttf"), 13);
            }
            return 0;
        });
        try (RunsHouse house = RunsHouse.with(folder, VIRTUAL, Platform::runLater, Settings.defaults())) {
            take(house, "empty", 1000, 700, model -> { });
            house.importFrom(Path.of("sample-data"));
            take(house, "all", 1600, 1000, model -> { });
            take(house, "small", 1000, 700, model -> model.selection().only(1));
            take(house, "nomatch", 1000, 700, model -> narrow(model, "metrics.nothing > 5"));
            take(house, "error", 1000, 700, model -> model.filter().text().set("metrics.loss << 5"));
            take(house, "grouped", 1600, 1000, model -> model.change(state -> state.withGroupBy(
                    List.of(new ColumnRef.Tag("mlflow.source.name")))));
            take(house, "curves", 1600, 1000, model -> {
                model.selection().all();
                model.change(state -> state.withSort(List.of(SortKey.descending(ColumnRef.metric("accuracy"))))
                        .withChart(state.chart().withLayout(ChartState.Layout.BOTH)));
            });
            part(house, "part-columns", panel -> new ColumnChooser(panel.model(), panel.grid().columns()));
            part(house, "part-groups", panel -> new GroupChooser(panel.model()));
            part(house, "part-facets", panel -> new FacetsView(panel.model()));
            part(house, "part-range", panel -> {
                FacetsView facets = new FacetsView(panel.model());
                facets.choose(ColumnRef.metric("val/accuracy"));
                return facets;
            });
            take(house, "sparks", 1600, 1000, model -> {
                model.change(state -> state.withColumns(List.of(ColumnSpec.curve("val/accuracy"),
                        ColumnSpec.of(ColumnRef.metric("val/accuracy")).withPlace(ColumnSpec.Place.PINNED),
                        ColumnSpec.curve("train/loss"), ColumnSpec.of(new ColumnRef.MetricAt("train/loss", 10)),
                        ColumnSpec.of(new ColumnRef.Tag(GridColumn.SOURCE_TAG)),
                        ColumnSpec.of(new ColumnRef.Param("learning_rate"))))
                        .withSort(List.of(SortKey.descending(ColumnRef.metric("val/accuracy")),
                                SortKey.ascending(ColumnRef.metric("train/loss")))));
                model.selection().only(3);
                model.context().settings().change(now -> now.withLayout(Map.of("runs.details.folded", 0.0)));
            });
        }
        assertTrue(Files.size(OUT.resolve("light-en-all.png")) > 20_000);
    }

    private static void narrow(RunsViewModel model, String filter) {
        model.filter().text().set(filter);
        model.applyFilter();
    }

    private static void part(RunsHouse house, String name, Function<RunsPanel, Parent> make) throws Exception {
        Texts.use(Locale.ENGLISH);
        Fx.style(new PrimerLight().getUserAgentStylesheet());
        RunsPanel panel = Fx.run(() -> new RunsPanel(house.context));
        Fx.until(() -> panel.model().phase().get() != RunsViewModel.Phase.LOADING);
        Scene scene = Fx.run(() -> {
            Scene made = Fx.scene(make.apply(panel), 580, 480);
            for (String sheet : List.of("light", "base", "runs")) {
                made.getStylesheets().add(RunsGalleryTest.class.getResource("/cotejo/css/" + sheet + ".css")
                        .toExternalForm());
            }
            return made;
        });
        Thread.sleep(300);
        Fx.snapshot(scene, OUT.resolve(name + ".png"));
        Fx.run(() -> {
            panel.close();
            return 0;
        });
    }

    private static void take(RunsHouse house, String name, int width, int height, Consumer<RunsViewModel> prepare)
            throws Exception {
        for (Map.Entry<String, String> look : Map.of("light", "en", "dark", "es").entrySet()) {
            boolean dark = look.getKey().equals("dark");
            Texts.use(Locale.of(look.getValue()));
            Fx.style((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
            RunsPanel panel = Fx.run(() -> new RunsPanel(house.context));
            Scene scene = Fx.run(() -> {
                Parent root = (Parent) panel.node();
                Scene made = Fx.scene(root, width, height);
                for (String sheet : List.of(look.getKey(), "base", "runs", "details", "curves")) {
                    made.getStylesheets().add(RunsGalleryTest.class.getResource("/cotejo/css/" + sheet + ".css")
                            .toExternalForm());
                }
                root.getStyleClass().add(look.getKey());
                return made;
            });
            Fx.until(() -> panel.model().phase().get() != RunsViewModel.Phase.LOADING);
            Fx.run(() -> {
                prepare.accept(panel.model());
                return 0;
            });
            for (int i = 0; i < 4; i++) {
                Thread.sleep(200);
                Fx.run(() -> {
                    Fx.lay(scene);
                    return 0;
                });
            }
            if (name.equals("error")) {
                Fx.run(() -> {
                    panel.filter().showError();
                    return 0;
                });
            }
            Fx.snapshot(scene, OUT.resolve(look.getKey() + "-" + look.getValue() + "-" + name + ".png"));
            Fx.run(() -> {
                panel.model().change(state -> TableState.plain());
                panel.close();
                return 0;
            });
            Thread.sleep(100);
        }
    }
}

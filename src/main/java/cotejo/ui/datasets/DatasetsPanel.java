package cotejo.ui.datasets;

import cotejo.model.DatasetRef;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Command;
import cotejo.ui.Panel;
import cotejo.ui.ShowEvent;
import cotejo.ui.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Datasets: the files that runs read, and any tabular file, column by column.
public final class DatasetsPanel implements Panel {

    private final UiContext context;
    private final DatasetsViewModel model;
    private final StackPane middle = new StackPane();
    private final SplitPane split;
    private final Bag bag = new Bag();
    private @Nullable DatasetPage page;
    private @Nullable DriftView drift;

    public DatasetsPanel(UiContext context) {
        this.context = context;
        this.model = new DatasetsViewModel(context);
        DatasetList list = new DatasetList(model, this::choose);
        split = new SplitPane(list, middle);
        split.getStyleClass().add("datasets");
        split.setDividerPositions(0.18);
        SplitPane.setResizableWithParent(list, false);
        bag.listen(model.current(), (property, before, now) -> present());
        bag.listen(model.chosen(), (property, before, now) -> present());
        bag.listen(model.pair(), (property, before, now) -> presentPair(now));
        bag.listen(model.list(), (property, before, now) -> {
            if (model.current().get() == null && model.chosen().get() == null) {
                present();
            }
        });
        present();
        model.load();
    }

    private void present() {
        leave();
        OpenDataset open = model.current().get();
        KnownDataset chosen = model.chosen().get();
        if (open != null && chosen != null) {
            DatasetPage next = new DatasetPage(open, chosen, context);
            next.orElse(this::choose);
            next.comparing(this::chooseOther);
            Path before = model.before();
            if (before != null) {
                next.offer(before, () -> model.compare(before, open.file()));
            }
            page = next;
            middle.getChildren().setAll(next);
        } else if (chosen != null) {
            middle.getChildren().setAll(DatasetStates.missing(chosen,
                    context.workspace().catalog().frame(), this::choose));
        } else {
            middle.getChildren().setAll(DatasetStates.nothing(model.list().get().size(), this::choose));
        }
    }

    /// Two datasets lie above the one that is open, which is there again afterwards.
    private void presentPair(@Nullable DriftViewModel pair) {
        DriftView last = drift;
        drift = null;
        if (last != null) {
            middle.getChildren().remove(last);
            last.close();
        }
        if (pair != null) {
            DriftView next = new DriftView(pair, () -> model.compare(pair.second(), pair.first()),
                    model::endComparison);
            drift = next;
            middle.getChildren().add(next);
        }
        middle.getChildren().forEach(node -> node.setVisible(drift == null || node.equals(drift)));
    }

    private void leave() {
        DatasetPage last = page;
        page = null;
        if (last != null) {
            last.close();
        }
    }

    private void chooseOther() {
        context.choosers().openFiles(Texts.get("datasets.drift.choose")).stream().findFirst()
                .ifPresent(model::compareWith);
    }

    private void choose() {
        context.choosers().openFiles(Texts.get("datasets.open.title")).reversed().forEach(model::open);
    }

    @Override
    public void open(Path file) {
        model.open(file);
    }

    @Override
    public void ask(ShowEvent.What what) {
        switch (what) {
            case ShowEvent.Dataset(DatasetRef dataset) -> model.show(dataset);
            case ShowEvent.DatasetPair(DatasetRef before, DatasetRef after) -> model.compare(before, after);
            case ShowEvent.Run _, ShowEvent.Register _ -> { }
        }
    }

    @Override
    public String id() {
        return "datasets";
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Node node() {
        return split;
    }

    @Override
    public ObservableValue<String> status() {
        return model.status();
    }

    @Override
    public Map<Command, Runnable> actions() {
        DatasetPage shown = page;
        return shown == null ? Map.of() : shown.actions();
    }

    /// The states that [#show(String)] knows.
    public static List<String> views() {
        return List.of("datasets", "dataset", "dataset-file", "dataset-columns", "dataset-filtered", "dataset-drift");
    }

    @Override
    public void show(String view) {
        if (view.equals("datasets")) {
            return;
        }
        Runnable first = view.equals("dataset-drift") ? this::firstTwo
                : () -> model.list().get().stream().filter(line -> line.file() != null).findFirst()
                .ifPresent(line -> {
                    model.choose(line);
                    DatasetPage shown = page;
                    if (shown != null) {
                        show(shown, view);
                    }
                });
        if (model.list().get().isEmpty()) {
            bag.listen(model.list(), (property, before, now) -> {
                if (before.isEmpty() && !now.isEmpty()) {
                    first.run();
                }
            });
        } else {
            first.run();
        }
    }

    /// The first two files of the list; a lone one beside itself.
    private void firstTwo() {
        List<Path> files = model.list().get().stream().map(KnownDataset::file).filter(Objects::nonNull)
                .map(Objects::requireNonNull).distinct().limit(2).toList();
        if (!files.isEmpty()) {
            model.compare(files.getFirst(), files.getLast());
        }
    }

    private static void show(DatasetPage page, String view) {
        switch (view) {
            case "dataset-file" -> page.tab(DatasetPage.Tab.FILE);
            case "dataset-columns" -> page.tab(DatasetPage.Tab.COLUMNS);
            case "dataset-filtered" -> page.whenOpen(page::example);
            default -> { }
        }
    }

    @Override
    public void close() {
        leave();
        bag.close();
        model.close();
    }
}

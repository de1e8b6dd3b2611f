package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Leaf;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The inside of a file: schema, which column eats the space, row groups and their chunks, and metadata.
final class FileView extends ScrollPane implements AutoCloseable {

    /// More lines than these are never read; the last one says how many are left out.
    private static final int MOST = 60;

    private final OpenDataset open;
    private final KnownDataset known;
    private final Dataset dataset;
    private final VBox parts = new VBox(12);
    private final Bag bag = new Bag();

    FileView(OpenDataset open, Dataset dataset, KnownDataset known) {
        this.open = open;
        this.known = known;
        this.dataset = dataset;
        getStyleClass().add("dataset-file");
        setFitToWidth(true);
        parts.getStyleClass().add("dataset-file-parts");
        setContent(parts);
        bag.listen(open.facts(), (property, before, now) -> show(now));
        show(open.facts().get());
    }

    private void show(@Nullable FileFacts facts) {
        parts.getChildren().clear();
        if (facts == null) {
            parts.getChildren().add(new Label(Texts.get("datasets.file.reading")));
            return;
        }
        parts.getChildren().add(section("datasets.file.summary", summary(facts)));
        parts.getChildren().addAll(RecordedFacts.of(known, open.context().workspace().catalog().frame()));
        if (!facts.bytes().isEmpty()) {
            parts.getChildren().add(section("datasets.file.bytes", bytes(facts)));
        }
        parts.getChildren().add(section("datasets.file.schema", schema()));
        if (!facts.rowGroups().isEmpty()) {
            parts.getChildren().add(section("datasets.file.groups", groups(facts)));
        }
        metadata(facts);
    }

    private static TitledPane section(String key, Node content) {
        TitledPane pane = new TitledPane(Texts.get(key), content);
        pane.setAnimated(false);
        pane.getStyleClass().add("dataset-section");
        return pane;
    }

    private Node summary(FileFacts facts) {
        GridPane grid = new GridPane(16, 4);
        int line = 0;
        for (FileFacts.Fact fact : facts.summary()) {
            pair(grid, line++, FileWords.name(fact), FileWords.value(fact));
        }
        if (!facts.integrity().isEmpty()) {
            pair(grid, line, Texts.get("datasets.file.integrity"), facts.integrity());
        }
        return grid;
    }

    private static void pair(GridPane grid, int line, String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add("dataset-detail");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Label right = new Label(value);
        right.setWrapText(true);
        grid.addRow(line, left, right);
    }

    /// A bar a column, as long as the bytes it takes.
    private static Node bytes(FileFacts facts) {
        List<Map.Entry<String, Long>> all = new ArrayList<>(facts.bytes().entrySet());
        all.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
        long sum = all.stream().mapToLong(Map.Entry::getValue).sum();
        long most = all.isEmpty() ? 1 : Math.max(1, all.getFirst().getValue());
        VBox lines = new VBox(3);
        for (Map.Entry<String, Long> entry : all.subList(0, Math.min(MOST, all.size()))) {
            Label name = new Label(entry.getKey());
            name.setPrefWidth(180);
            name.setMinWidth(120);
            Region bar = new Region();
            bar.getStyleClass().add("dataset-byte-bar");
            StackPane track = new StackPane(bar);
            StackPane.setAlignment(bar, Pos.CENTER_LEFT);
            double part = entry.getValue() / (double) most;
            bar.maxWidthProperty().bind(track.widthProperty().multiply(part));
            HBox.setHgrow(track, Priority.ALWAYS);
            Label size = new Label(Figures.bytes(entry.getValue()));
            size.setPrefWidth(72);
            size.setAlignment(Pos.CENTER_RIGHT);
            Label share = new Label(String.format(Texts.locale(), "%.1f %%", 100.0 * entry.getValue() / sum));
            share.setPrefWidth(60);
            share.setAlignment(Pos.CENTER_RIGHT);
            share.getStyleClass().add("dataset-detail");
            HBox line = new HBox(10, name, track, size, share);
            line.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren().add(line);
        }
        more(lines, all.size());
        return lines;
    }

    private static void more(VBox lines, int all) {
        if (all > MOST) {
            Label rest = new Label(Texts.get("datasets.file.more", Figures.count(all - MOST)));
            rest.getStyleClass().add("dataset-detail");
            lines.getChildren().add(rest);
        }
    }

    private Node schema() {
        TreeItem<String> root = new TreeItem<>(dataset.file().toString());
        dataset.columns().forEach(field -> root.getChildren().add(node(field)));
        TreeView<String> tree = new TreeView<>(root);
        tree.setShowRoot(false);
        tree.setFixedCellSize(26);
        tree.setPrefHeight(Math.min(420, 26.0 * Math.max(4, Leaf.of(dataset.columns()).size()) + 8));
        tree.setAccessibleText(Texts.get("datasets.file.schema"));
        MenuButton copy = new MenuButton(Texts.get("datasets.file.copy"));
        copy.getStyleClass().addAll("flat", "small");
        for (SchemaCopy form : SchemaCopy.values()) {
            // texts: datasets.file.copy.*
            MenuItem item = new MenuItem(Texts.get("datasets.file.copy." + form.name()));
            item.setOnAction(event -> {
                ClipboardContent content = new ClipboardContent();
                content.putString(form.of(dataset.columns()));
                Clipboard.getSystemClipboard().setContent(content);
            });
            copy.getItems().add(item);
        }
        return new VBox(4, copy, tree);
    }

    private static TreeItem<String> node(cotejo.dataset.Field field) {
        String physical = field.physical().isEmpty() ? "" : "  ·  " + field.physical();
        String nulls = field.nullness() == cotejo.dataset.Field.Nullness.REQUIRED
                ? "  ·  " + Texts.get("datasets.file.required") : "";
        TreeItem<String> item = new TreeItem<>(field.name() + "   " + field.type().label() + physical + nulls);
        field.type().parts().forEach(part -> item.getChildren().add(node(part)));
        return item;
    }

    private static Node groups(FileFacts facts) {
        VBox lines = new VBox(6);
        int number = 0;
        for (FileFacts.RowGroup group : facts.rowGroups().subList(0, Math.min(MOST, facts.rowGroups().size()))) {
            number++;
            TitledPane pane = new TitledPane(Texts.get("datasets.file.group", number, group.rows(),
                    Figures.bytes(group.bytes())), new Label());
            pane.setAnimated(false);
            pane.setExpanded(false);
            // Thousands of chunks are laid out only when somebody looks.
            pane.expandedProperty().addListener((property, before, now) -> pane.setContent(chunks(group)));
            lines.getChildren().add(pane);
        }
        more(lines, facts.rowGroups().size());
        return lines;
    }

    private static Node chunks(FileFacts.RowGroup group) {
        GridPane grid = new GridPane(16, 3);
        String[] heads = {"column", "codec", "encodings", "compressed", "uncompressed", "nulls", "range", "parts"};
        for (int i = 0; i < heads.length; i++) {
            // texts: datasets.file.chunk.*
            Label head = whole(Texts.get("datasets.file.chunk." + heads[i]));
            head.getStyleClass().add("dataset-detail");
            grid.add(head, i, 0);
        }
        int line = 1;
        for (FileFacts.Chunk chunk : group.chunks().subList(0, Math.min(MOST, group.chunks().size()))) {
            grid.addRow(line++, wrapped(chunk.path()), whole(chunk.codec()),
                    wrapped(String.join(", ", chunk.encodings())), whole(Figures.bytes(chunk.compressed())),
                    whole(Figures.bytes(chunk.uncompressed())),
                    whole(chunk.nulls() < 0 ? "–" : Figures.count(chunk.nulls())), range(chunk),
                    wrapped(String.join(", ", chunk.parts())));
        }
        VBox all = new VBox(4, grid);
        more(all, group.chunks().size());
        return all;
    }

    /// A cell that keeps its width however narrow the table becomes.
    private static Label whole(String text) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    /// A cell that goes on in the next line.
    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Label range(FileFacts.Chunk chunk) {
        cotejo.dataset.Value low = chunk.min();
        cotejo.dataset.Value high = chunk.max();
        Label label = wrapped(low == null || high == null ? "–" : low.plain() + " … " + high.plain());
        label.setMaxWidth(240);
        label.setMaxHeight(3 * 18);
        Tip.on(label, label.getText());
        return label;
    }

    private void metadata(FileFacts facts) {
        facts.keyValues().forEach((key, raw) -> {
            TextArea text = new TextArea(facts.decoded().getOrDefault(key, raw));
            text.setEditable(false);
            text.setWrapText(true);
            text.setPrefRowCount(8);
            text.getStyleClass().add("dataset-value-text");
            TitledPane pane = new TitledPane(Texts.get("datasets.file.metadata", key), text);
            pane.setAnimated(false);
            pane.setExpanded(false);
            parts.getChildren().add(pane);
        });
    }

    @Override
    public void close() {
        bag.close();
    }
}

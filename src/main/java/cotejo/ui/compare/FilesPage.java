package cotejo.ui.compare;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.FileOfRun;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.TableJoin;
import cotejo.compare.TextFile;
import cotejo.compare.Verdict;
import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.export.RunLabels;
import cotejo.model.Problem;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Files of the same path side by side: texts line by line, pictures, and of everything else size and sum.
final class FilesPage extends SplitPane {

    /// What was read of the chosen file.
    private sealed interface Content {
        record Text(TextFile left, TextFile right) implements Content {
        }

        record Images(List<ImagesView.Shot> shots) implements Content {
        }

        record Joined(TableJoin join) implements Content {
        }

        record Said(String words) implements Content {
        }
    }

    private static final Set<String> TABLES = Set.of("csv", "tsv", "parquet");

    private final CompareViewModel model;
    private final Latest latest;
    private final ListView<Row> files = new ListView<>();
    private final ComboBox<String> lefts = new ComboBox<>();
    private final ComboBox<String> rights = new ComboBox<>();
    private final HBox sides = new HBox(8, lefts, new FontIcon("fth-arrow-right"), rights);
    private final StackPane place = new StackPane();
    private final TextsView texts;
    private final ImagesView images;
    private List<Integer> colours = List.of();
    private boolean filling;

    FilesPage(CompareViewModel model) {
        this.model = model;
        this.latest = new Latest(model.context().background(), model.context().front());
        this.texts = new TextsView(model);
        this.images = new ImagesView(model);
        getStyleClass().add("compare-files");
        files.setFixedCellSize(28);
        files.setCellFactory(view -> new FileCell());
        files.getSelectionModel().selectedItemProperty().addListener(any -> look());
        files.setAccessibleText(Texts.get("compare.page.files"));
        // Whichever of list and picture has the focus: up and down go through files, the rest through runs.
        files.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (images.getParent() != null) {
                images.key(event);
            }
        });
        images.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
                files.requestFocus();
                files.getSelectionModel().select(Math.clamp(files.getSelectionModel().getSelectedIndex()
                        + (event.getCode() == KeyCode.UP ? -1L : 1L), 0, files.getItems().size() - 1));
                event.consume();
            }
        });
        lefts.valueProperty().addListener(any -> look());
        rights.valueProperty().addListener(any -> look());
        lefts.setMaxWidth(260);
        rights.setMaxWidth(260);
        sides.setAlignment(Pos.CENTER_LEFT);
        sides.getStyleClass().add("compare-subtools");
        BorderPane right = new BorderPane(place);
        right.setTop(sides);
        getItems().addAll(files, right);
        setDividerPositions(0.24);
        SplitPane.setResizableWithParent(files, false);
    }

    void show(Comparison comparison, List<Integer> runColours) {
        filling = true;
        colours = runColours;
        @Nullable Row before = files.getSelectionModel().getSelectedItem();
        List<Row> rows = new ArrayList<>(comparison.rows(Section.Kind.ARTIFACTS));
        rows.sort(java.util.Comparator.comparing(Row::verdict, java.util.Comparator.comparing(v ->
                v == Verdict.DIFFERENT ? 0 : v == Verdict.OPEN ? 1 : 2)));
        files.getItems().setAll(rows);
        List<String> labels = RunLabels.of(comparison.runs());
        int base = Math.max(0, comparison.baseline());
        keep(lefts, labels, base);
        keep(rights, labels, base == 0 && labels.size() > 1 ? 1 : 0);
        Row wanted = rows.stream().filter(row -> before != null && row.key().equals(before.key())).findAny()
                .orElse(rows.isEmpty() ? null : rows.getFirst());
        files.getSelectionModel().select(wanted);
        filling = false;
        look();
    }

    private static void keep(ComboBox<String> box, List<String> labels, int otherwise) {
        @Nullable String before = box.getValue();
        box.getItems().setAll(labels);
        box.setValue(before != null && labels.contains(before) ? before
                : labels.isEmpty() ? null : labels.get(otherwise));
    }

    /// Chooses the first file that is a picture, or the first that is a text, for a photograph.
    void choose(java.util.function.Predicate<String> wanted) {
        files.getItems().stream().filter(row -> wanted.test(row.key())).findFirst()
                .ifPresent(row -> files.getSelectionModel().select(row));
    }

    ImagesView images() {
        return images;
    }

    private void look() {
        Row row = files.getSelectionModel().getSelectedItem();
        Comparison comparison = model.comparison().get();
        int left = lefts.getItems().indexOf(lefts.getValue());
        int right = rights.getItems().indexOf(rights.getValue());
        if (filling) {
            return;
        }
        if (row == null || left < 0 || right < 0 || right >= comparison.runs().size()) {
            sides.setVisible(false);
            place.getChildren().setAll(said(Texts.get("compare.files.none")));
            return;
        }
        List<String> labels = RunLabels.of(comparison.runs());
        List<Integer> of = colours;
        latest.submit(cancel -> read(row.key(), comparison, labels, of, left, right, cancel),
                content -> tell(content, left), failure -> place.getChildren().setAll(said(Problem.describe(failure))));
    }

    private static Content read(String path, Comparison comparison, List<String> labels, List<Integer> colours,
            int left, int right, Cancel cancel) throws IOException {
        if (Pictures.is(path)) {
            List<ImagesView.Shot> shots = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                cancel.check();
                shots.add(shot(comparison.runs().get(i), path, labels.get(i), colours.get(i), labels.size(), cancel));
            }
            return new Content.Images(shots);
        }
        FileOfRun first = comparison.runs().get(left).files().get(path);
        FileOfRun second = comparison.runs().get(right).files().get(path);
        if (first == null || second == null) {
            return new Content.Said(Texts.get("compare.file.onlyOne", labels.get(first == null ? left : right), path));
        }
        if (TABLES.contains(path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
            try (Dataset one = Datasets.open(first.file(), cancel);
                    Dataset two = Datasets.open(second.file(), cancel)) {
                return new Content.Joined(TableJoin.of(one, two, cancel));
            }
        }
        Optional<TextFile> text = TextFile.read(first);
        Optional<TextFile> other = TextFile.read(second);
        return text.isPresent() && other.isPresent() ? new Content.Text(text.get(), other.get())
                : new Content.Said(Texts.get("compare.file.binary", path, Figures.bytes(first.size()),
                        Figures.bytes(second.size())));
    }

    private static ImagesView.Shot shot(ComparedRun run, String path, String label, int colour,
            int together, Cancel cancel) {
        @Nullable FileOfRun file = run.files().get(path);
        if (file == null) {
            return new ImagesView.Shot(label, colour, null, Texts.get("compare.file.missing"));
        }
        try {
            return new ImagesView.Shot(label, colour, Pictures.read(file, together, cancel), "");
        } catch (IOException unreadable) {
            return new ImagesView.Shot(label, colour, null, Problem.describe(unreadable));
        }
    }

    private void tell(Content content, int left) {
        sides.setVisible(!(content instanceof Content.Images));
        sides.setManaged(!(content instanceof Content.Images));
        switch (content) {
            case Content.Text(TextFile first, TextFile second) -> {
                texts.show(first, second);
                place.getChildren().setAll(texts);
            }
            case Content.Images(List<ImagesView.Shot> shots) -> {
                images.show(shots, left);
                place.getChildren().setAll(images);
            }
            case Content.Joined(TableJoin join) ->
                place.getChildren().setAll(new TablesView(join, model.context().front()));
            case Content.Said(String words) -> place.getChildren().setAll(said(words));
        }
    }

    private static Node said(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(480);
        label.getStyleClass().add("muted");
        VBox box = new VBox(label);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    void close() {
        latest.cancel();
        texts.close();
        images.close();
    }

    /// A path with its verdict.
    private final class FileCell extends ListCell<Row> {

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                Tip.on(this, "");
                return;
            }
            setText(row.key());
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setPrefWidth(0);
            Tip.on(this, row.key());
            setGraphic(new FontIcon(switch (row.verdict()) {
                case SAME -> "fth-check";
                case DIFFERENT -> row.values().stream().anyMatch(cotejo.compare.Value::isMissing) ? "fth-minus"
                        : "fth-edit-3";
                case OPEN -> model.summing().busy() ? "fth-loader" : "fth-help-circle";
            }));
        }
    }
}

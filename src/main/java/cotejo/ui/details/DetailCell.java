package cotejo.ui.details;

import cotejo.artifact.ArtifactTree;
import cotejo.model.DatasetRef;
import cotejo.model.MetricSummary;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.FittedName;
import cotejo.ui.ShowEvent;
import cotejo.ui.Tip;
import cotejo.ui.preview.MarkdownView;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Draws one row of the details.
final class DetailCell extends ListCell<DetailRow> {

    private static final double NAME_SHARE = 0.42;
    private static final int LONG_VALUE = 400;
    private static final double ICON = 22;

    /// What a click on a row does.
    interface Actions {
        void fold(Section section);

        void openFolder(String path);

        void goTo(long runKey);

        void draw(Sparkline line, DetailRow.Metric metric);
    }

    private final Actions actions;
    /// Kept from run to run: dressing new labels for every line took most of the time from one run to the next.
    private @Nullable PairLine pairs;
    private @Nullable MetricLine metrics;

    DetailCell(Actions actions) {
        this.actions = actions;
        getStyleClass().add("detail-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            // The other button opens the menu.
            if (event.getButton() == MouseButton.PRIMARY) {
                activate();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                activate();
            }
        });
    }

    void activate() {
        switch (getItem()) {
            case DetailRow.Head head -> actions.fold(head.section());
            case DetailRow.Artifact a when a.entry().kind() == ArtifactTree.Kind.FOLDER ->
                actions.openFolder(a.key());
            case null, default -> { }
        }
    }

    @Override
    protected void updateItem(DetailRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().remove("detail-head");
        Tip.on(this, "");
        setAccessibleText(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        setGraphic(switch (row) {
            case DetailRow.Head head -> head(head);
            case DetailRow.Pair pair -> pair(pair.name(), pair.value(), pair.exact());
            case DetailRow.RunLink link -> runLink(link);
            case DetailRow.Metric metric -> metric(metric);
            case DetailRow.Dataset dataset -> dataset(dataset);
            case DetailRow.Artifact artifact -> artifact(artifact);
            case DetailRow.Note note -> new MarkdownView(note.markdown());
            case DetailRow.Hint hint -> hint(hint);
        });
    }

    private Node head(DetailRow.Head head) {
        getStyleClass().add("detail-head");
        String title = Texts.get(head.section().textKey());
        FontIcon arrow = new FontIcon(head.open() ? "fth-chevron-down" : "fth-chevron-right");
        Label label = new Label(title, arrow);
        label.getStyleClass().add("detail-head-title");
        Label count = new Label(head.count() > 0 ? Figures.count(head.count()) : "");
        count.getStyleClass().addAll("text-muted", "text-small");
        HBox box = new HBox(8, label, count);
        box.setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(Texts.get("details.foldSection", title));
        return box;
    }

    /// A name and a value beside each other.
    private final class PairLine extends HBox {
        private final Label name = new Label();
        private final Label value = new Label();

        PairLine() {
            super(8);
            name.getStyleClass().addAll("text-muted", "detail-name");
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMinWidth(Region.USE_PREF_SIZE);
            name.prefWidthProperty().bind(DetailCell.this.widthProperty().multiply(NAME_SHARE).subtract(16));
            name.setMaxWidth(Region.USE_PREF_SIZE);
            value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            value.setMinWidth(0);
            value.getStyleClass().add("detail-value");
            HBox.setHgrow(value, Priority.ALWAYS);
            value.setMaxWidth(Double.MAX_VALUE);
            setAlignment(Pos.TOP_LEFT);
            getChildren().addAll(name, value);
        }
    }

    private Node pair(String name, String text, String exact) {
        PairLine line = pairs == null ? new PairLine() : pairs;
        pairs = line;
        String oneLine = text.length() > LONG_VALUE ? text.substring(0, LONG_VALUE) + "…" : text;
        fitted(line.name, name, 0);
        line.value.setText(oneLine);
        line.value.setWrapText(oneLine.indexOf(' ') > 0);
        Tip.on(this, name + "\n" + exact);
        setAccessibleText(name + ": " + exact);
        return line;
    }

    /// Names of the rows above and below are its siblings where they are of its kind.
    private void fitted(Label label, String name, double reserved) {
        FittedName.show(label, name, nameAt(getIndex() - 1), nameAt(getIndex() + 1), reserved);
    }

    private @Nullable String nameAt(int index) {
        List<DetailRow> rows = getListView().getItems();
        DetailRow own = getItem();
        DetailRow there = index < 0 || index >= rows.size() ? null : rows.get(index);
        return there == null || own == null || there.getClass() != own.getClass() ? null : switch (there) {
            case DetailRow.Pair pair -> pair.name();
            case DetailRow.Metric metric -> metric.key();
            case DetailRow.Artifact artifact -> artifact.entry().name();
            case DetailRow.Head _, DetailRow.RunLink _, DetailRow.Dataset _, DetailRow.Note _, DetailRow.Hint _ -> null;
        };
    }

    private Node runLink(DetailRow.RunLink link) {
        Hyperlink target = new Hyperlink(link.runName());
        target.setOnAction(event -> actions.goTo(link.runKey()));
        target.setAccessibleText(Texts.get("details.goTo", link.runName()));
        target.setPadding(Insets.EMPTY);
        Label name = new Label(link.name());
        name.getStyleClass().addAll("text-muted", "detail-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.prefWidthProperty().bind(widthProperty().multiply(NAME_SHARE).subtract(16));
        HBox box = new HBox(8, name, target);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// A metric's name, its small curve and its last value.
    private static final class MetricLine extends HBox {
        private final Label name = new Label();
        private final Label last = new Label();

        MetricLine() {
            super(8);
            last.getStyleClass().addAll("detail-value", "numeric");
            last.setMinWidth(Region.USE_PREF_SIZE);
            last.setPrefWidth(72);
            last.setAlignment(Pos.CENTER_RIGHT);
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.getStyleClass().addAll("text-muted", "detail-name");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMinWidth(72);
            setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(name, new Sparkline(72, 20), last);
        }
    }

    private Node metric(DetailRow.Metric metric) {
        MetricSummary s = metric.summary();
        MetricLine line = metrics == null ? new MetricLine() : metrics;
        metrics = line;
        fitted(line.name, metric.key(), 0);
        line.last.setText(Figures.brief(s.last()));
        // A new one each time: the curve of the one before may be on its way.
        Sparkline curve = new Sparkline(72, 20);
        line.getChildren().set(1, curve);
        if (s.count() > 1) {
            actions.draw(curve, metric);
        }
        String numbers = Texts.get("details.metric.numbers", Figures.exact(s.last()), Figures.exact(s.lastStep()),
                Figures.exact(s.min()), Figures.exact(s.minStep()), Figures.exact(s.max()), Figures.exact(s.maxStep()),
                Figures.exact(s.mean()), s.count());
        Tip.on(this, metric.key() + "\n" + numbers);
        setAccessibleText(metric.key() + ": " + numbers);
        return line;
    }

    private Node dataset(DetailRow.Dataset row) {
        DatasetRef dataset = row.use().dataset();
        Hyperlink name = new Hyperlink(dataset.name());
        name.setOnAction(event -> fireEvent(new ShowEvent(new ShowEvent.Dataset(dataset))));
        name.setAccessibleText(Texts.get("details.dataset.open", dataset.name()));
        name.setPadding(Insets.EMPTY);
        Label more = new Label(String.join(" · ", java.util.stream.Stream.of(row.use().context(), dataset.digest(),
                dataset.sourceType()).filter(text -> !text.isBlank()).toList()));
        more.getStyleClass().addAll("text-muted", "text-small");
        Tip.on(this, dataset.name() + "\n" + Texts.get("details.dataset.source") + ": " + dataset.source() + "\n"
                + Texts.get("details.dataset.schema") + ": " + dataset.schema() + "\n"
                + Texts.get("details.dataset.profile") + ": " + dataset.profile());
        setAccessibleText(dataset.name() + " " + more.getText());
        return new VBox(name, more);
    }

    private Node artifact(DetailRow.Artifact artifact) {
        ArtifactTree.Entry entry = artifact.entry();
        boolean folder = entry.kind() == ArtifactTree.Kind.FOLDER;
        FontIcon icon = new FontIcon(folder ? artifact.open() ? "fth-chevron-down" : "fth-chevron-right"
                : artifact.attached() ? "fth-paperclip" : ArtifactType.of(entry.name()).icon());
        Label name = new Label("", icon);
        fitted(name, entry.name(), ICON);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label size = new Label(folder ? "" : Figures.bytes(entry.size()));
        size.getStyleClass().addAll("text-muted", "numeric");
        size.setMinWidth(Region.USE_PREF_SIZE);
        Label type = new Label(folder ? "" : ArtifactType.of(entry.name()).word());
        type.getStyleClass().addAll("text-muted", "artifact-type");
        type.setMinWidth(0);
        HBox box = new HBox(8, name, type, size);
        box.setPadding(new Insets(0, 0, 0, artifact.depth() * 16.0));
        box.setAlignment(Pos.CENTER_LEFT);
        String whole = entry.path().isEmpty() ? artifact.place() : entry.path();
        Tip.on(this, artifact.attached() ? whole + "\n" + Texts.get("details.artifacts.attached.tip") : whole);
        String spoken = folder ? Texts.get("details.openFolder", entry.name()) : entry.name() + " "
                + type.getText() + " " + size.getText();
        setAccessibleText(artifact.attached() ? spoken + ", " + Texts.get("details.artifacts.attached") : spoken);
        return box;
    }

    private static Node hint(DetailRow.Hint hint) {
        Label label = new Label(hint.text());
        label.setWrapText(true);
        label.getStyleClass().add("text-muted");
        return label;
    }

    /// The colour of small curves: the text colour of the theme, as this cell has it.
    static Color inkOf(Node node) {
        return node.getScene() != null && node.getScene().getRoot().getStyleClass().contains("dark")
                ? Color.web("#8b949e") : Color.web("#57606a");
    }

    static Button iconButton(String icon, String text, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(text);
        Tip.on(button, text);
        button.setOnAction(event -> action.run());
        return button;
    }
}

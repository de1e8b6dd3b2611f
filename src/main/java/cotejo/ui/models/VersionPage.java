package cotejo.ui.models;

import cotejo.model.Problem;
import cotejo.model.StageRequest;
import cotejo.model.VersionCard;
import cotejo.registry.NamedFile;
import cotejo.registry.VersionFacts;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import cotejo.ui.preview.MarkdownView;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One version: passport, description, files, signature and tensors beside lineage, requests, comments, usage and
/// history.
final class VersionPage extends BorderPane implements AutoCloseable {

    private static final double WIDE = 860;
    private static final int MOST_FILES = 200;
    private static final int MOST_PORTS = 40;

    private final ModelsViewModel model;
    private final VersionActions actions;
    private final Latest reading;
    private final Latest hashing;
    private final VBox left = new VBox(24);
    private final VBox right = new VBox(24);
    private final HBox body = new HBox(32);
    private final ScrollPane scroll = new ScrollPane();
    private final TextField words = new TextField();
    private @Nullable Card shown;
    private @Nullable VersionCard hashed;

    VersionPage(ModelsViewModel model, VersionActions actions) {
        this.model = model;
        this.actions = actions;
        this.reading = new Latest(model.context().background(), model.context().front());
        this.hashing = new Latest(model.context().background(), model.context().front());
        getStyleClass().add("version-page");
        body.getStyleClass().add("version-body");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        right.setMinWidth(300);
        right.setPrefWidth(360);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        widthProperty().addListener((value, before, now) -> lay());
        setCenter(scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.open().set(null);
            }
        });
        words.setPromptText(Texts.get("models.comment.prompt"));
        words.setAccessibleText(Texts.get("models.comment.prompt"));
        HBox.setHgrow(words, Priority.ALWAYS);
    }

    private void lay() {
        if (getWidth() >= WIDE) {
            body.getChildren().setAll(left, right);
            scroll.setContent(body);
        } else {
            VBox one = new VBox(24, left, right);
            one.getStyleClass().add("version-body");
            scroll.setContent(one);
        }
    }

    /// Shows a version, from its top and with the keyboard on the page; or shows it anew, as it is now.
    void show(Card card) {
        Card before = shown;
        shown = card;
        if (before == null || !before.isSame(card)) {
            unhash();
            words.clear();
            left.getChildren().clear();
            right.getChildren().clear();
            scroll.setVvalue(0);
        }
        boolean held = before == null || !before.isSame(card) || holdsKeyboard();
        setTop(head(card));
        if (held && !words.isFocused()) {
            scroll.requestFocus();
        }
        reading.submit(cancel -> VersionDetail.read(model.registry(), card, cancel), this::fill,
                failure -> model.context().notices().failed(cotejo.model.Problem.describe(failure), failure));
    }

    /// When the page goes; shown again, it begins at its top.
    void gone() {
        shown = null;
        unhash();
    }

    /// Whether the keyboard is on the page.
    boolean holdsKeyboard() {
        for (Node node = getScene() == null ? null : getScene().getFocusOwner(); node != null;
                node = node.getParent()) {
            if (node.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private Node head(Card card) {
        Button back = Icons.button("fth-arrow-left", Texts.get("models.back"), () -> model.open().set(null));
        Label title = new Label(card.model().name());
        title.getStyleClass().add("panel-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMinWidth(60);
        Tip.on(title, card.model().name());
        Label number = new Label(Texts.get("models.version", Integer.toString(card.version().version())));
        number.getStyleClass().addAll("panel-title", "muted");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        MenuButton move = new MenuButton(Texts.get("models.moveTo"));
        move.setMinWidth(Region.USE_PREF_SIZE);
        for (String stage : model.content().get().stages()) {
            if (!stage.equals(card.version().stage())) {
                MenuItem item = new MenuItem(stage);
                item.setMnemonicParsing(false);
                item.setOnAction(event -> actions.move(card, stage));
                move.getItems().add(item);
            }
        }
        Button export = new Button(Texts.get("models.export"), Icons.of("fth-download"));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(event -> actions.export(card));
        MenuButton more = new MenuButton();
        more.setGraphic(Icons.of("fth-more-horizontal"));
        more.setAccessibleText(Texts.get("models.more"));
        more.getStyleClass().add("icon-menu");
        more.getItems().setAll(actions.more(card));
        HBox row = new HBox(8, back, title, number, new StageChip(card.version().stage()));
        row.getChildren().addAll(gap, move, export, more);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("panel-tools");
        return row;
    }

    private void fill(VersionDetail detail) {
        boolean held = holdsKeyboard();
        boolean typing = words.isFocused();
        int caret = words.getCaretPosition();
        put(detail);
        if (detail.unhashed()) {
            hash(detail.card());
        }
        if (typing) {
            words.requestFocus();
            words.positionCaret(caret);
        } else if (held) {
            scroll.requestFocus();
        }
    }

    /// Reads the files of a version for their hash: once, however often the version is shown anew meanwhile.
    private void hash(Card card) {
        if (card.version().equals(hashed)) {
            return;
        }
        hashed = card.version();
        hashing.submit(cancel -> {
            model.registry().versions().hash(card.model().id(), card.version(), cancel);
            return card;
        }, done -> {
            if (shown != null && shown.isSame(done)) {
                show(shown);
            }
        }, failure -> {
            hashed = null;
            model.context().notices().failed(Problem.describe(failure), failure);
        });
    }

    private void unhash() {
        hashed = null;
        hashing.cancel();
    }

    private void put(VersionDetail detail) {
        Card card = detail.card();
        List<Node> main = new ArrayList<>();
        detail.pending().forEach(request -> main.add(request(card, request)));
        main.add(description(card));
        if (!card.model().hidden().isEmpty()) {
            Label hidden = muted(Texts.get("registry.model.hidden", card.model().label(),
                    String.join(", ", card.model().hidden().stream().map(String::valueOf).toList())));
            hidden.setWrapText(true);
            main.add(hidden);
        }
        if (!card.version().tags().isEmpty() || !card.model().aliasesOf(card.version().version()).isEmpty()) {
            main.add(tags(card));
        }
        main.add(new PassportView(detail.passport(), (key, entry) -> actions.passport(card, key, entry)));
        ports("models.signature.inputs", detail.facts().model().inputs()).ifPresent(main::add);
        ports("models.signature.outputs", detail.facts().model().outputs()).ifPresent(main::add);
        main.add(files(detail));
        tensors(detail.facts().model().tensors()).ifPresent(main::add);
        left.getChildren().setAll(main);
        List<Node> side = new ArrayList<>();
        side.add(section("models.lineage", new LineageView(detail.way(), actions.lineage())));
        side.add(section("models.comments", comment(card)));
        side.add(section("models.history", new HistoryList(detail.events(), Map.of(),
                event -> model.rollback(card.model().id(), event.id()))));
        side.add(section("models.usage", new UsageView(detail.usage())));
        right.getChildren().setAll(side);
        lay();
    }

    // texts: models.*
    private static VBox section(String key, Node content) {
        Label head = new Label(Texts.get(key));
        head.getStyleClass().add("section-title");
        return new VBox(8, head, content);
    }

    private Node description(Card card) {
        String text = card.version().description();
        if (text.isBlank()) {
            Button add = new Button(Texts.get("models.describe"), Icons.of("fth-edit-2"));
            add.getStyleClass().addAll("flat", "link-button");
            add.setOnAction(event -> actions.describe(card));
            return add;
        }
        MarkdownView words = new MarkdownView(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, words, Icons.button("fth-edit-2", Texts.get("models.describe"),
                () -> actions.describe(card)));
    }

    private static Node tags(Card card) {
        FlowPane flow = new FlowPane(6, 6);
        card.model().aliasesOf(card.version().version()).forEach(alias ->
                flow.getChildren().add(CardCell.alias(alias)));
        card.version().tags().forEach((key, value) -> flow.getChildren().add(ModelWords.tag(key, value)));
        return flow;
    }

    private static java.util.Optional<Node> ports(String key, List<VersionFacts.PortPart> ports) {
        if (ports.isEmpty()) {
            return java.util.Optional.empty();
        }
        FlowPane flow = new FlowPane(6, 6);
        for (VersionFacts.PortPart port : ports.subList(0, Math.min(MOST_PORTS, ports.size()))) {
            Label chip = new Label((port.name().isEmpty() ? "" : port.name() + " ") + port.typeText());
            chip.getStyleClass().addAll("chip", "mono");
            flow.getChildren().add(chip);
        }
        if (ports.size() > MOST_PORTS) {
            flow.getChildren().add(new Label(Texts.get("models.more.count", ports.size() - MOST_PORTS)));
        }
        return java.util.Optional.of(section(key, flow));
    }

    private Node files(VersionDetail detail) {
        Card card = detail.card();
        VBox list = new VBox(2);
        for (NamedFile file : detail.files().subList(0, Math.min(MOST_FILES, detail.files().size()))) {
            Label name = new Label(file.path(), Icons.of("fth-file"));
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label size = new Label(Figures.bytes(file.bytes()));
            size.getStyleClass().addAll("muted", "small");
            size.setMinWidth(Region.USE_PREF_SIZE);
            list.getChildren().add(new HBox(8, name, gap, size));
        }
        if (!detail.filesTrouble().isEmpty()) {
            Label trouble = new Label(detail.filesTrouble());
            trouble.setWrapText(true);
            trouble.getStyleClass().add("muted");
            list.getChildren().add(trouble);
        } else if (!card.version().kept()) {
            Button keep = new Button(Texts.get("models.keep"), Icons.of("fth-package"));
            keep.getStyleClass().addAll("flat", "link-button");
            keep.setOnAction(event -> actions.keep(card));
            list.getChildren().add(keep);
        }
        return section("models.files", list);
    }

    private static java.util.Optional<Node> tensors(List<VersionFacts.TensorPart> tensors) {
        if (tensors.isEmpty()) {
            return java.util.Optional.empty();
        }
        GridPane grid = new GridPane(16, 2);
        int row = 0;
        for (VersionFacts.TensorPart tensor : tensors.subList(0, Math.min(MOST_PORTS, tensors.size()))) {
            grid.addRow(row++, new Label(tensor.name()), muted(tensor.dtype()), muted(String.join(" × ",
                    tensor.shape().stream().map(String::valueOf).toList())));
        }
        if (tensors.size() > MOST_PORTS) {
            grid.add(muted(Texts.get("models.more.count", tensors.size() - MOST_PORTS)), 0, row, 3, 1);
        }
        return java.util.Optional.of(section("models.tensors", grid));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private Node request(Card card, StageRequest request) {
        Label words = new Label(Texts.get("models.request.pending", request.who(), request.stage()),
                Icons.of("fth-help-circle"));
        words.setWrapText(true);
        Button approve = new Button(Texts.get("models.request.approve"));
        approve.getStyleClass().addAll("accent", "small");
        approve.setOnAction(event -> actions.approve(card, request));
        Button reject = new Button(Texts.get("models.request.reject"));
        reject.getStyleClass().add("small");
        reject.setOnAction(event -> actions.reject(card, request));
        VBox box = new VBox(8, words);
        if (!request.comment().isEmpty()) {
            box.getChildren().add(muted(request.comment()));
        }
        box.getChildren().add(new HBox(8, approve, reject));
        box.getStyleClass().add("request");
        return box;
    }

    private Node comment(Card card) {
        Button send = new Button(Texts.get("models.comment.send"));
        send.disableProperty().bind(words.textProperty().isEmpty());
        Runnable say = () -> {
            String text = words.getText();
            if (!text.isBlank()) {
                words.clear();
                model.act(registry -> registry.comment(card.model().id(), card.version().version(), text,
                        cotejo.registry.Registry.me()));
            }
        };
        send.setOnAction(event -> say.run());
        words.setOnAction(event -> say.run());
        return new HBox(8, words, send);
    }

    @Override
    public void close() {
        hashing.cancel();
        reading.cancel();
    }
}

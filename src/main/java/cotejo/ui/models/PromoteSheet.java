package cotejo.ui.models;

import cotejo.model.RegistryEvent;
import cotejo.model.StageRequest;
import cotejo.model.VersionCard;
import cotejo.registry.Comparison;
import cotejo.registry.Gate;
import cotejo.registry.Promotions;
import cotejo.registry.Registry;
import cotejo.registry.Stages;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks before a version moves: from where to where, which versions are archived along, this version against the one
/// that is there now, what the gates say; a comment, and a reason where a gate is not passed.
final class PromoteSheet extends VBox implements AutoCloseable {

    private static final double MOST_BLOCKED = 80;

    private record Told(Promotions.Plan plan, List<Comparison.Line> lines) {
    }

    private final ModelsViewModel model;
    private final Card card;
    private final String stage;
    private final @Nullable StageRequest request;
    private final Runnable close;
    private final Latest reading;
    private final CheckBox archive = new CheckBox();
    private final VBox middle = new VBox(12);
    private final TextArea comment = new TextArea();
    private final TextField reason = new TextField();
    private final VBox override = new VBox(4);
    private final Label blocked = new Label("", Icons.of("fth-x-circle"));
    private final Button move = new Button();
    private final Label trouble = new Label();
    private @Nullable Told told;

    /// For a move that a person wishes.
    PromoteSheet(ModelsViewModel model, Card card, String stage, Runnable close) {
        this(model, card, stage, null, close);
    }

    /// For a move that somebody asked for, to be approved.
    PromoteSheet(ModelsViewModel model, Card card, StageRequest request, Runnable close) {
        this(model, card, request.stage(), request, close);
    }

    private PromoteSheet(ModelsViewModel model, Card card, String stage, @Nullable StageRequest request,
            Runnable close) {
        super(12);
        this.model = model;
        this.card = card;
        this.stage = stage;
        this.request = request;
        this.close = close;
        this.reading = new Latest(model.context().background(), model.context().front());
        getStyleClass().addAll("floating-card", "promote-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        archive.setSelected(request == null ? Stages.archivesByDefault(stage) : request.archive());
        archive.setDisable(request != null);
        archive.setText(Texts.get("models.promote.archive", stage));
        boolean may = Stages.canArchive(stage);
        archive.setVisible(may);
        archive.setManaged(may);
        archive.selectedProperty().addListener((value, before, now) -> load());
        middle.setPadding(new Insets(0, 16, 0, 0));
        ScrollPane scroll = Sheets.scroll(middle);
        scroll.setMinHeight(64);
        trouble.setWrapText(true);
        trouble.getStyleClass().add("gate-failed");
        trouble.setVisible(false);
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().addAll(head(), archive, scroll, words(), override(), trouble, buttons());
        middle.getChildren().setAll(muted(Texts.get("models.promote.reading")));
        load();
    }

    /// What the keyboard is on first.
    Node first() {
        return comment;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private Node head() {
        Label title = new Label(Texts.get("models.promote.title", card.model().name(),
                Integer.toString(card.version().version())));
        title.getStyleClass().add("card-title");
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        HBox way = new HBox(8, new StageChip(card.version().stage()), Icons.of("fth-arrow-right"),
                new StageChip(stage));
        way.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(8, top, way);
        if (request != null) {
            Label asked = muted(Texts.get("models.request.pending", request.who(), request.stage())
                    + (request.comment().isEmpty() ? "" : "\n" + request.comment()));
            asked.setMinHeight(USE_PREF_SIZE);
            head.getChildren().add(asked);
        }
        return head;
    }

    private Node words() {
        Label name = muted(Texts.get("models.promote.comment"));
        name.setLabelFor(comment);
        comment.setAccessibleText(Texts.get("models.promote.comment"));
        comment.setPrefRowCount(2);
        Sheets.tabLeadsOn(comment);
        comment.setWrapText(true);
        comment.setMinHeight(52);
        return new VBox(4, name, comment);
    }

    private Node override() {
        Label why = muted(Texts.get("models.promote.override"));
        why.setLabelFor(reason);
        reason.setAccessibleText(Texts.get("models.promote.override"));
        reason.textProperty().addListener((value, before, now) -> enable());
        // However long the list above is, what blocks is in sight.
        blocked.setWrapText(true);
        blocked.setMaxHeight(MOST_BLOCKED);
        blocked.setMinHeight(Region.USE_PREF_SIZE);
        blocked.getStyleClass().addAll("gate-failed", "promote-blocked");
        override.getChildren().setAll(blocked, why, reason);
        override.setVisible(false);
        override.setManaged(false);
        return override;
    }

    private Node buttons() {
        Button cancel = new Button(Texts.get("models.cancel"));
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> close.run());
        Button ask = new Button(Texts.get("models.promote.request"));
        ask.setOnAction(event -> request());
        ask.setVisible(request == null);
        move.setText(Texts.get(request == null ? "models.promote.do" : "models.request.approve"));
        move.getStyleClass().add("accent");
        move.setDefaultButton(true);
        move.setDisable(true);
        move.setOnAction(event -> promote());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, ask, gap, cancel, move);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Promotions.Wish wish() {
        return new Promotions.Wish(card.model().id(), card.version().version(), stage,
                archive.isSelected() && Stages.canArchive(stage) ? Promotions.Others.ARCHIVE : Promotions.Others.STAY,
                comment.getText(), reason.getText().isBlank() ? null : reason.getText(), Registry.me());
    }

    private void load() {
        Promotions.Wish wish = wish();
        Registry registry = model.registry();
        reading.submit(cancel -> read(registry, wish), this::show, failure -> refused(failure));
    }

    private static Told read(Registry registry, Promotions.Wish wish) {
        Cancel never = Cancel.never();
        Promotions.Plan plan = registry.promotions().plan(wish, never);
        List<Comparison.Side> sides = new ArrayList<>();
        plan.incumbent().ifPresent(there -> sides.add(new Comparison.Side(there,
                registry.versions().facts(wish.model(), there, never))));
        sides.add(new Comparison.Side(plan.version(),
                registry.versions().facts(wish.model(), plan.version(), never)));
        return new Told(plan, Comparison.of(sides));
    }

    private void refused(Throwable failure) {
        trouble.setText(cotejo.model.Problem.describe(failure));
        trouble.setVisible(true);
        move.setDisable(true);
    }

    private void show(Told now) {
        told = now;
        Promotions.Plan plan = now.plan();
        List<Node> parts = new ArrayList<>();
        if (!plan.archived().isEmpty()) {
            parts.add(new Label(Texts.get("models.promote.archived", versions(plan.archived())),
                    Icons.of("fth-archive")));
        }
        if (!plan.gates().isEmpty()) {
            parts.add(section(Texts.get("models.promote.gates")));
            plan.gates().stream().sorted(Comparator.comparing(RegistryEvent.Gate::passed))
                    .forEach(gate -> parts.add(gate(gate)));
        }
        if (plan.incumbent().isPresent()) {
            parts.add(section(Texts.get("models.promote.against",
                    Integer.toString(plan.incumbent().get().version()), plan.to())));
            parts.add(new ComparisonGrid(now.lines(), List.of(plan.incumbent().get(), plan.version())));
        } else {
            parts.add(muted(Texts.get("models.promote.nobody", plan.to())));
        }
        middle.getChildren().setAll(parts);
        blocked.setText(Texts.get("models.promote.blocked", String.join("; ", plan.gates().stream()
                .filter(gate -> !gate.passed()).map(gate -> Gate.words(gate.rule())).toList())));
        boolean passes = plan.passes();
        override.setVisible(!passes);
        override.setManaged(!passes);
        enable();
    }

    private static String versions(List<VersionCard> cards) {
        return String.join(", ", cards.stream().map(v -> Integer.toString(v.version())).toList());
    }

    private static Label section(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        label.setWrapText(true);
        return label;
    }

    /// A gate with its word and its mark.
    static Node gate(RegistryEvent.Gate gate) {
        String sentence = Gate.words(gate.rule());
        Label asked = new Label(sentence, Icons.of(gate.passed() ? "fth-check-circle" : "fth-x-circle"));
        asked.setWrapText(true);
        asked.getStyleClass().addAll("gate-rule", gate.passed() ? "gate-passed" : "gate-failed");
        Label words = muted(gate.told());
        Label rule = muted(gate.rule());
        VBox below = new VBox(1, words, rule);
        words.getStyleClass().add("small");
        rule.getStyleClass().addAll("small", "gate-rule-text");
        below.setPadding(new Insets(0, 0, 0, 22));
        VBox box = new VBox(1, asked, below);
        box.setAccessibleText(Texts.get(gate.passed() ? "models.gate.passed" : "models.gate.failed", sentence,
                gate.told()));
        return box;
    }

    private void enable() {
        Told now = told;
        move.setDisable(now == null || !now.plan().passes() && reason.getText().isBlank());
    }

    private void promote() {
        Promotions.Wish wish = wish();
        close.run();
        model.act(registry -> {
            if (request == null) {
                registry.promotions().promote(wish, Cancel.never());
            } else {
                registry.promotions().approve(request.id(), wish.comment(), wish.override(), wish.who(),
                        Cancel.never());
            }
            model.context().front().execute(() -> model.moved(wish));
        });
    }

    private void request() {
        Promotions.Wish wish = wish();
        close.run();
        model.act(registry -> {
            long number = registry.promotions().request(wish);
            model.context().front().execute(() -> model.context().notices().info(
                    Texts.get("models.promote.requested", Long.toString(number))));
        });
    }

    @Override
    public void close() {
        reading.cancel();
    }
}

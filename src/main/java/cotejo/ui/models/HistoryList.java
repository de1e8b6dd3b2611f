package cotejo.ui.models;

import cotejo.model.RegistryEvent;
import cotejo.registry.Gate;
import cotejo.registry.Passport;
import cotejo.text.Texts;
import cotejo.ui.Humane;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Lines of the history, newest first.
final class HistoryList extends VBox {

    private static final int MOST = 300;
    private static final int MOST_VALUE = 60;

    /// @param names of the models by number, where lines of several stand together; else empty
    /// @param back  told which move to take back; null when nothing can be taken back here
    HistoryList(List<RegistryEvent> oldestFirst, Map<Long, String> names,
            @Nullable Consumer<RegistryEvent> back) {
        super(10);
        getStyleClass().add("history");
        List<RegistryEvent> events = oldestFirst.reversed();
        for (RegistryEvent event : events.subList(0, Math.min(MOST, events.size()))) {
            getChildren().add(line(event, names.getOrDefault(event.modelKey(), ""), back));
        }
        if (events.size() > MOST) {
            getChildren().add(muted(Texts.get("models.history.more", events.size() - MOST)));
        }
        if (events.isEmpty()) {
            getChildren().add(muted(Texts.get("models.history.none")));
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static Node line(RegistryEvent event, String name, @Nullable Consumer<RegistryEvent> back) {
        String told = name.isEmpty() ? words(event) : name + ": " + words(event);
        Label what = new Label(told, Icons.of(icon(event.kind())));
        what.setWrapText(true);
        String who = event.who().isEmpty() ? Texts.get("models.history.source") : event.who();
        Label when = muted(Humane.ago(event.at(), Instant.now()) + " · " + who);
        Tip.on(when, Humane.exact(event.at()));
        when.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, what, gap);
        head.setAlignment(Pos.TOP_LEFT);
        if (back != null && (event.kind() == RegistryEvent.Kind.TRANSITION
                || event.kind() == RegistryEvent.Kind.ROLLBACK)) {
            Button undo = Icons.button("fth-corner-up-left", Texts.get("models.history.rollback"),
                    () -> back.accept(event));
            head.getChildren().add(undo);
        }
        head.getChildren().add(when);
        VBox box = new VBox(2, head);
        if (!event.comment().isEmpty()) {
            Label comment = new Label(event.comment());
            comment.setWrapText(true);
            comment.getStyleClass().add("history-comment");
            box.getChildren().add(comment);
        }
        List<String> more = more(event);
        if (!more.isEmpty()) {
            Label side = muted(String.join(" · ", more));
            side.setPadding(new javafx.geometry.Insets(0, 0, 0, 22));
            box.getChildren().add(side);
        }
        return box;
    }

    private static List<String> more(RegistryEvent event) {
        List<String> more = new ArrayList<>();
        if (!event.detail().moves().isEmpty()) {
            more.add(Texts.get("models.history.also", String.join(", ", event.detail().moves().stream()
                    .map(move -> move.version() + " → " + move.to()).toList())));
        }
        if (event.kind() == RegistryEvent.Kind.GATES) {
            more.add(String.join("\n", rules(event.detail().notes().getOrDefault("rules", ""))));
        }
        long failed = event.detail().gates().stream().filter(gate -> !gate.passed()).count();
        if (!event.detail().gates().isEmpty()) {
            more.add(failed == 0 ? Texts.get("models.history.gates", event.detail().gates().size())
                    : Texts.get("models.history.gatesFailed", String.join("; ", event.detail().gates().stream()
                            .filter(gate -> !gate.passed()).map(gate -> Gate.words(gate.rule())).toList())));
        }
        return more;
    }

    /// The rules that a gate has from then on.
    static List<String> rules(String lines) {
        return lines.isBlank() ? List.of(Texts.get("models.history.noRules"))
                : lines.lines().map(Gate::words).toList();
    }

    /// What happened, in words.
    static String words(RegistryEvent event) {
        Map<String, String> notes = event.detail().notes();
        String version = Integer.toString(event.version());
        boolean whole = event.version() == 0;
        String from = String.valueOf(event.from());
        String to = String.valueOf(event.to());
        return switch (event.kind()) {
            case IMPORT -> event.to() == null ? alias(event, version) : event.from() == null
                    ? Texts.get("models.event.import", version, to)
                    : Texts.get("models.event.transition", version, from, to);
            case REGISTER -> Texts.get("models.event.register", version);
            case TRANSITION -> Texts.get("models.event.transition", version, from, to);
            case ROLLBACK -> Texts.get("models.event.rollback", version, from, to);
            case GATE_OVERRIDE -> Texts.get("models.event.override", version, to);
            case ALIAS -> alias(event, version);
            case COMMENT -> Texts.get("models.event.comment", version);
            case DESCRIBE -> Texts.get("models.event.describe");
            case TAG -> Texts.get("models.event.tag", notes.getOrDefault("tag", ""),
                    notes.getOrDefault("value", "–"));
            case PASSPORT -> passport(notes.getOrDefault("entry", ""), notes.getOrDefault("value", ""));
            case GATES -> Texts.get("models.event.gates", notes.getOrDefault("stage", ""));
            case FILES -> Texts.get("models.event.files", version);
            case REQUEST -> Texts.get("models.event.request", version, notes.getOrDefault("to", ""));
            case APPROVE -> Texts.get("models.event.approve", version);
            case REJECT -> Texts.get("models.event.reject", version);
            case DELETE -> Texts.get(whole ? "models.event.deleteModel" : "models.event.delete", version);
            case RESTORE -> Texts.get(whole ? "models.event.restoreModel" : "models.event.restore", version);
            case PURGE -> Texts.get(whole ? "models.event.purgeModel" : "models.event.purge", version);
            case RENAME -> Texts.get("models.event.rename", notes.getOrDefault("name", ""));
            case EXPORT -> Texts.get("models.event.export", version);
        };
    }

    // texts: models.passport.key.*
    private static String passport(String entry, String value) {
        String name = Passport.KEYS.contains(entry) ? Texts.get("models.passport.key." + entry) : entry;
        String line = value.lines().findFirst().orElse("");
        String some = line.length() > MOST_VALUE || !line.equals(value)
                ? line.substring(0, Math.min(MOST_VALUE, line.length())) + "…" : line;
        return some.isEmpty() ? Texts.get("models.event.passportGone", name)
                : Texts.get("models.event.passport", name, some);
    }

    private static String alias(RegistryEvent event, String version) {
        String alias = event.detail().notes().getOrDefault("alias", "");
        return event.version() == 0 ? Texts.get("models.event.aliasGone", alias)
                : Texts.get("models.event.alias", alias, version);
    }

    private static String icon(RegistryEvent.Kind kind) {
        return switch (kind) {
            case IMPORT -> "fth-download";
            case REGISTER, FILES -> "fth-package";
            case TRANSITION -> "fth-arrow-right";
            case ROLLBACK, RESTORE -> "fth-corner-up-left";
            case GATE_OVERRIDE -> "fth-alert-triangle";
            case ALIAS -> "fth-at-sign";
            case COMMENT -> "fth-message-square";
            case DESCRIBE, RENAME, PASSPORT -> "fth-edit-2";
            case TAG -> "fth-tag";
            case GATES -> "fth-shield";
            case REQUEST -> "fth-help-circle";
            case APPROVE -> "fth-check";
            case REJECT -> "fth-x";
            case DELETE, PURGE -> "fth-trash-2";
            case EXPORT -> "fth-external-link";
        };
    }
}

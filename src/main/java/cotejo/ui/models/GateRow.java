package cotejo.ui.models;

import cotejo.registry.Gate;
import cotejo.registry.RegistryRefusal;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One rule at a gate, in fields of its kind.
final class GateRow extends VBox {

    /// What a rule is about.
    enum Kind {
        METRIC, DATASET, SIGNATURE, PASSPORT, IMPORTS, INTACT, TAG;

        static Kind of(Gate gate) {
            return switch (gate) {
                case Gate.MetricGate _ -> METRIC;
                case Gate.DatasetGate _ -> DATASET;
                case Gate.SignatureGate _ -> SIGNATURE;
                case Gate.PassportGate _ -> PASSPORT;
                case Gate.ImportsGate _ -> IMPORTS;
                case Gate.IntactGate _ -> INTACT;
                case Gate.TagGate _ -> TAG;
            };
        }

        String words() {
            // texts: models.gate.kind.*
            return Texts.get("models.gate.kind." + name().toLowerCase(Locale.ROOT));
        }
    }

    private static final double KIND_WIDTH = 230;

    private final ComboBox<Kind> kind = new ComboBox<>(FXCollections.observableArrayList(Kind.values()));
    private final TextField key = field("models.gate.metric", 130);
    private final ComboBox<String> side = new ComboBox<>(FXCollections.observableArrayList(">=", "<="));
    private final ComboBox<String> reference = new ComboBox<>();
    private final ComboBox<String> sign = new ComboBox<>(FXCollections.observableArrayList("-", "+"));
    private final TextField number = field("models.gate.number", 80);
    private final TextField share = field("models.gate.share", 130);
    private final TextField tag = field("models.gate.tag", 130);
    private final TextField value = field("models.gate.value", 130);
    private final HBox fields = new HBox(6);
    /// What the rule asks for, or why it is none yet.
    private final Label words = new Label();
    private final Runnable changed;

    /// @param aliases with which a metric can be compared
    GateRow(List<String> aliases, Runnable changed, Consumer<GateRow> remove) {
        super(2);
        this.changed = changed;
        reference.getItems().add(absolute());
        reference.getItems().add("current");
        aliases.stream().filter(alias -> !alias.equals("current")).forEach(reference.getItems()::add);
        if (!aliases.contains("champion")) {
            reference.getItems().add("champion");
        }
        kind.setCellFactory(list -> new KindCell());
        kind.setButtonCell(new KindCell());
        kind.setAccessibleText(Texts.get("models.gate.kind"));
        kind.setMinWidth(Region.USE_PREF_SIZE);
        kind.setPrefWidth(KIND_WIDTH);
        side.setValue(">=");
        side.setAccessibleText(Texts.get("models.gate.side"));
        sign.setValue("-");
        sign.setAccessibleText(Texts.get("models.gate.sign"));
        reference.setValue("champion");
        reference.setMinWidth(128);
        reference.setAccessibleText(Texts.get("models.gate.reference"));
        side.setMinWidth(Region.USE_PREF_SIZE);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        for (ComboBox<?> box : List.of(kind, side, reference, sign)) {
            box.valueProperty().addListener((property, before, now) -> lay());
        }
        for (TextField text : List.of(key, number, share, tag, value)) {
            text.textProperty().addListener((property, before, now) -> check());
        }
        words.getStyleClass().addAll("muted", "small");
        words.setWrapText(true);
        HBox.setHgrow(fields, Priority.ALWAYS);
        fields.setAlignment(Pos.CENTER_LEFT);
        Node away = Icons.button("fth-trash-2", Texts.get("models.gate.remove"), () -> remove.accept(this));
        HBox line = new HBox(6, kind, fields, away);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, words);
        kind.setValue(Kind.METRIC);
        lay();
    }

    /// What the keyboard is on in a new row.
    Node first() {
        return kind;
    }

    private static String absolute() {
        return Texts.get("models.gate.absolute");
    }

    private static TextField field(String prompt, double width) {
        TextField field = new TextField();
        // texts: models.gate.*
        field.setPromptText(Texts.get(prompt));
        field.setAccessibleText(Texts.get(prompt));
        field.setPrefWidth(width);
        field.setMinWidth(60);
        return field;
    }

    /// Fills the fields from a rule.
    void set(Gate gate) {
        kind.setValue(Kind.of(gate));
        switch (gate) {
            case Gate.MetricGate metric -> {
                key.setText(metric.key());
                side.setValue(metric.atLeast() ? ">=" : "<=");
                @Nullable String with = metric.reference();
                if (with != null && !reference.getItems().contains(with)) {
                    reference.getItems().add(with);
                }
                reference.setValue(with == null ? absolute() : with);
                sign.setValue(metric.value() > 0 ? "+" : "-");
                double shown = with == null ? metric.value() : Math.abs(metric.value());
                number.setText(with != null && shown == 0 ? "" : plain(shown));
            }
            case Gate.PassportGate(double wanted, String _) -> share.setText(wanted == 1 ? "" : plain(wanted));
            case Gate.TagGate(String name, @Nullable String wanted, String _) -> {
                tag.setText(name);
                value.setText(wanted == null ? "" : wanted);
            }
            case Gate.DatasetGate _, Gate.SignatureGate _, Gate.ImportsGate _, Gate.IntactGate _ -> { }
        }
        lay();
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private void lay() {
        boolean alone = absolute().equals(reference.getValue());
        List<Control> wanted = switch (kind.getValue()) {
            case METRIC -> alone ? List.of(key, side, reference, number) : List.of(key, side, reference, sign, number);
            case PASSPORT -> List.of(share);
            case TAG -> List.of(tag, value);
            case DATASET, SIGNATURE, IMPORTS, INTACT -> List.of();
        };
        number.setPromptText(Texts.get(alone ? "models.gate.number" : "models.gate.margin"));
        fields.getChildren().setAll(wanted);
        check();
    }

    /// The rule as one line of text, whether or not it can be read.
    String text() {
        String typed = number.getText().strip().replace(',', '.');
        return switch (kind.getValue()) {
            case METRIC -> "metric " + key.getText().strip() + " " + side.getValue() + " "
                    + (absolute().equals(reference.getValue()) ? typed
                            : reference.getValue() + (typed.isEmpty() ? "" : " " + sign.getValue() + " " + typed));
            case DATASET -> "dataset";
            case SIGNATURE -> "signature";
            case PASSPORT -> ("passport " + share.getText().strip().replace(',', '.')).strip();
            case IMPORTS -> "imports";
            case INTACT -> "intact";
            case TAG -> "tag " + tag.getText().strip()
                    + (value.getText().isBlank() ? "" : "=" + value.getText().strip());
        };
    }

    private void check() {
        boolean begun = !(kind.getValue() == Kind.METRIC && key.getText().isBlank()
                || kind.getValue() == Kind.TAG && tag.getText().isBlank());
        boolean whole = isWhole();
        words.setText(whole ? Gate.words(text()) : begun ? Texts.get("models.gate.wrong") : "");
        words.getStyleClass().remove(whole ? "gate-failed" : "muted");
        String style = whole ? "muted" : "gate-failed";
        if (!words.getStyleClass().contains(style)) {
            words.getStyleClass().add(style);
        }
        words.setVisible(!words.getText().isEmpty());
        words.setManaged(words.isVisible());
        changed.run();
    }

    /// Whether the fields make a rule, and one of their own kind.
    boolean isWhole() {
        if (kind.getValue() == Kind.METRIC && key.getText().isBlank()
                || kind.getValue() == Kind.TAG && tag.getText().isBlank()) {
            return false;
        }
        try {
            return Kind.of(Gate.parse(text())) == kind.getValue();
        } catch (RegistryRefusal none) {
            return false;
        }
    }

    private static final class KindCell extends ListCell<Kind> {
        @Override
        protected void updateItem(@Nullable Kind item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.words());
        }
    }
}

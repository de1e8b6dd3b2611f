package cotejo.ui.datasets;

import cotejo.dataset.Field;
import cotejo.dataset.Value;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.HexFormat;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The whole value of the cell the keyboard stands on: as text, a tree of its parts, JSON with indents, or bytes in
/// hexadecimal.
final class ValueSide extends VBox {

    /// Beyond this a text area stalls; copying takes all of it.
    private static final int MOST = 200_000;
    private static final int BYTES_A_LINE = 8;
    private static final PseudoClass DAMAGED = PseudoClass.getPseudoClass("damaged");

    private enum Form {
        TEXT,
        TREE,
        JSON,
        HEX
    }

    private final Label title = new Label();
    private final Label type = new Label();
    private final TextArea text = new TextArea();
    private final ToggleGroup forms = new ToggleGroup();
    private final TreeView<String> tree = new TreeView<>();
    private @Nullable Value value;
    private boolean waiting;

    ValueSide() {
        getStyleClass().add("dataset-value");
        title.getStyleClass().add("dataset-value-title");
        type.getStyleClass().add("dataset-detail");
        type.setWrapText(true);
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("dataset-value-text");
        text.setAccessibleText(Texts.get("datasets.value.name"));
        HBox bar = new HBox();
        for (Form form : Form.values()) {
            // texts: datasets.value.form.*
            ToggleButton button = new ToggleButton(Texts.get("datasets.value.form." + form.name()));
            button.setUserData(form);
            button.setToggleGroup(forms);
            button.getStyleClass().addAll("small", form == Form.TEXT ? "left-pill" : form == Form.HEX ? "right-pill"
                    : "center-pill");
            button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            bar.getChildren().add(button);
        }
        forms.selectToggle(forms.getToggles().getFirst());
        forms.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null && before != null) {
                forms.selectToggle(before);
            } else {
                fill();
            }
        });
        StackPane body = new StackPane(text, tree);
        VBox.setVgrow(body, Priority.ALWAYS);
        tree.setVisible(false);
        tree.setAccessibleText(Texts.get("datasets.value.form.TREE"));
        getChildren().addAll(title, type, bar, body);
        setMinWidth(236);
        setPrefWidth(280);
        show(null, null, -1);
    }

    /// Shows a value; null while none is chosen or read.
    void show(@Nullable Field field, @Nullable Value next, long fileRow) {
        value = next;
        waiting = field != null;
        text.pseudoClassStateChanged(DAMAGED, next instanceof Value.Unreadable);
        title.setText(field == null ? Texts.get("datasets.value.none") : field.name());
        type.setText(field == null ? Texts.get("datasets.value.none.hint")
                : Texts.get("datasets.value.where", field.type().label(), Figures.count(fileRow + 1)));
        fill();
    }

    private void fill() {
        Value shown = value;
        Form form = forms.getSelectedToggle() == null ? Form.TEXT : (Form) forms.getSelectedToggle().getUserData();
        tree.setVisible(form == Form.TREE);
        text.setVisible(form != Form.TREE);
        tree.setRoot(shown == null || form != Form.TREE ? null : ValueTree.of(shown));
        String whole = shown == null ? waiting ? Texts.get("datasets.filter.busy") : "" : switch (form) {
            case TREE -> "";
            case TEXT -> shown == Value.Nothing.ABSENT ? Texts.get("datasets.cell.absent")
                    : shown instanceof Value.Nothing ? Texts.get("grid.null") : shown.plain();
            case JSON -> Indented.json(shown);
            case HEX -> hex(shown);
        };
        // A line of bytes that goes on in the next cannot be read.
        text.setWrapText(form != Form.HEX);
        text.setText(whole.length() <= MOST ? whole
                : whole.substring(0, MOST) + "\n" + Texts.get("datasets.value.cut", Figures.count(whole.length())));
    }

    private static String hex(Value value) {
        byte[] bytes = value instanceof Value.Binary binary ? binary.bytes()
                : value.plain().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < Math.min(bytes.length, MOST / 4); at += BYTES_A_LINE) {
            int end = Math.min(bytes.length, at + BYTES_A_LINE);
            String line = HexFormat.ofDelimiter(" ").formatHex(bytes, at, end);
            out.append(String.format(java.util.Locale.ROOT, "%08x  %-24s ", at, line));
            for (int i = at; i < end; i++) {
                out.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            out.append('\n');
        }
        return out.toString();
    }
}

package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

/// Chooses one of many columns by typing a part of its name.
final class ColumnField extends ComboBox<ColumnField.Named> {

    private static final int MOST = 300;

    private final List<Named> all;
    private final ObservableList<Named> offered = FXCollections.observableArrayList();
    private final Consumer<String> chosen;
    private String now;
    private boolean filling;

    /// A column: its name on screen, and as an operand of the filter language.
    record Named(String name, String operand) {
    }

    /// @param now    the operand that is chosen; empty for none
    /// @param spoken what is chosen
    /// @param chosen told the operand; empty when the field was emptied
    ColumnField(List<Named> all, String now, String spoken, Consumer<String> chosen) {
        this.all = all;
        this.now = now;
        this.chosen = chosen;
        setEditable(true);
        setItems(offered);
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(10);
        setAccessibleText(spoken);
        setPromptText(Texts.get("curves.column.prompt"));
        setConverter(new StringConverter<>() {
            @Override
            public String toString(Named column) {
                return column == null ? "" : column.name();
            }

            @Override
            public Named fromString(String text) {
                return all.stream().filter(one -> one.name().equals(text)).findFirst()
                        .orElse(new Named(text, ""));
            }
        });
        offered.setAll(all.stream().limit(MOST).toList());
        all.stream().filter(one -> one.operand().equals(now)).findFirst().ifPresent(this::setValue);
        getEditor().textProperty().addListener((property, before, text) -> offer(text));
        valueProperty().addListener((property, before, value) -> take(value == null ? "" : value.operand(),
                value == null || value.name().isBlank()));
        getEditor().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !offered.isEmpty() && getValue() != null
                    && getValue().operand().isEmpty()) {
                setValue(offered.getFirst());
                hide();
                event.consume();
            }
        });
    }

    private void offer(String text) {
        if (filling || !isFocused() && !getEditor().isFocused()) {
            return;
        }
        filling = true;
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        boolean whole = all.stream().anyMatch(one -> one.name().equals(text));
        offered.setAll(all.stream().filter(one -> whole || one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST).toList());
        getEditor().setText(text);
        getEditor().end();
        if (!whole && !isShowing()) {
            show();
        }
        filling = false;
    }

    private void take(String operand, boolean emptied) {
        if (!filling && (!operand.isEmpty() || emptied) && !operand.equals(now)) {
            now = operand;
            chosen.accept(operand);
        }
    }
}

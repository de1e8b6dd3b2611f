package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

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
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        // While the list is open, it hears of keys before anybody else.
        skinProperty().subscribe(skin -> {
            if (skin instanceof ComboBoxListViewSkin<?> list) {
                list.getPopupContent().sceneProperty().subscribe(popup -> {
                    if (popup != null) {
                        popup.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
                    }
                });
            }
        });
        // Whoever leaves chose nothing new: what stands there is what holds.
        getEditor().focusedProperty().subscribe(focused -> {
            if (!focused && !whole(getEditor().getText())) {
                back();
            }
        });
    }

    /// Whether nothing is to be guessed: the field is empty, or a name stands there.
    private boolean whole(String text) {
        return text.isBlank() || all.stream().anyMatch(one -> one.name().equals(text));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !whole(getEditor().getText())) {
            settle();
            event.consume();
        }
    }

    /// Takes the first column that has what was typed.
    private void settle() {
        having(getEditor().getText()).findFirst().ifPresentOrElse(this::setValue, this::back);
        hide();
    }

    private Stream<Named> having(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private void back() {
        @Nullable Named held = all.stream().filter(one -> one.operand().equals(now)).findFirst().orElse(null);
        filling = true;
        setValue(held);
        getEditor().setText(held == null ? "" : held.name());
        filling = false;
    }

    private void offer(String text) {
        if (filling || !isFocused() && !getEditor().isFocused()) {
            return;
        }
        filling = true;
        boolean whole = whole(text);
        offered.setAll((whole ? all.stream() : having(text)).limit(MOST).toList());
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

package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.Comparator;
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
    private static final int ROWS = 10;

    private final List<Named> all;
    private final ObservableList<Named> offered = FXCollections.observableArrayList();
    private final Consumer<String> chosen;
    private String now;
    private boolean filling;
    /// What was chosen when the text changed last.
    private @Nullable Named seen;

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
        setVisibleRowCount(ROWS);
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
        setOnHidden(event -> fill(all.stream()));
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
        } else if (event.getCode() == KeyCode.DOWN && typed() && !offered.isEmpty()) {
            // From what was typed, down is to the first that has it, not past what is chosen.
            setValue(offered.getFirst());
            event.consume();
        }
    }

    /// Whether what stands there is not what is chosen.
    private boolean typed() {
        @Nullable Named value = getValue();
        return !getEditor().getText().isBlank() && (value == null || !value.name().equals(getEditor().getText()));
    }

    /// Takes the first column that has what was typed.
    private void settle() {
        having(getEditor().getText()).findFirst().ifPresentOrElse(this::setValue, this::back);
        hide();
    }

    /// The columns that have what was typed; the one that is called so before the others.
    private Stream<Named> having(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(one -> !one.name().toLowerCase(Locale.ROOT).equals(wanted)));
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
        @Nullable Named value = getValue();
        boolean stepped = value != null && !value.equals(seen) && value.name().equals(text);
        seen = value;
        if (stepped) {
            // A key goes through what is offered: it stays.
            return;
        }
        fill(having(text));
        if (!whole(text) && !isShowing()) {
            show();
        }
    }

    private void fill(Stream<Named> columns) {
        boolean before = filling;
        filling = true;
        String text = getEditor().getText();
        offered.setAll(columns.limit(MOST).toList());
        setVisibleRowCount(Math.clamp(offered.size(), 1, ROWS));
        getEditor().setText(text);
        getEditor().end();
        filling = before;
    }

    private void take(String operand, boolean emptied) {
        if (!filling && (!operand.isEmpty() || emptied) && !operand.equals(now)) {
            now = operand;
            chosen.accept(operand);
        }
    }
}

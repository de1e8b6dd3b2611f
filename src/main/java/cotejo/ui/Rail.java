package cotejo.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// The panels, as icons with their words, down the left side.
final class Rail extends VBox {

    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<Panels.Entry> entries;

    Rail(List<Panels.Entry> entries, Consumer<Panels.Entry> chosen) {
        super(4);
        this.entries = entries;
        getStyleClass().addAll("rail", Side.LEFT.name().toLowerCase(java.util.Locale.ROOT));
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        int number = 1;
        for (Panels.Entry entry : entries) {
            ToggleButton button = new ToggleButton(entry.text(), Icons.of(entry.icon()));
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            Tip.on(button, entry.text() + "  " + Menus.panelKeys(number++).getDisplayText());
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(entry);
            });
            buttons.add(button);
        }
        getChildren().addAll(buttons);
    }

    void select(Panels.Entry entry) {
        for (int i = 0; i < entries.size(); i++) {
            buttons.get(i).setSelected(entries.get(i).equals(entry));
        }
    }
}

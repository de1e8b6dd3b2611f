package cotejo.ui;

import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, and buttons that are nothing but an icon.
public final class Icons {

    private Icons() {
    }

    /// An icon by its Ikonli literal, coloured by the style sheet.
    public static FontIcon of(String literal) {
        return new FontIcon(literal);
    }

    /// A button that shows an icon, and says by tooltip and to screen readers what it does.
    public static Button button(String literal, String name, Runnable action) {
        Button button = new Button();
        button.setGraphic(of(literal));
        button.setAccessibleText(name);
        Tip.on(button, name);
        button.getStyleClass().add("icon-button");
        button.setOnAction(event -> action.run());
        return button;
    }
}

package cotejo.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What stands where there is nothing to show yet: an icon, what is so, what can be done, and the buttons that do it.
public final class SaidPage {

    private SaidPage() {
    }

    /// @param icon  Ikonli's name of the icon
    /// @param below the buttons
    public static VBox of(String icon, String head, String words, Node... below) {
        Label title = new Label(head);
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(460);
        text.getStyleClass().addAll("muted", "page-text");
        VBox page = new VBox(12, Icons.of(icon), title, text);
        page.getChildren().addAll(below);
        page.setAlignment(Pos.CENTER);
        page.getStyleClass().add("page");
        return page;
    }

    /// A wheel that turns.
    ///
    /// @param spoken what is awaited, for who cannot see it
    public static ProgressIndicator busy(String spoken) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(32, 32);
        wheel.setAccessibleText(spoken);
        return wheel;
    }
}

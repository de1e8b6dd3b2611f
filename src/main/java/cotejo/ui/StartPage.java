package cotejo.ui;

import cotejo.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the window shows before a workspace is open: that it is being opened, or why it could not be.
final class StartPage {

    private StartPage() {
    }

    static Parent opening(String folder) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(28, 28);
        wheel.setAccessibleText(Texts.get("shell.opening", folder));
        Label words = new Label(Texts.get("shell.opening", folder));
        words.getStyleClass().add("muted");
        return page(new VBox(16, wheel, words));
    }

    /// @param sentence what is wrong and what to do, in words
    static Parent trouble(String sentence, Runnable again, Runnable other, Runnable quit) {
        Button retry = button("shell.trouble.again", again);
        retry.setDefaultButton(true);
        HBox buttons = new HBox(8);
        buttons.getChildren().addAll(List.of(retry, button("shell.trouble.other", other),
                button("shell.command.QUIT", quit)));
        buttons.setAlignment(Pos.CENTER);
        VBox page = SaidPage.of("fth-alert-circle", Texts.get("shell.trouble.title"), sentence, buttons);
        page.getStyleClass().add("window");
        return page;
    }

    private static Button button(String key, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Parent page(VBox page) {
        page.setAlignment(Pos.CENTER);
        page.getStyleClass().addAll("window", "page");
        return page;
    }
}

package cotejo.ui;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// One of each usual control in a scene nobody sees. While the workspace is being opened the JavaFX thread has nothing
/// to do; dressing this scene then reads the fonts, the rules and the classes that the window is about to ask for.
final class Rehearsal {

    private Rehearsal() {
    }

    static Scene scene() {
        Button button = Icons.button("fth-list", "", () -> { });
        ListView<String> list = new ListView<>();
        list.getItems().add("");
        VBox root = new VBox(new MenuBar(new Menu("", null)), button, new ToggleButton(""), new Label("0"),
                new TextField(""), list, new SplitPane(new VBox(new Label("0"))));
        Scene scene = new Scene(root, 300, 300);
        Theme.LIGHT.dress(scene, "normal");
        root.applyCss();
        root.layout();
        return scene;
    }
}

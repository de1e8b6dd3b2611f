package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import cotejo.ui.UiContext;
import cotejo.ui.preview.PreviewPane;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a model file contains that was dropped on the window, and the offer to register it.
final class InspectSheet extends VBox implements AutoCloseable {

    private final PreviewPane preview;
    private final Button register = new Button(Texts.get("models.register"), Icons.of("fth-plus"));

    InspectSheet(UiContext context, Path file, Runnable onward, Runnable close) {
        super(12);
        this.preview = new PreviewPane(context);
        getStyleClass().addAll("floating-card", "promote-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Double.MAX_VALUE);
        Label title = new Label(String.valueOf(file.getFileName()));
        title.getStyleClass().add("card-title");
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(title, file.toString());
        title.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(8, title, gap, Icons.button("fth-x", Texts.get("models.close"), close));
        top.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(preview.node(), Priority.ALWAYS);
        ((Region) preview.node()).setPrefHeight(420);
        Label untouched = new Label(Texts.get("models.inspect.untouched"));
        untouched.getStyleClass().addAll("muted", "small");
        untouched.setWrapText(true);
        untouched.setMinWidth(0);
        HBox.setHgrow(untouched, Priority.ALWAYS);
        untouched.setMaxWidth(Double.MAX_VALUE);
        register.getStyleClass().add("accent");
        register.setMinWidth(Region.USE_PREF_SIZE);
        register.setOnAction(event -> onward.run());
        HBox buttons = new HBox(8, untouched, register);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, preview.node(), buttons);
        preview.show(file);
    }

    Node first() {
        return register;
    }

    @Override
    public void close() {
        preview.close();
    }
}

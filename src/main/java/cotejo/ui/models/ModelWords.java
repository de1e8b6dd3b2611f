package cotejo.ui.models;

import cotejo.model.ModelCard;
import cotejo.text.Texts;
import cotejo.ui.Icons;
import cotejo.ui.Tip;
import cotejo.ui.preview.MarkdownView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What is said of the model that is looked at as a whole: its description and its tags. Nothing where nothing is.
final class ModelWords extends VBox {

    private static final double HIGHEST = 140;
    private static final int WIDEST = 320;

    private final Consumer<ModelCard> describe;

    /// @param describe told when a person wants to write the description
    ModelWords(Consumer<ModelCard> describe) {
        super(8);
        this.describe = describe;
        getStyleClass().add("model-words");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(Optional<ModelCard> model) {
        List<Node> parts = new ArrayList<>();
        model.ifPresent(card -> {
            if (!card.description().isBlank()) {
                parts.add(description(card));
            }
            if (!card.tags().isEmpty()) {
                parts.add(tags(card));
            }
        });
        getChildren().setAll(parts);
        setVisible(!parts.isEmpty());
    }

    private Node description(ModelCard card) {
        ScrollPane words = Sheets.scroll(new MarkdownView(card.description()));
        words.setMaxHeight(HIGHEST);
        words.setMinHeight(24);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new HBox(8, words, Icons.button("fth-edit-2", Texts.get("models.describeModel"),
                () -> describe.accept(card)));
    }

    private static Node tags(ModelCard card) {
        FlowPane flow = new FlowPane(6, 6);
        card.tags().forEach((key, value) -> flow.getChildren().add(tag(key, value)));
        return flow;
    }

    /// A tag as a chip.
    static Label tag(String key, String value) {
        Label chip = new Label(value.isEmpty() ? key : key + ": " + value, Icons.of("fth-tag"));
        chip.getStyleClass().add("chip");
        chip.setMaxWidth(WIDEST);
        Tip.on(chip, key + ": " + value);
        return chip;
    }
}

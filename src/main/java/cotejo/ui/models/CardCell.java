package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.Humane;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A version as a card on the board.
final class CardCell extends ListCell<Card> {

    static final double HEIGHT = 92;

    private final ModelsViewModel model;
    private final Label number = new Label();
    private final Label name = new Label();
    private final Label words = new Label();
    private final Label when = new Label();
    private final HBox aliases = new HBox(4);
    private final VBox card;

    CardCell(ModelsViewModel model, Consumer<@Nullable Card> dragged, BoardPane.Actions actions) {
        this.model = model;
        number.getStyleClass().add("card-number");
        number.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().addAll("card-model");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        words.getStyleClass().addAll("small");
        when.getStyleClass().addAll("muted", "small");
        HBox head = new HBox(6, number, aliases);
        head.setAlignment(Pos.CENTER_LEFT);
        card = new VBox(2, name, head, words, when);
        card.getStyleClass().add("version-card");
        card.setPrefWidth(0);
        setOnDragDetected(event -> begin(dragged, event));
        setOnDragDone(event -> dragged.accept(null));
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && getItem() != null) {
                actions.open(getItem());
            }
        });
        setOnContextMenuRequested(event -> {
            if (getItem() != null) {
                actions.menu(getItem()).show(this, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    private void begin(Consumer<@Nullable Card> dragged, javafx.scene.input.MouseEvent event) {
        Card item = getItem();
        if (item == null) {
            return;
        }
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.put(BoardPane.VERSION, item.model().name() + " " + item.version().version());
        board.setContent(content);
        board.setDragView(card.snapshot(new SnapshotParameters(), null));
        dragged.accept(item);
        event.consume();
    }

    @Override
    protected void updateItem(@Nullable Card item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        boolean alone = model.selected().get() != null;
        name.setText(item.model().name());
        name.setVisible(!alone);
        name.setManaged(!alone);
        number.setText(Texts.get("models.version", Integer.toString(item.version().version())));
        aliases.getChildren().setAll(item.model().aliasesOf(item.version().version()).stream()
                .map(CardCell::alias).toList());
        String told = item.version().description().lines().findFirst().orElse("");
        words.setText(told);
        words.setVisible(!told.isEmpty());
        words.setManaged(!told.isEmpty());
        when.setText(when(item));
        setAccessibleText(item.model().name() + " " + number.getText() + ", " + item.version().stage() + ", " + told);
        setGraphic(card);
    }

    private static String when(Card item) {
        String ago = Humane.ago(item.version().created(), Instant.now());
        return item.version().user().isEmpty() ? ago : ago + " · " + item.version().user();
    }

    /// An alias as a chip.
    static Label alias(String alias) {
        Label chip = new Label("@" + alias);
        chip.getStyleClass().addAll("chip", "alias-chip");
        chip.setTooltip(new javafx.scene.control.Tooltip(chip.getText()));
        return chip;
    }
}

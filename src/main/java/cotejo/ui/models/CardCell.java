package cotejo.ui.models;

import cotejo.text.Texts;
import cotejo.ui.Humane;
import cotejo.ui.Lines;
import cotejo.ui.Tip;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/// A version as a card on the board.
final class CardCell extends ListCell<Card> {

    static final double HEIGHT = 92;

    private final ModelsViewModel model;
    private final Lines card = new Lines(VPos.TOP);
    private final int title = card.add(Lines.Cut.MIDDLE, "card-model");
    private final int number = card.add(Lines.Cut.END, "card-number");
    private final int words = card.add(Lines.Cut.END, "small");
    private final int when = card.add(Lines.Cut.END, "muted", "small");

    CardCell(ModelsViewModel model, Consumer<@Nullable Card> dragged, BoardPane.Actions actions) {
        this.model = model;
        card.getStyleClass().add("version-card");
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
        card.say(title, alone ? "" : item.model().name());
        List<String> aliases = item.model().aliasesOf(item.version().version());
        String name = Texts.get("models.version", Integer.toString(item.version().version()));
        // Beside several aliases the number is short, so that the first of them has room.
        card.say(number, aliases.size() < 2 ? name
                : Texts.get("models.version.brief", Integer.toString(item.version().version())));
        card.beside(number, aliases.isEmpty() ? null : new AliasChips(aliases));
        String told = item.told();
        card.say(words, told);
        card.say(when, when(item));
        setAccessibleText(item.model().name() + " " + name + ", " + item.version().stage() + ", " + told);
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
        Tip.on(chip, chip.getText());
        return chip;
    }
}

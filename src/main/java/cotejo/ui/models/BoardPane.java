package cotejo.ui.models;

import cotejo.model.ModelId;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The board: a column for each stage, in which versions lie as cards that are dragged from one to another. By
/// keyboard: arrows within a column, Tab to the next, Alt and an arrow to move a card, Enter to open it.
final class BoardPane extends HBox {

    static final DataFormat VERSION = new DataFormat("application/x-cotejo-version");

    private static final double EDGE = 48;
    private static final double STEP = 24;

    /// What a person does with a card.
    interface Actions {
        void open(Card card);

        void move(Card card, String stage);

        javafx.scene.control.ContextMenu menu(Card card);
    }

    private final ModelsViewModel model;
    private final Actions actions;
    private final Map<String, ListView<Card>> lists = new HashMap<>();
    private List<String> stages = List.of();
    private @Nullable Card dragged;
    private @Nullable ScrollPane frame;
    private @Nullable ModelId shown;

    BoardPane(ModelsViewModel model, Actions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("stage-board");
        setSpacing(12);
    }

    /// Shows the cards as the view model has them now.
    void fill() {
        List<String> wanted = model.content().get().stages();
        if (!wanted.equals(stages)) {
            stages = wanted;
            lists.clear();
            getChildren().setAll(wanted.stream().map(this::column).toList());
        }
        @Nullable Card chosen = chosen();
        boolean held = getScene() != null && lists.containsValue(getScene().getFocusOwner());
        Pile pile = model.pile();
        lists.forEach((stage, list) -> {
            // Not card by card, of which there are tens of thousands; and by way of none, or the list before and the
            // one now would be compared card by card.
            list.setItems(FXCollections.emptyObservableList());
            list.setItems(FXCollections.observableList(pile.in(stage)));
        });
        if (chosen != null) {
            choose(chosen, held);
        }
        @Nullable ModelId one = model.selected().get();
        // One that was registered just now is chosen before its cards are there.
        if (!Objects.equals(one, shown) && lists.values().stream().anyMatch(list -> !list.getItems().isEmpty())) {
            shown = one;
            inSight();
        }
    }

    /// Turns to where cards are when what is in sight has none: those of another model may lie elsewhere.
    private void inSight() {
        ScrollPane pane = frame;
        double seen = pane == null ? 0 : pane.getViewportBounds().getWidth();
        double room = getWidth() - seen;
        if (pane == null || room <= 0) {
            return;
        }
        double from = room * pane.getHvalue();
        double to = from + seen;
        double best = Double.MAX_VALUE;
        double turn = from;
        for (int i = 0; i < stages.size(); i++) {
            Bounds column = getChildren().get(i).getBoundsInParent();
            if (!Objects.requireNonNull(lists.get(stages.get(i))).getItems().isEmpty()) {
                double left = column.getMinX() - from;
                double right = column.getMaxX() - to;
                double way = left < 0 ? left : right > 0 ? Math.min(left, right) : 0;
                if (column.getMinX() < to - EDGE && column.getMaxX() > from + EDGE) {
                    return;
                }
                if (Math.abs(way) < Math.abs(best)) {
                    best = way;
                    turn = from + way;
                }
            }
        }
        pane.setHvalue(Math.clamp(turn / room, 0, 1));
    }

    /// Takes the keyboard, to the card that is chosen.
    void take() {
        lists.values().stream().filter(list -> !list.getSelectionModel().isEmpty()).findFirst()
                .ifPresent(ListView::requestFocus);
    }

    private @Nullable Card chosen() {
        return lists.values().stream().map(list -> list.getSelectionModel().getSelectedItem())
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    /// The card that was chosen stays so where it lies now, and the keyboard goes with it.
    private void choose(Card chosen, boolean held) {
        for (ListView<Card> list : lists.values()) {
            for (int i = 0; i < list.getItems().size(); i++) {
                Card card = list.getItems().get(i);
                if (card.model().id().equals(chosen.model().id())
                        && card.version().version() == chosen.version().version()) {
                    list.getSelectionModel().select(i);
                    if (held) {
                        list.requestFocus();
                    }
                }
            }
        }
    }

    private void onlyIn(ListView<Card> list) {
        lists.values().stream().filter(other -> !other.equals(list))
                .forEach(other -> other.getSelectionModel().clearSelection());
    }

    private VBox column(String stage) {
        Label head = new Label(stage);
        head.getStyleClass().addAll("column-title", StageChip.styleOf(stage));
        head.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Label count = new Label(Figures.count(0));
        count.getStyleClass().addAll("muted", "small");
        HBox top = new HBox(8, head, count);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("column-head");
        ListView<Card> list = new ListView<>();
        list.setFixedCellSize(CardCell.HEIGHT);
        list.setCellFactory(view -> new CardCell(model, this::drag, actions));
        list.setAccessibleText(Texts.get("models.board.column", stage));
        Label empty = new Label(Texts.get("models.board.empty"));
        empty.getStyleClass().addAll("muted", "small");
        list.setPlaceholder(empty);
        list.getSelectionModel().selectedItemProperty().addListener((value, before, now) -> {
            if (now != null) {
                onlyIn(list);
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, stage, list));
        list.itemsProperty().addListener((value, before, now) -> count.setText(Figures.count(now.size())));
        VBox.setVgrow(list, Priority.ALWAYS);
        lists.put(stage, list);
        VBox column = new VBox(4, top, list);
        column.getStyleClass().add("stage-column");
        column.setMinWidth(204);
        column.setPrefWidth(240);
        HBox.setHgrow(column, Priority.ALWAYS);
        dropOn(column, stage);
        return column;
    }

    /// Scrolls while a card is held near the left or right end of what is in sight, so that every stage can be reached.
    void scrollIn(ScrollPane pane) {
        frame = pane;
        pane.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (dragged != null && event.getDragboard().hasContent(VERSION)) {
                double x = pane.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
                double beyond = x < EDGE ? x - EDGE : Math.max(0, x - pane.getWidth() + EDGE);
                double room = getWidth() - pane.getViewportBounds().getWidth();
                if (beyond != 0 && room > 0) {
                    pane.setHvalue(Math.clamp(pane.getHvalue() + Math.signum(beyond) * STEP / room, 0, 1));
                }
            }
        });
    }

    private void drag(@Nullable Card card) {
        dragged = card;
    }

    private void dropOn(VBox column, String stage) {
        column.setOnDragOver(event -> {
            Card card = dragged;
            if (card != null && event.getDragboard().hasContent(VERSION)) {
                if (!card.version().stage().equals(stage)) {
                    event.acceptTransferModes(TransferMode.MOVE);
                    if (!column.getStyleClass().contains("drop-here")) {
                        column.getStyleClass().add("drop-here");
                    }
                }
                event.consume();
            }
        });
        column.setOnDragExited(event -> column.getStyleClass().remove("drop-here"));
        column.setOnDragDropped(event -> {
            Card card = dragged;
            if (card != null && event.getDragboard().hasContent(VERSION)) {
                event.setDropCompleted(true);
                event.consume();
                actions.move(card, stage);
            }
        });
    }

    private void key(KeyEvent event, String stage, ListView<Card> list) {
        Card card = list.getSelectionModel().getSelectedItem();
        if (card == null) {
            return;
        }
        int at = stages.indexOf(stage);
        if (event.getCode() == KeyCode.ENTER) {
            actions.open(card);
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.RIGHT && at + 1 < stages.size()) {
            actions.move(card, stages.get(at + 1));
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.LEFT && at > 0) {
            actions.move(card, stages.get(at - 1));
            event.consume();
        }
    }
}

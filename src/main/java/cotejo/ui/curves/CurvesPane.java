package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The board of curves with its tool bar. Close it when it is not shown any more.
public final class CurvesPane extends StackPane implements AutoCloseable {

    static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");

    /// Wheel turns that follow each other within this time, in ms, belong to one movement of the hand: a board that is
    /// being scrolled goes on scrolling when a panel comes under the pointer.
    private static final long ONE_MOVEMENT = 300;

    private final CurvesViewModel model;
    private final BorderPane body = new BorderPane();
    private final ScrollPane scroll = new ScrollPane();
    private final BoardView board;
    private final Legend legend;
    private final Label headline = new Label();
    private final Label hint = new Label();
    private final VBox nothing = new VBox(6, headline, hint);
    private final InvalidationListener changed = change -> show();
    private final InvalidationListener moved = change -> look();
    private long lastWheel;
    private boolean scrolling;

    public CurvesPane(CurvesViewModel model) {
        this.model = model;
        getStyleClass().add("curves");
        getStylesheets().add(Objects.requireNonNull(CurvesPane.class.getResource("/cotejo/css/curves.css"))
                .toExternalForm());
        Pane over = new Pane();
        over.setMouseTransparent(true);
        board = new BoardView(model, new Readouts(over, model, () -> !scrolling), this::reveal);
        legend = new Legend(model);
        headline.getStyleClass().add("curve-headline");
        hint.getStyleClass().add("curve-message");
        hint.setWrapText(true);
        nothing.getStyleClass().add("curve-nothing");
        scroll.setContent(board);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("curve-scroll");
        scroll.vvalueProperty().addListener(moved);
        scroll.viewportBoundsProperty().addListener(moved);
        board.heightProperty().addListener(moved);
        scroll.addEventFilter(ScrollEvent.SCROLL, this::wheel);
        body.setTop(new VBox(new CurvesToolbar(model), legend));
        body.setCenter(scroll);
        getChildren().addAll(body, nothing, over);
        model.state().addListener(changed);
        show();
    }

    private void wheel(ScrollEvent event) {
        long now = System.nanoTime() / 1_000_000;
        if (now - lastWheel > ONE_MOVEMENT) {
            scrolling = !(event.getTarget() instanceof javafx.scene.canvas.Canvas);
        }
        lastWheel = now;
    }

    private void look() {
        double height = scroll.getViewportBounds().getHeight();
        double from = scroll.getVvalue() * Math.max(0, board.getHeight() - height);
        board.seen(from, from + height);
    }

    private void reveal(double top, double bottom) {
        double height = scroll.getViewportBounds().getHeight();
        double room = board.getHeight() - height;
        double from = scroll.getVvalue() * Math.max(0, room);
        if (room > 0 && (top < from || bottom > from + height)) {
            scroll.setVvalue(Math.clamp((top < from ? top : bottom - height) / room, 0.0, 1.0));
        }
    }

    private void show() {
        boolean panels = model.state().get() == CurvesViewModel.BoardState.PANELS;
        scroll.setVisible(panels);
        body.setVisible(model.state().get() != CurvesViewModel.BoardState.NO_RUNS);
        nothing.setVisible(!panels);
        switch (model.state().get()) {
            case NO_RUNS -> say("curves.empty", "curves.empty.hint");
            case NO_METRICS -> say("curves.none", "curves.none.hint");
            case NO_MATCH -> say("curves.nomatch", "curves.nomatch.hint");
            case PANELS -> say("curves.title", "curves.hint");
        }
        nothing.setMouseTransparent(true);
    }

    private void say(String headlineKey, String hintKey) {
        headline.setText(Texts.get(headlineKey));
        hint.setText(Texts.get(hintKey));
    }

    /// Lets go of the model's properties and of all panels.
    @Override
    public void close() {
        model.state().removeListener(changed);
        board.close();
        legend.close();
        model.close();
    }
}

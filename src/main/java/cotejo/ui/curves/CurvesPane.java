package cotejo.ui.curves;

import cotejo.chart.PanelSpec;
import cotejo.text.Texts;
import cotejo.ui.Choosers;
import cotejo.ui.Notices;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The board of curves with its tool bar. Close it when it is not shown any more.
public final class CurvesPane extends StackPane implements AutoCloseable {

    static final PseudoClass MEANT = PseudoClass.getPseudoClass("meant");
    static final PseudoClass FULL = PseudoClass.getPseudoClass("full");

    /// Wheel turns that follow each other within this time, in ms, belong to one movement of the hand: a board that is
    /// being scrolled goes on scrolling when a panel comes under the pointer.
    private static final long ONE_MOVEMENT = 300;

    private final CurvesViewModel model;
    private final BorderPane body = new BorderPane();
    private final ScrollPane scroll = new ScrollPane();
    private final BoardView board;
    private final Legend legend;
    private final CurvesToolbar toolbar;
    private final FullScreen full;
    private final PanelSheet sheet;
    private final Readouts readouts;
    /// What takes no longer needs no words.
    private final PauseTransition patience = new PauseTransition(Duration.millis(300));
    private final Button all = new Button(Texts.get("curves.empty.all"));
    private final Label headline = new Label();
    private final Label hint = new Label();
    private final VBox nothing = new VBox(8, headline, hint, all);
    private Pane whole = this;
    private @Nullable Figures figures;
    private final InvalidationListener changed = change -> show();
    private final OnBoard host = new OnBoard();
    private final InvalidationListener moved = change -> look();
    private long lastWheel;
    private boolean scrolling;

    public CurvesPane(CurvesViewModel model) {
        this.model = model;
        getStyleClass().add("curves");
        getStylesheets().add(stylesheet());
        Pane over = new Pane();
        over.setMouseTransparent(true);
        readouts = new Readouts(over, model, () -> !scrolling);
        sheet = new PanelSheet(model, () -> whole);
        full = new FullScreen(model, this::content, sheet, () -> figures);
        full.getStylesheets().add(stylesheet());
        PanelMenu menu = new PanelMenu(model, host, sheet, () -> figures);
        host.menu = menu;
        board = new BoardView(model, tile -> content(tile, readouts), host, this::reveal);
        toolbar = new CurvesToolbar(model, sheet);
        all.setOnAction(press -> model.change(setup -> setup.withShown(BoardSetup.Shown.TABLE)));
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
        setMinWidth(240);
        body.setMinWidth(0);
        body.setTop(new VBox(toolbar, legend));
        body.setCenter(scroll);
        getChildren().addAll(body, nothing, over);
        model.state().addListener(changed);
        model.shown().addListener(changed);
        patience.setOnFinished(end -> say("curves.coming", "curves.coming.hint"));
        show();
    }

    static String stylesheet() {
        return Objects.requireNonNull(CurvesPane.class.getResource("/cotejo/css/curves.css")).toExternalForm();
    }

    /// Lets charts leave the window as figures and data.
    public void figures(Choosers choosers, Notices notices) {
        figures = new Figures(model, choosers, notices);
    }

    /// Lets a panel that is given the whole window cover this.
    public void fullScreenOver(Pane host) {
        whole = host;
    }

    /// Gives a panel the whole window.
    ///
    /// @param place its place on the board, from 0
    public void maximise(int place) {
        with(place, tile -> full.enter(tile, whole));
    }

    /// Opens the editor of a panel.
    ///
    /// @param place its place on the board, from 0
    public void edit(int place) {
        with(place, sheet::open);
    }

    /// Does something with a panel, as soon as it is there.
    private void with(int place, Consumer<Tile> deed) {
        List<Tile> tiles = model.actions().tiles();
        if (place < tiles.size()) {
            deed.accept(tiles.get(place));
        } else {
            model.board().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends CurvesViewModel.Board> board,
                        CurvesViewModel.Board before, CurvesViewModel.Board now) {
                    List<Tile> found = model.actions().tiles();
                    if (place < found.size()) {
                        board.removeListener(this);
                        deed.accept(found.get(place));
                    }
                }
            });
        }
    }

    private Content content(Tile tile, Readouts list) {
        return tile.spec().kind() == PanelSpec.Kind.LINE ? new LineContent(model.open(tile), list)
                : new ChartContent(model, tile, list::mayZoom);
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
        legend.setVisible(panels);
        nothing.setVisible(!panels);
        patience.stop();
        switch (model.state().get()) {
            case NO_RUNS -> {
                if (model.shown().get() == BoardSetup.Shown.TABLE) {
                    say("curves.table", "curves.table.hint");
                } else {
                    say("curves.empty", "curves.empty.hint");
                }
            }
            case COMING -> {
                headline.setText("");
                hint.setText("");
                patience.playFromStart();
            }
            case NO_METRICS -> say("curves.none", "curves.none.hint");
            case NO_MATCH -> say("curves.nomatch", "curves.nomatch.hint");
            case PANELS -> say("curves.title", "curves.hint");
        }
        all.setVisible(model.state().get() == CurvesViewModel.BoardState.NO_RUNS
                && model.shown().get() == BoardSetup.Shown.SELECTED);
        nothing.setPickOnBounds(false);
    }

    private void say(String headlineKey, String hintKey) {
        headline.setText(Texts.get(headlineKey));
        hint.setText(Texts.get(hintKey));
    }

    /// Lets go of the model's properties and of all panels.
    @Override
    public void close() {
        patience.stop();
        model.state().removeListener(changed);
        model.shown().removeListener(changed);
        board.close();
        legend.close();
        toolbar.close();
        full.close();
        sheet.close();
    }

    /// What panels of the board can do.
    private final class OnBoard implements PanelHost {
        private @Nullable PanelMenu menu;

        @Override
        public ContextMenu menu(PanelView panel) {
            return Objects.requireNonNull(menu).menu(panel);
        }

        @Override
        public ContextMenu axes(PanelView panel) {
            return Objects.requireNonNull(menu).axes(panel);
        }

        @Override
        public void maximise(Tile tile) {
            full.enter(tile, whole);
        }

        @Override
        public void install(PanelView panel) {
            Objects.requireNonNull(menu).install(panel);
        }
    }
}

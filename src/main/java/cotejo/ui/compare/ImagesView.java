package cotejo.ui.compare;

import atlantafx.base.theme.Styles;
import cotejo.compare.PixelDifference;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The pictures of the same path of all runs: beside each other, one after another, one over another, or what differs.
/// Zoom and place are shared by all.
final class ImagesView extends BorderPane {

    /// How pictures are put against each other.
    enum Mode {
        BESIDE,
        FLIP,
        SWIPE,
        DIFFERENCE
    }

    /// A picture of a run.
    ///
    /// @param image   null when it could not be read
    /// @param problem why, in a sentence; empty when it could
    record Shot(String run, int colour, @Nullable Image image, String problem) {
    }

    private static final int BESIDE = 8;

    /// Anew with each set of panes, so that those before are not held.
    private Pane2D.Look look = new Pane2D.Look();
    private final Latest latest;
    private final ToggleGroup modes = new ToggleGroup();
    private final Label caption = new Label();
    private List<Shot> shots = List.of();
    private Mode mode = Mode.BESIDE;
    private int base;
    private int other = 1;

    ImagesView(CompareViewModel model) {
        this.latest = new Latest(model.context().background(), model.context().front());
        getStyleClass().add("compare-images");
        HBox tools = new HBox();
        for (Mode one : Mode.values()) {
            // texts: compare.image.mode.*
            ToggleButton button = new ToggleButton(Texts.get("compare.image.mode."
                    + one.name().toLowerCase(Locale.ROOT)));
            button.setToggleGroup(modes);
            button.setUserData(one);
            button.setFocusTraversable(false);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().addAll(Styles.SMALL, one == Mode.BESIDE ? Styles.LEFT_PILL
                    : one == Mode.DIFFERENCE ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(event -> mode(one));
            tools.getChildren().add(button);
        }
        caption.getStyleClass().add("muted");
        caption.setMinWidth(20);
        caption.setWrapText(true);
        HBox row = new HBox(12, tools, caption);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("compare-subtools");
        setTop(row);
        setFocusTraversable(true);
        setOnMousePressed(event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        mode(Mode.BESIDE);
    }

    void show(List<Shot> pictures, int baseline) {
        shots = pictures;
        base = Math.clamp(baseline, 0, Math.max(0, pictures.size() - 1));
        other = Math.min(Math.max(other, 0), Math.max(0, pictures.size() - 1));
        if (other == base) {
            step(1);
        }
        draw();
    }

    void mode(Mode wanted) {
        mode = wanted;
        modes.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == wanted));
        draw();
    }

    private void step(int by) {
        if (!shots.isEmpty()) {
            other = Math.floorMod(other + by, shots.size());
            if (other == base && shots.size() > 1 && mode != Mode.FLIP) {
                other = Math.floorMod(other + by, shots.size());
            }
        }
    }

    /// Space flips; left and right go through the runs. Up and down are left to the list of files.
    void key(KeyEvent event) {
        boolean known = event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.LEFT
                || event.getCode() == KeyCode.RIGHT;
        if (!known) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && mode == Mode.BESIDE) {
            mode(Mode.FLIP);
        } else {
            step(event.getCode() == KeyCode.LEFT ? -1 : 1);
        }
        draw();
        event.consume();
    }

    private void draw() {
        latest.cancel();
        if (shots.isEmpty()) {
            setCenter(null);
            return;
        }
        look = look.copy();
        Shot first = shots.get(base);
        Shot second = shots.get(other);
        setCenter(switch (mode) {
            case BESIDE -> beside();
            case FLIP -> one(second.run(), second.image(), null, second.problem());
            case SWIPE -> one(first.run() + "  |  " + second.run(), first.image(), second.image(),
                    first.problem() + second.problem());
            case DIFFERENCE -> difference(first, second);
        });
        int left = shots.size() - BESIDE;
        // texts: compare.image.hint.*
        caption.setText((mode == Mode.BESIDE && left > 0 ? Texts.get("compare.image.left", left) + " " : "")
                + Texts.get("compare.image.hint." + mode.name().toLowerCase(Locale.ROOT)));
    }

    /// Taking millions of pixels from each other takes longer than a frame; until then the place is empty.
    private Node difference(Shot first, Shot second) {
        Image a = first.image();
        Image b = second.image();
        String title = first.run() + "  −  " + second.run();
        if (a == null || b == null) {
            return one(title, null, null, first.problem() + second.problem());
        }
        latest.submit(cancel -> {
            PixelDifference difference = Pictures.difference(a, b, cancel);
            return new Taken(Pictures.image(difference), said(difference));
        }, taken -> {
            if (mode == Mode.DIFFERENCE) {
                setCenter(one(title + "   " + taken.said(), taken.image(), null, ""));
            }
        }, failure -> setCenter(one(title, null, null, cotejo.model.Problem.describe(failure))));
        return new Region();
    }

    private record Taken(Image image, String said) {
    }

    private static String said(PixelDifference difference) {
        String pixels = difference.most() == 0 ? Texts.get("compare.image.same")
                : Texts.get("compare.image.most", difference.differing(), difference.most());
        return difference.alone() == 0 ? pixels : pixels + " " + Texts.get("compare.image.alone");
    }

    private Node beside() {
        HBox row = new HBox(8);
        List<Node> cells = new ArrayList<>();
        for (Shot shot : shots.subList(0, Math.min(BESIDE, shots.size()))) {
            Node cell = one(shot.run(), shot.image(), null, shot.problem());
            HBox.setHgrow(cell, Priority.ALWAYS);
            cells.add(cell);
        }
        row.getChildren().setAll(cells);
        return row;
    }

    private Node one(String title, @Nullable Image image, @Nullable Image over, String problem) {
        Label label = new Label(title);
        label.getStyleClass().add("compare-caption");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Pane2D pane = new Pane2D(look);
        pane.follow();
        pane.show(image, over);
        VBox.setVgrow(pane, Priority.ALWAYS);
        VBox box = new VBox(4, label, pane);
        box.setMinWidth(60);
        box.setPrefWidth(400);
        if (image == null) {
            Label why = new Label(problem.isEmpty() ? Texts.get("compare.file.missing") : problem);
            why.setWrapText(true);
            why.getStyleClass().add("muted");
            box.getChildren().set(1, why);
        }
        return box;
    }

    void close() {
        latest.cancel();
    }
}

package cotejo.ui.preview;

import cotejo.model.Problem;
import cotejo.preview.Pages;
import cotejo.preview.Preview;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Pages that are drawn as large as they are shown: Page Up and Page Down turn them.
final class DrawingPane extends StackPane implements AutoCloseable {

    /// A page is drawn anew when it is shown so much larger than it was drawn.
    private static final double SHARP = 1.05;

    private final Preview.Drawing drawing;
    private final Pages pages;
    private final Latest latest;
    private final Label number = new Label();
    private final Label trouble = PreviewPane.sentence("");
    private final ProgressIndicator busy = PreviewPane.busy();
    private final Button back = ImagePane.button("fth-chevron-left", "preview.page.before", () -> turn(-1));
    private final Button on = ImagePane.button("fth-chevron-right", "preview.page.after", () -> turn(1));
    private final ImagePane pane;
    private int page;
    private double wanted = 1;
    private double drawn;

    DrawingPane(Preview.Drawing drawing, Executor background, Executor front) {
        this.drawing = drawing;
        this.pages = drawing.pages();
        this.latest = new Latest(background, front);
        number.getStyleClass().addAll("text-muted", "text-small", "numeric");
        number.setMinWidth(Region.USE_PREF_SIZE);
        boolean many = pages.count() > 1;
        pane = new ImagePane(words(), pages.width(0), pages.height(0), many ? List.of(back, number, on) : List.of());
        trouble.setVisible(false);
        getChildren().setAll(pane, busy, trouble);
        StackPane.setAlignment(trouble, Pos.CENTER);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        tell();
        pane.onScale(this::scaled);
    }

    /// What the keyboard is on.
    Node picture() {
        return pane;
    }

    private String words() {
        return Texts.get("preview.image.size", drawing.format(), Long.toString(Math.round(pages.width(page))),
                Long.toString(Math.round(pages.height(page))));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP) {
            turn(event.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
            event.consume();
        }
    }

    private void turn(int by) {
        int next = Math.clamp(page + (long) by, 0, pages.count() - 1);
        if (next != page) {
            page = next;
            drawn = 0;
            tell();
            pane.size(words(), pages.width(page), pages.height(page));
            draw();
        }
    }

    private void tell() {
        number.setText(Texts.get("preview.page.number", Integer.toString(page + 1), Integer.toString(pages.count())));
        back.setDisable(page == 0);
        on.setDisable(page == pages.count() - 1);
    }

    private void scaled(double by) {
        wanted = by;
        if (drawn > 0 && pages.isWhole()) {
            return;
        }
        if (by > drawn * SHARP && drawn < pages.bounded(page, by)) {
            draw();
        }
    }

    private void draw() {
        int which = page;
        double dots = getScene() == null || getScene().getWindow() == null ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
        double scale = wanted;
        drawn = scale;
        latest.submit(cancel -> SwingFXUtils.toFXImage(pages.draw(which, scale * dots, cancel), null), image -> {
            trouble.setVisible(false);
            busy.setVisible(false);
            pane.show(image);
        }, failure -> {
            busy.setVisible(false);
            trouble.setText(Problem.describe(failure));
            trouble.setVisible(true);
        });
    }

    @Override
    public void close() {
        latest.cancel();
    }
}

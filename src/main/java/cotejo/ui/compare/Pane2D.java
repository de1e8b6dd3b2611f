package cotejo.ui.compare;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A picture that is zoomed and moved together with others.
final class Pane2D extends Region {

    /// Where all pictures look: zoom 1 fits the picture into its place.
    static final class Look {
        final DoubleProperty zoom = new SimpleDoubleProperty(1);
        final DoubleProperty x = new SimpleDoubleProperty(0.5);
        final DoubleProperty y = new SimpleDoubleProperty(0.5);

        Look copy() {
            Look same = new Look();
            same.zoom.set(zoom.get());
            same.x.set(x.get());
            same.y.set(y.get());
            return same;
        }

        /// Zooms so that the place of the picture under the pointer stays under it.
        ///
        /// @param byX how far the pointer is from the middle of the pane, in widths of the fitting picture
        /// @param byY the same in heights
        void zoom(double factor, double byX, double byY) {
            double before = zoom.get();
            double after = Math.clamp(before * factor, 0.2, 64);
            x.set(Math.clamp(x.get() + byX / before - byX / after, 0, 1));
            y.set(Math.clamp(y.get() + byY / before - byY / after, 0, 1));
            zoom.set(after);
        }

        void reset() {
            zoom.set(1);
            x.set(0.5);
            y.set(0.5);
        }
    }

    private final Canvas canvas = new Canvas();
    private final Look look;
    private @Nullable Image image;
    private @Nullable Image over;
    private double swipe = 0.5;
    private double fromX;
    private double fromY;

    Pane2D(Look look) {
        this.look = look;
        getStyleClass().add("compare-picture");
        getChildren().add(canvas);
        setMinSize(60, 60);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            Image shown = image;
            if (shown != null && getWidth() > 0) {
                double fit = scale(shown) / look.zoom.get();
                look.zoom(Math.exp(event.getDeltaY() * 0.003),
                        (event.getX() - getWidth() / 2) / (shown.getWidth() * fit),
                        (event.getY() - getHeight() / 2) / (shown.getHeight() * fit));
            }
            event.consume();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            fromX = event.getX();
            fromY = event.getY();
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            if (over != null) {
                swipe = event.getX() / Math.max(1, getWidth());
                draw();
            }
        });
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                look.reset();
            }
        });
    }

    /// Follows the look, for as long as it is there.
    void follow() {
        look.zoom.addListener(any -> draw());
        look.x.addListener(any -> draw());
        look.y.addListener(any -> draw());
    }

    private void dragged(MouseEvent event) {
        Image shown = image;
        if (shown != null) {
            double scale = scale(shown);
            look.x.set(Math.clamp(look.x.get() - (event.getX() - fromX) / (shown.getWidth() * scale), 0, 1));
            look.y.set(Math.clamp(look.y.get() - (event.getY() - fromY) / (shown.getHeight() * scale), 0, 1));
            fromX = event.getX();
            fromY = event.getY();
        }
    }

    /// @param second drawn right of the pointer, or null for the first alone
    void show(@Nullable Image first, @Nullable Image second) {
        image = first;
        over = second;
        draw();
    }

    private double scale(Image shown) {
        return look.zoom.get() * Math.min(getWidth() / shown.getWidth(), getHeight() / shown.getHeight());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Image first = image;
        if (first == null || getWidth() <= 0) {
            return;
        }
        place(g, first);
        Image second = over;
        if (second != null) {
            double edge = getWidth() * swipe;
            g.save();
            g.beginPath();
            g.rect(edge, 0, getWidth() - edge, getHeight());
            g.clip();
            g.clearRect(edge, 0, getWidth() - edge, getHeight());
            place(g, second);
            g.restore();
            g.setStroke(javafx.scene.paint.Color.GRAY);
            g.strokeLine(edge, 0, edge, getHeight());
        }
    }

    private void place(GraphicsContext g, Image shown) {
        double scale = scale(shown);
        double width = shown.getWidth() * scale;
        double height = shown.getHeight() * scale;
        g.setImageSmoothing(scale < 2);
        g.drawImage(shown, getWidth() / 2 - look.x.get() * width, getHeight() / 2 - look.y.get() * height, width,
                height);
    }
}

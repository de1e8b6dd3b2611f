package cotejo.ui;

import cotejo.settings.Settings;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Where the window stands: where it stood, as far as the screens that are there now allow.
final class WindowPlace {

    static final double MIN_WIDTH = 760;
    static final double MIN_HEIGHT = 480;
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private WindowPlace() {
    }

    /// A place that can be seen and reached whole.
    ///
    /// @param wanted  where the window stood; a width of 0 when it was never shown
    /// @param screens the visible parts of the screens, the main one first
    static Settings.Window fit(Settings.Window wanted, List<Rectangle2D> screens) {
        if (wanted.width() <= 0 || wanted.height() <= 0) {
            Rectangle2D main = screens.getFirst();
            double width = Math.min(WIDTH, main.getWidth());
            double height = Math.min(HEIGHT, main.getHeight());
            return new Settings.Window(main.getMinX() + (main.getWidth() - width) / 2,
                    main.getMinY() + (main.getHeight() - height) / 2, width, height, wanted.maximized());
        }
        Rectangle2D screen = screens.getFirst();
        double most = 0;
        for (Rectangle2D candidate : screens) {
            double seen = overlap(wanted, candidate);
            if (seen > most) {
                most = seen;
                screen = candidate;
            }
        }
        double width = Math.min(Math.max(wanted.width(), MIN_WIDTH), screen.getWidth());
        double height = Math.min(Math.max(wanted.height(), MIN_HEIGHT), screen.getHeight());
        return new Settings.Window(Math.clamp(wanted.x(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(wanted.y(), screen.getMinY(), screen.getMaxY() - height), width, height,
                wanted.maximized());
    }

    private static double overlap(Settings.Window window, Rectangle2D screen) {
        double wide = Math.min(window.x() + window.width(), screen.getMaxX()) - Math.max(window.x(), screen.getMinX());
        double high = Math.min(window.y() + window.height(), screen.getMaxY())
                - Math.max(window.y(), screen.getMinY());
        return Math.max(0, wide) * Math.max(0, high);
    }
}

package cotejo.chart.plot;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The form of a point: the second cue, beside colour, by which points are told apart. All cover about the same area.
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND;

    /// The marker of a number, beginning again after the last.
    static Marker of(int number) {
        return values()[Math.floorMod(number, values().length)];
    }

    /// @param r the radius of a circle of the same area
    Shape at(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - r * 0.886, y - r * 0.886, r * 1.772, r * 1.772);
            case TRIANGLE -> polygon(x, y + r * 0.2, 0, -r * 1.35, r * 1.2, r * 0.75, -r * 1.2, r * 0.75);
            case DIAMOND -> polygon(x, y, 0, -r * 1.3, r * 1.2, 0, 0, r * 1.3, -r * 1.2, 0);
        };
    }

    private static Path2D polygon(double x, double y, double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + corners[0], y + corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(x + corners[i], y + corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}

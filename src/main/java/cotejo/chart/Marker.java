package cotejo.chart;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// The form of a point: a cue beside colour and dash by which lines are told apart. All cover about the same area.
public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND;

    /// The marker of a slot of [RunColors]: neighbours in colour differ in form too.
    public static Marker of(int slot) {
        int colors = RunColors.LIGHT.size();
        return values()[Math.floorMod(slot + slot / colors, values().length)];
    }

    /// The form around a place.
    ///
    /// @param r the radius of a circle of the same area
    public Shape at(double x, double y, double r) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - r * 0.886, y - r * 0.886, r * 1.772, r * 1.772);
            case TRIANGLE -> polygon(x, y, 0, -r * 1.5, r * 1.3, r * 0.75, -r * 1.3, r * 0.75);
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

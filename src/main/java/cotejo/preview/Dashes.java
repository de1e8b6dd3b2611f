package cotejo.preview;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/// Whether a line has more dashes than anybody sees. Java makes them one by one, wherever they lie, and cannot be
/// stopped at it: a line of a kilometre in dashes of a micrometre is never done.
final class Dashes {

    /// Some hundred lines across a page in dashes of a pixel.
    private static final double MOST = 100_000;
    private static final double FLATNESS = 1;

    private Dashes() {
    }

    /// @param pattern lengths of dashes and gaps in the units of the shape, not all of them 0
    static boolean tooMany(Shape shape, float[] pattern) {
        double cycle = 0;
        for (float part : pattern) {
            cycle += part;
        }
        // Each length is a dash or a gap of its own.
        return !(length(shape) / cycle * pattern.length <= MOST);
    }

    private static double length(Shape shape) {
        double[] to = new double[6];
        double length = 0;
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (PathIterator at = shape.getPathIterator(null, FLATNESS); !at.isDone(); at.next()) {
            int kind = at.currentSegment(to);
            double nextX = kind == PathIterator.SEG_CLOSE ? startX : to[0];
            double nextY = kind == PathIterator.SEG_CLOSE ? startY : to[1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = nextX;
                startY = nextY;
            } else {
                length += Math.hypot(nextX - x, nextY - y);
            }
            x = nextX;
            y = nextY;
        }
        return length;
    }
}

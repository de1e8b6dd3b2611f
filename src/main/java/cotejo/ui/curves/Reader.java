package cotejo.ui.curves;

import cotejo.analysis.Curve;
import cotejo.chart.CurveSpec;
import cotejo.chart.LineChart;
import cotejo.chart.Picture;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads lines off their picture: which values stand where, and which lines pass where. Places are in logical pixels of
/// the picture; values are stored ones, never reduced.
record Reader(Picture picture, LineChart chart) {

    /// How near a line must be, in pixels, for a click to select.
    private static final double CLICKED = 10;

    /// What the lines are at a place, in the order of the runs.
    List<Reading> at(double px, double py) {
        return of(picture.xAt(px), py);
    }

    /// What the lines are at a value of x, in the order of the runs.
    List<Reading> of(double x, double py) {
        List<Reading> result = new ArrayList<>();
        for (LineChart.Line line : chart.lines()) {
            Curve drawn = line.curve().line();
            int at = drawn.nearest(x);
            if (line.curve().role() == CurveSpec.Role.LINE && at >= 0
                    && picture.spec().x().contains(drawn.x(at))) {
                result.add(Reading.of(line, at, picture, py));
            }
        }
        return result;
    }

    /// The runs whose line is at a place, if one is near enough to be meant by a click; several for a group.
    Set<Long> clicked(double px, double py) {
        Optional<Reading> nearest = at(px, py).stream().filter(reading -> reading.distance() <= CLICKED)
                .min(Comparator.comparingDouble(Reading::distance));
        Set<Long> found = new LinkedHashSet<>();
        nearest.ifPresent(reading -> chart.legend().stream()
                .filter(line -> line.curve().key() == reading.key()).forEach(line -> found.addAll(line.runs())));
        return found;
    }

    /// The runs whose line passes through a box; all of a group's for the group's line.
    Set<Long> through(Rectangle2D box) {
        Rectangle2D seen = box.createIntersection(picture.area());
        Set<Long> found = new LinkedHashSet<>();
        if (seen.getWidth() >= 0 && seen.getHeight() >= 0) {
            for (LineChart.Line line : chart.lines()) {
                if (line.curve().role() == CurveSpec.Role.LINE && passes(line.curve().line(), seen)) {
                    found.addAll(line.runs());
                }
            }
        }
        return found;
    }

    private boolean passes(Curve curve, Rectangle2D box) {
        double from = picture.xAt(box.getMinX());
        double to = picture.xAt(box.getMaxX());
        int[] pieces = curve.pieces();
        for (int p = 0; p + 1 < pieces.length; p++) {
            int first = Math.max(pieces[p], curve.firstAtLeast(from, pieces[p], pieces[p + 1]) - 1);
            for (int i = first; i < pieces[p + 1] && (i == first || curve.x(i - 1) <= to); i++) {
                boolean joined = i > first;
                if (met(curve, joined ? i - 1 : i, i, box)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean met(Curve curve, int i, int j, Rectangle2D box) {
        if (!shows(curve, i) || !shows(curve, j)) {
            return false;
        }
        double x = picture.pxOf(curve.x(i));
        double y = picture.pyOf(curve.y(i));
        return i == j ? box.contains(x, y)
                : box.intersectsLine(x, y, picture.pxOf(curve.x(j)), picture.pyOf(curve.y(j)));
    }

    private boolean shows(Curve curve, int i) {
        return picture.spec().yScale().shows(curve.y(i)) && picture.spec().xScale().shows(curve.x(i));
    }
}

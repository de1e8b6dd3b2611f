package cotejo.ui.plots;

import cotejo.chart.ChartTheme;
import cotejo.chart.plot.PlotPicture;
import cotejo.chart.plot.StrandHits;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/// What follows the hand, drawn over the picture: the run that is meant, the box or the stretches that are brushed, the
/// axis that is moved.
final class Overlay {

    private static final double HALF = 7;

    private final PlotViewModel model;
    private final Canvas canvas = new Canvas();
    private @Nullable Rectangle2D box;
    /// The axis that keys move, or -1.
    private int lane = -1;
    /// Where the axis is that a hand moves; NaN when none is.
    private double moving = Double.NaN;

    Overlay(PlotViewModel model) {
        this.model = model;
    }

    Canvas canvas() {
        return canvas;
    }

    void box(@Nullable Rectangle2D drawn) {
        box = drawn;
        draw();
    }

    int lane() {
        return lane;
    }

    void lane(int chosen) {
        lane = chosen;
        draw();
    }

    void moving(double x) {
        moving = x;
        draw();
    }

    private static Color color(int argb, double opacity) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, opacity);
    }

    void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        @Nullable PlotPicture picture = model.picture();
        if (picture == null) {
            return;
        }
        ChartTheme theme = model.theme();
        int run = model.hovered();
        @Nullable Shape outline = run < 0 ? null : picture.hits().outline(run);
        if (outline != null) {
            g.setLineJoin(StrokeLineJoin.ROUND);
            g.setLineCap(StrokeLineCap.ROUND);
            trace(g, outline);
            g.setStroke(color(theme.background(), 0.9));
            g.setLineWidth(5);
            g.stroke();
            g.setStroke(color(theme.text(), 1));
            g.setLineWidth(2);
            g.stroke();
        }
        @Nullable Rectangle2D drawn = box;
        if (drawn != null) {
            brushed(g, drawn.getX(), drawn.getY(), drawn.getWidth(), drawn.getHeight());
        }
        if (picture.hits() instanceof StrandHits strands) {
            lanes(g, strands);
        }
    }

    private void lanes(GraphicsContext g, StrandHits strands) {
        for (StrandHits.Lane axis : strands.lanes()) {
            for (StrandHits.Stretch stretch : model.brushed().getOrDefault(axis.ref(), List.of())) {
                double from = stretch.from() > 1 ? strands.missing() - 5 : strands.y(stretch.from());
                double to = stretch.to() > 1 ? strands.missing() + 5 : strands.y(stretch.to());
                brushed(g, axis.x() - HALF, from, 2 * HALF, Math.max(2, to - from));
            }
        }
        g.setStroke(accent());
        g.setLineWidth(2);
        if (lane >= 0 && lane < strands.lanes().size()) {
            double x = strands.lanes().get(lane).x();
            g.strokeLine(x, strands.top() - 4, x, strands.bottom() + 4);
        }
        if (!Double.isNaN(moving)) {
            g.setLineDashes(5, 4);
            g.strokeLine(moving, strands.top() - 16, moving, strands.bottom() + 4);
            g.setLineDashes();
        }
    }

    private Color accent() {
        return color(model.theme().line(0), 1);
    }

    private void brushed(GraphicsContext g, double x, double y, double width, double height) {
        g.setFill(accent().deriveColor(0, 1, 1, 0.22));
        g.fillRect(x, y, width, height);
        g.setStroke(accent());
        g.setLineWidth(1);
        g.strokeRect(Math.floor(x) + 0.5, Math.floor(y) + 0.5, Math.round(width), Math.round(height));
    }

    private static void trace(GraphicsContext g, Shape shape) {
        g.beginPath();
        double[] at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> g.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> g.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> g.quadraticCurveTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> g.bezierCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> g.closePath();
            }
        }
    }
}

package cotejo.chart.plot;

import cotejo.analysis.Range;
import cotejo.analysis.Tick;
import cotejo.analysis.Triangulation;
import cotejo.chart.Marker;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Values between runs, linear within the triangles that join them and nothing outside: bands of colour with lines at
/// round values.
///
/// @param mesh in parts of the axes, its values in parts of the colours
record Contours(PlotAxis x, PlotAxis y, PlotAxis color, Triangulation mesh) {

    private static final int LEVELS = 9;

    Hits paint(Sheet sheet, Rectangle2D room, int runs) {
        ColorRamp ramp = ColorRamp.areas();
        Rectangle2D left = ColorKey.paint(sheet, room, color, ramp);
        PlotAxis seenY = sheet.seen(ZoomAxes.Role.Y, y);
        Frame frame = Frame.xy(sheet, left, sheet.seen(ZoomAxes.Role.X, x), seenY, Frame.Grid.NONE);
        sheet.zoom(frame.zoom(x, seenY, y));
        View view = new View(sheet, frame, seenY, lens(x, frame.x()), lens(y, seenY));
        MarkHits hits = new MarkHits(runs);
        sheet.within(frame.area(), () -> {
            bands(view, ramp);
            points(view, hits, runs);
        });
        return hits;
    }

    /// What is painted on, and how parts of the whole axes become parts of those that are seen.
    private record View(Sheet sheet, Frame frame, PlotAxis y, Lens across, Lens upright) {

        double px(double unit) {
            return frame.px(across.at(unit));
        }

        double py(double unit) {
            return frame.area().getMaxY() - upright.at(unit) * frame.area().getHeight();
        }
    }

    private record Lens(double shift, double factor) {

        double at(double unit) {
            return shift + unit * factor;
        }
    }

    private static Lens lens(PlotAxis whole, PlotAxis seen) {
        Range all = whole.scale().even(whole.range());
        Range part = seen.scale().even(seen.range());
        return new Lens((all.low() - part.low()) / part.span(), all.span() / part.span());
    }

    private void bands(View view, ColorRamp ramp) {
        Graphics2D g = view.sheet().g();
        double[] levels = color.ticks(LEVELS * 20.0, 20, label -> 0).stream().mapToDouble(Tick::at)
                .map(color::unit).filter(unit -> unit > 0 && unit < 1).toArray();
        // Each band is painted over what is below it, so that no seam shows between two of them.
        for (int band = 0; band <= levels.length; band++) {
            double from = band == 0 ? 0 : levels[band - 1];
            double to = band == levels.length ? 1 : levels[band];
            g.setColor(Sheet.color(ramp.argb((from + to) / 2)));
            Path2D above = above(view, band == 0 ? Double.NEGATIVE_INFINITY : from);
            g.fill(above);
            if (band > 0) {
                g.setColor(Sheet.color(0xffffffff, 0.35));
                g.setStroke(new BasicStroke(0.8f));
                g.draw(lines(view, from));
            }
        }
    }

    private void points(View view, MarkHits hits, int runs) {
        Sheet sheet = view.sheet();
        Frame frame = view.frame();
        Graphics2D g = sheet.g();
        for (int run = 0; run < runs; run++) {
            if (Double.isNaN(x.at(run)) || Double.isNaN(y.at(run)) || Double.isNaN(color.at(run))) {
                continue;
            }
            double px = frame.px(frame.x().at(run));
            double py = frame.py(view.y(), y.column().value(run));
            if (!frame.holds(px, py)) {
                continue;
            }
            double r = runs <= 500 ? 2.6 : 1.6;
            hits.point(run, px, py, r);
            boolean out = sheet.standsOut(run);
            g.setColor(Sheet.color(ColorRamp.areas().argb(color.at(run)), out ? 1 : 0.3));
            g.fill(Marker.CIRCLE.at(px, py, out && sheet.choosing() ? r + 1.5 : r));
            g.setColor(Sheet.color(sheet.choosing() && out ? sheet.theme().text() : 0xffffffff, out ? 0.9 : 0.2));
            g.setStroke(new BasicStroke(1));
            g.draw(Marker.CIRCLE.at(px, py, out && sheet.choosing() ? r + 1.5 : r));
        }
    }

    /// The part of the triangles where the value is at least so much.
    private Path2D above(View view, double level) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (Triangulation.Triangle t : mesh.triangles()) {
            int[] corners = {t.a(), t.b(), t.c()};
            List<double[]> polygon = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int from = corners[i];
                int to = corners[(i + 1) % 3];
                if (mesh.z(from) >= level) {
                    polygon.add(new double[] {mesh.x(from), mesh.y(from)});
                }
                if (mesh.z(from) >= level != mesh.z(to) >= level) {
                    polygon.add(between(from, to, level));
                }
            }
            for (int i = 0; i < polygon.size(); i++) {
                double px = view.px(polygon.get(i)[0]);
                double py = view.py(polygon.get(i)[1]);
                if (i == 0) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            if (!polygon.isEmpty()) {
                path.closePath();
            }
        }
        return path;
    }

    private double[] between(int from, int to, double level) {
        double part = (level - mesh.z(from)) / (mesh.z(to) - mesh.z(from));
        return new double[] {mesh.x(from) + part * (mesh.x(to) - mesh.x(from)),
            mesh.y(from) + part * (mesh.y(to) - mesh.y(from))};
    }

    private Path2D lines(View view, double level) {
        Path2D path = new Path2D.Double();
        for (Triangulation.Triangle t : mesh.triangles()) {
            int[] corners = {t.a(), t.b(), t.c()};
            boolean begun = false;
            for (int i = 0; i < 3; i++) {
                int from = corners[i];
                int to = corners[(i + 1) % 3];
                if (mesh.z(from) >= level != mesh.z(to) >= level) {
                    double[] at = between(from, to, level);
                    double px = view.px(at[0]);
                    double py = view.py(at[1]);
                    if (begun) {
                        path.lineTo(px, py);
                    } else {
                        path.moveTo(px, py);
                    }
                    begun = true;
                }
            }
        }
        return path;
    }
}

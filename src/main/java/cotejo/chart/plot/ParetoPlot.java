package cotejo.chart.plot;

import cotejo.analysis.ParetoFront;
import cotejo.analysis.ParetoFront.Better;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.Marker;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.query.RunAttribute;
import cotejo.text.Texts;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Two objectives over each other, and the runs that no other run beats in both, joined by a stair.
final class ParetoPlot extends Plot {

    /// What is left of a name that says less than so many letters is not worth its place.
    private static final int TELLING = 4;

    private final PlotAxis x;
    private final PlotAxis y;
    private final Better xBetter;
    private final Better yBetter;
    private final BitSet front;

    private enum Wish {
        AUTO,
        LOWER,
        HIGHER
    }

    private ParetoPlot(PanelSpec spec, PlotRuns runs, PlotAxis x, PlotAxis y, Better xBetter, Better yBetter) {
        super(spec, runs);
        this.x = x;
        this.y = y;
        this.xBetter = xBetter;
        this.yBetter = yBetter;
        this.front = ParetoFront.of(x.column().values(), y.column().values(), xBetter, yBetter);
    }

    static ParetoPlot of(PanelSpec spec, PlotRuns runs) throws PlotException {
        Wishes wishes = new Wishes(spec);
        Guess guess = new Guess(runs);
        List<ColumnRef> metrics = guess.metrics();
        ColumnRef yRef = wishes.column("y").orElseGet(guess::metric);
        ColumnRef xRef = wishes.column("x").orElseGet(() -> metrics.stream().filter(ref -> !ref.equals(yRef))
                .findFirst().orElse(ColumnRef.attribute(RunAttribute.DURATION)));
        PlotAxis x = PlotAxis.of(runs.column(xRef), runs.column(yRef),
                wishes.choice("xScale", PlotAxis.Wish.class));
        PlotAxis y = PlotAxis.of(runs.column(yRef), runs.column(xRef),
                wishes.choice("yScale", PlotAxis.Wish.class));
        return new ParetoPlot(spec, runs, x, y, better(wishes.choice("xBetter", Wish.class), xRef, guess),
                better(wishes.choice("yBetter", Wish.class), yRef, guess));
    }

    private static Better better(Wish wish, ColumnRef ref, Guess guess) {
        return switch (wish) {
            case LOWER -> Better.LOWER;
            case HIGHER -> Better.HIGHER;
            case AUTO -> guess.lowerIsBetter(ref) ? Better.LOWER : Better.HIGHER;
        };
    }

    @Override
    String ownTitle() {
        return Texts.get("plots.title.pareto", x.column().name(), y.column().name());
    }

    @Override
    List<PlotColumn> columns() {
        return List.of(x.column(), y.column());
    }

    @Override
    public List<Fact> facts(int run) {
        List<Fact> facts = new ArrayList<>(super.facts(run));
        if (front.get(run)) {
            facts.add(new Fact(Texts.get("plots.pareto.front"), Texts.get("plots.pareto.unbeaten")));
        }
        return facts;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(Texts.get("plots.note.pareto", front.cardinality(), said(x, xBetter), said(y, yBetter)));
        unshown(remarks, (int) IntStream.range(0, size()).filter(run -> !shown(run)).count());
        return remarks;
    }

    private static String said(PlotAxis axis, Better better) {
        return Texts.get(better == Better.LOWER ? "plots.pareto.lower" : "plots.pareto.higher", axis.column().name());
    }

    private boolean shown(int run) {
        return !Double.isNaN(x.at(run)) && !Double.isNaN(y.at(run));
    }

    @Override
    public Optional<String> nothing() {
        return !x.column().numeric() || !y.column().numeric()
                || IntStream.range(0, size()).noneMatch(this::shown)
                ? Optional.of(Texts.get("plots.nothing.both", x.column().name(),
                y.column().name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        return PlotTable.ofRuns(runs(), columns(), run -> shown(run)
                && ScatterPlot.seen(x, run, limits.xMin(), limits.xMax())
                && ScatterPlot.seen(y, run, limits.yMin(), limits.yMax()), List.of("front"),
                run -> List.of(PlotTable.Item.of(front.get(run) ? 1 : 0)));
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D room) {
        PlotAxis seenY = sheet.seen(ZoomAxes.Role.Y, y);
        Frame frame = Frame.xy(sheet, room, sheet.seen(ZoomAxes.Role.X, x), seenY, Frame.Grid.BOTH);
        sheet.zoom(frame.zoom(x, seenY, y));
        Painting on = new Painting(sheet, frame, seenY, new MarkHits(size()));
        double r = size() <= 300 ? 4 : size() <= 3000 ? 3 : 2;
        sheet.within(frame.area(), () -> {
            for (int run = 0; run < size(); run++) {
                if (shown(run) && !front.get(run)) {
                    point(on, run, r, 0.75);
                }
            }
            stair(on);
            best().forEach(run -> point(on, run, r + 1, 1));
        });
        names(on, best(), r);
        return on.hits();
    }

    /// @param y as it is seen
    private record Painting(Sheet sheet, Frame frame, PlotAxis y, MarkHits hits) {

        double px(int run) {
            return frame.px(frame.x().at(run));
        }

        double py(int run) {
            return frame.py(y, y.column().value(run));
        }
    }

    /// The front from left to right.
    private List<Integer> best() {
        return front.stream().filter(this::shown).boxed()
                .sorted(Comparator.comparingDouble(x::at).thenComparingDouble(y::at)).toList();
    }

    private void point(Painting on, int run, double r, double opacity) {
        Sheet sheet = on.sheet();
        double px = on.px(run);
        double py = on.py(run);
        if (!on.frame().holds(px, py)) {
            return;
        }
        on.hits().point(run, px, py, r);
        int slot = runs().slot(run);
        int argb = front.get(run) ? sheet.theme().line(slot) : sheet.theme().faintText();
        sheet.g().setColor(Sheet.color(argb, sheet.standsOut(run) ? opacity : opacity * 0.3));
        sheet.g().fill(Marker.CIRCLE.at(px, py, r));
        if (sheet.choosing() && sheet.standsOut(run)) {
            sheet.g().setColor(Sheet.color(sheet.theme().text()));
            sheet.g().setStroke(new BasicStroke(1.5f));
            sheet.g().draw(Marker.CIRCLE.at(px, py, r + 1.5));
        }
    }

    /// Between two runs of the front nothing better than both is known: the stair bends where it is worst.
    private void stair(Painting on) {
        Sheet sheet = on.sheet();
        Graphics2D g = sheet.g();
        Path2D path = new Path2D.Double();
        double beforeX = 0;
        double beforeY = 0;
        boolean first = true;
        for (int run : best()) {
            double px = on.px(run);
            double py = on.py(run);
            if (first) {
                path.moveTo(px, py);
            } else if (xBetter == Better.LOWER) {
                path.lineTo(px, beforeY);
                path.lineTo(px, py);
            } else {
                path.lineTo(beforeX, py);
                path.lineTo(px, py);
            }
            beforeX = px;
            beforeY = py;
            first = false;
        }
        if (!first) {
            g.setColor(Sheet.color(sheet.theme().text(), 0.7));
            g.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            g.draw(path);
        }
    }

    /// Names beside the front, as far as they have room: within the axes, and over no other name or run of the front.
    private void names(Painting on, List<Integer> best, double r) {
        Sheet sheet = on.sheet();
        Rectangle2D area = on.frame().area();
        List<Rectangle2D> taken = new ArrayList<>();
        for (int run : best) {
            double size = 2 * (r + 1);
            taken.add(new Rectangle2D.Double(on.px(run) - r - 1, on.py(run) - r - 1, size, size));
        }
        for (int run : best) {
            String name = sheet.shortened(name(run), Math.min(140, area.getWidth() * 0.3));
            double width = sheet.width(name);
            boolean tells = name.length() >= TELLING || name.length() == name(run).length();
            if (tells && on.frame().holds(on.px(run), on.py(run))) {
                places(on, run, r, width).stream().filter(box -> within(area, box)
                        && taken.stream().noneMatch(box::intersects)).findFirst().ifPresent(box -> {
                            taken.add(box);
                            sheet.plate(box.getX(), box.getMaxX(), box.getCenterY());
                            sheet.text(name, box.getX(), box.getCenterY(), Sheet.LEFT, sheet.theme().text());
                        });
            }
        }
    }

    /// A name may stand a little past the sides, where there are no labels.
    private static boolean within(Rectangle2D area, Rectangle2D box) {
        return box.getX() >= area.getX() && box.getMaxX() <= area.getMaxX() + 6 && box.getY() >= area.getY()
                && box.getMaxY() <= area.getMaxY();
    }

    /// Where the name of a run may stand, best first: on the side where nothing beats it, right or left.
    private List<Rectangle2D> places(Painting on, int run, double r, double width) {
        double high = on.sheet().lineHeight();
        double right = on.px(run) + r + 5;
        double left = on.px(run) - r - 5 - width;
        double out = yBetter == Better.HIGHER ? -7 : 7;
        List<Rectangle2D> places = new ArrayList<>();
        for (double up : new double[] {out, 0, -out, out * 2, -out * 2}) {
            for (double x : new double[] {right, left}) {
                places.add(new Rectangle2D.Double(x, on.py(run) + up - high / 2, width, high));
            }
        }
        return places;
    }
}

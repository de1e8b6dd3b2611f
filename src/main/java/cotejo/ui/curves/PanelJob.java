package cotejo.ui.curves;

import cotejo.analysis.Curve;
import cotejo.analysis.Range;
import cotejo.analysis.Smoothing;
import cotejo.chart.ChartSpec;
import cotejo.chart.ChartTheme;
import cotejo.chart.CurveSpec;
import cotejo.chart.Painter;
import cotejo.chart.Picture;
import cotejo.chart.RunColors;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesPoints;
import cotejo.work.Cancel;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One picture of one panel, from stored points to pixels; knows everything it needs, so that it can be done anywhere.
///
/// @param standingOut the runs the others step back behind; empty when all are alike
record PanelJob(String metric, List<CurveRun> runs, Look look, Limits limits, int width, int height, double scale,
        ChartTheme theme, Locale locale, ZoneId zone, @Nullable Long highlight, Set<Long> standingOut) {

    /// How much of its colour a line keeps that steps back.
    private static final int FAINT = 0x48;

    /// @param read called with the number of runs read so far
    PanelState perform(SeriesCache cache, IntConsumer read, Cancel cancel) throws IOException {
        List<SeriesPoints> all = new ArrayList<>();
        List<CurveRun> found = new ArrayList<>();
        for (CurveRun run : backToFront()) {
            cancel.check();
            SeriesPoints points = cache.get(run.key(), metric);
            if (points.size() > 0) {
                all.add(points);
                found.add(run);
            }
            read.accept(all.size());
        }
        if (all.stream().allMatch(points -> points.size() == 1)) {
            return bars(found, all);
        }
        List<CurveSpec> curves = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            cancel.check();
            curves.add(curve(found.get(i), all.get(i)));
        }
        Range x = limits.x(look.axis(), ChartSpec.fullX(curves));
        Range y = limits.y(ChartSpec.fullY(curves, look.yScale()));
        cancel.check();
        ChartSpec spec = new ChartSpec(metric, look.xMode(), look.yScale(), curves, x, y, theme, locale, zone,
                highlight);
        Picture picture = Painter.paint(spec, width, height, scale);
        cache.trim();
        return new PanelState.Lines(picture, curves, List.copyOf(all));
    }

    private PanelState bars(List<CurveRun> found, List<SeriesPoints> all) {
        List<PanelState.Bar> bars = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            CurveRun run = found.get(i);
            bars.add(new PanelState.Bar(run.key(), run.label(), color(run), all.get(i).value(0)));
        }
        return new PanelState.Bars(List.copyOf(bars));
    }

    /// Those that stand out last, so that they lie on top.
    private List<CurveRun> backToFront() {
        if (standingOut.isEmpty()) {
            return runs;
        }
        return runs.stream().sorted(Comparator.comparing(run -> standingOut.contains(run.key()))).toList();
    }

    private int color(CurveRun run) {
        int full = theme.line(run.slot());
        return standingOut.isEmpty() || standingOut.contains(run.key()) ? full : full & 0xffffff | FAINT << 24;
    }

    private CurveSpec curve(CurveRun run, SeriesPoints points) {
        @Nullable Curve smoothed = points.smoothed(look.xMode(),
                look.smoothing() instanceof Smoothing.Exponential(double weight) ? weight : 0);
        return new CurveSpec(run.key(), run.label(), color(run), RunColors.dash(run.slot()),
                points.curve(look.xMode()), smoothed);
    }
}

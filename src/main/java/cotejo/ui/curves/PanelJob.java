package cotejo.ui.curves;

import cotejo.analysis.Curve;
import cotejo.analysis.Range;
import cotejo.chart.ChartSpec;
import cotejo.chart.ChartTheme;
import cotejo.chart.CurveSpec;
import cotejo.chart.Painter;
import cotejo.chart.Picture;
import cotejo.chart.RunColors;
import cotejo.chart.Scale;
import cotejo.chart.SeriesCache;
import cotejo.chart.SeriesPoints;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import cotejo.work.Cancel;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// One picture of one panel, from stored points to pixels; knows everything it needs, so that it can be done anywhere.
record PanelJob(String metric, List<CurveRun> runs, XMode xMode, YScale yScale, double smoothing,
        @Nullable Window window, int width, int height, double scale, ChartTheme theme, Locale locale, ZoneId zone,
        @Nullable Long highlight) {

    /// @param read called with the number of runs read so far
    PanelState perform(SeriesCache cache, IntConsumer read, Cancel cancel) throws IOException {
        List<SeriesPoints> all = new ArrayList<>();
        List<CurveRun> found = new ArrayList<>();
        for (CurveRun run : runs) {
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
        Range x = window == null ? ChartSpec.fullX(curves) : window.x();
        Scale scaleY = Scale.of(yScale, ChartSpec.fullY(curves, Scale.LINEAR));
        Range y = window == null ? ChartSpec.fullY(curves, scaleY) : window.y();
        cancel.check();
        ChartSpec spec = new ChartSpec(metric, xMode, scaleY, curves, x, y, theme, locale, zone, highlight);
        Picture picture = Painter.paint(spec, width, height, scale);
        cache.trim();
        return new PanelState.Lines(picture, curves, List.copyOf(all));
    }

    private PanelState bars(List<CurveRun> found, List<SeriesPoints> all) {
        List<PanelState.Bar> bars = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            CurveRun run = found.get(i);
            bars.add(new PanelState.Bar(run.key(), run.name(), theme.line(run.slot()), all.get(i).value(0)));
        }
        return new PanelState.Bars(List.copyOf(bars));
    }

    private CurveSpec curve(CurveRun run, SeriesPoints points) {
        @Nullable Curve smoothed = points.smoothed(xMode, smoothing);
        return new CurveSpec(run.key(), run.name(), theme.line(run.slot()), RunColors.dash(run.slot()),
                points.curve(xMode), smoothed);
    }
}

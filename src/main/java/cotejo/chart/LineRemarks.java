package cotejo.chart;

import cotejo.analysis.Band;
import cotejo.analysis.GroupCurve;
import cotejo.analysis.Smoothing;
import cotejo.text.Figures;
import cotejo.text.Moments;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a chart of lines owns up to, in words.
// texts: lines.centre.*
// texts: lines.band.*
final class LineRemarks {

    private LineRemarks() {
    }

    static List<String> of(LineChart chart, Facts facts) {
        List<String> remarks = new ArrayList<>();
        smoothed(chart.options(), remarks);
        grouped(chart, remarks);
        if (facts.summedUp() > 0) {
            remarks.add(Texts.get("lines.note.reduced", Figures.count(facts.points())));
        }
        if (facts.nonFinite()) {
            remarks.add(nonFinite(facts));
        }
        if (facts.hidden() > 0) {
            remarks.add(Texts.get("lines.note.hidden", facts.hidden()));
        }
        if (facts.sorted() > 0) {
            remarks.add(Texts.get("lines.note.sorted"));
        }
        counts(chart, remarks);
        return remarks;
    }

    private static void smoothed(LineOptions options, List<String> remarks) {
        Smoothing smoothing = options.smoothing();
        if (smoothing.nothing()) {
            return;
        }
        remarks.add(switch (smoothing) {
            case Smoothing.None _ -> "";
            case Smoothing.Exponential(double weight) -> Texts.get("lines.smooth.ema", Figures.exact(weight));
            case Smoothing.TimeWeighted(double weight) -> Texts.get("lines.smooth.twema", Figures.exact(weight));
            case Smoothing.Gaussian(double sigma) -> Texts.get("lines.smooth.gaussian",
                    switch (options.xMode()) {
                        case RELATIVE, WALL -> Moments.duration(Math.round(sigma));
                        case STEP, METRIC -> Figures.exact(sigma);
                    });
            case Smoothing.Mean(int window) -> Texts.get("lines.smooth.mean", window);
            case Smoothing.Median(int window) -> Texts.get("lines.smooth.median", window);
        });
    }

    private static void grouped(LineChart chart, List<String> remarks) {
        if (!chart.options().grouped()) {
            return;
        }
        String centre = Texts.get("lines.centre." + chart.options().grouping().center());
        Band band = chart.options().grouping().band();
        remarks.add(band == Band.NONE ? Texts.get("lines.note.centre", centre)
                : Texts.get("lines.note.group", centre, Texts.get("lines.band." + band)));
        boolean single = chart.lines().stream().map(LineChart.Line::group).filter(Objects::nonNull)
                .mapToInt(GroupCurve::members).anyMatch(members -> members == 1);
        if (single) {
            remarks.add(Texts.get("lines.note.single"));
        }
    }

    private static String nonFinite(Facts facts) {
        List<String> parts = new ArrayList<>();
        if (facts.nan() > 0) {
            parts.add("× " + Figures.count(facts.nan()) + " NaN");
        }
        if (facts.plusInfinite() > 0) {
            parts.add("▲ " + Figures.count(facts.plusInfinite()) + " +∞");
        }
        if (facts.minusInfinite() > 0) {
            parts.add("▼ " + Figures.count(facts.minusInfinite()) + " −∞");
        }
        return String.join("  ", parts);
    }

    private static void counts(LineChart chart, List<String> remarks) {
        LineChart.Extra extra = chart.extra();
        add(remarks, "lines.note.unmatched", extra.unmatched(), chart.options().xMetric());
        add(remarks, "lines.note.left", extra.left(), "");
        add(remarks, "lines.note.nonFinite", extra.nonFinite(), "");
        add(remarks, "lines.note.interpolated", extra.interpolated(), "");
        if (chart.options().pieces() == SeriesPoints.Pieces.APART) {
            add(remarks, "lines.note.pieces", extra.restarts(), "");
        }
        if (chart.options().reach() == ChartSpec.Reach.WITHOUT_OUTLIERS) {
            remarks.add(Texts.get("lines.note.outliers"));
        }
        if (chart.spec().yScale().kind() == YScale.SYMLOG) {
            remarks.add(Texts.get("lines.note.symlog", Figures.brief(chart.spec().yScale().width())));
        }
    }

    private static void add(List<String> remarks, String key, long count, String what) {
        if (count > 0) {
            remarks.add(Texts.get(key, count, what));
        }
    }
}

package cotejo.ui.curves;

import cotejo.chart.ChartSpec;
import cotejo.chart.Facts;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// What a chart owns up to, in words.
final class Notes {

    private Notes() {
    }

    /// A sentence for those who do not see the picture.
    static String spoken(String metric, PanelState state) {
        return switch (state) {
            case PanelState.Loading loading -> Texts.get("curves.spoken.loading", metric);
            case PanelState.Failed failed -> failed.message();
            case PanelState.Bars bars -> Texts.get("curves.spoken.bars", metric, bars.bars().size());
            case PanelState.Lines lines -> {
                ChartSpec spec = lines.picture().spec();
                String remarks = String.join("; ", lines.chart().remarks(lines.picture().facts()));
                yield Texts.get("curves.spoken.lines", metric, lines.chart().legend().size(),
                        lines.picture().facts().points(), place(spec, spec.x().low()),
                        place(spec, spec.x().high()), ValueText.value(spec.y().low()),
                        ValueText.value(spec.y().high()), remarks).strip();
            }
        };
    }

    private static String place(ChartSpec spec, double x) {
        return switch (spec.xMode()) {
            case STEP -> Texts.get("curves.spoken.step", ValueText.value(x));
            case RELATIVE -> ValueText.elapsed(x);
            case WALL -> ValueText.time(x, spec.zone());
            case METRIC -> spec.xLabel() + " " + ValueText.value(x);
        };
    }

    /// The name of an x axis.
    static String name(XMode mode) {
        return switch (mode) {
            case STEP -> Texts.get("curves.x.step");
            case RELATIVE -> Texts.get("curves.x.relative");
            case WALL -> Texts.get("curves.x.wall");
            case METRIC -> Texts.get("curves.x.metric");
        };
    }

    /// The name of an x axis as [Look#axis] keeps it.
    static String axis(String axis) {
        for (XMode mode : XMode.values()) {
            if (mode != XMode.METRIC && mode.name().equals(axis)) {
                return name(mode);
            }
        }
        return ColumnRef.parse(axis) instanceof ColumnRef.Metric metric ? metric.key() : axis;
    }

    static String name(YScale scale) {
        // texts: curves.y.*
        return Texts.get("curves.y." + scale.name());
    }

    static String name(PanelSize size) {
        return switch (size) {
            case SMALL -> Texts.get("curves.size.small");
            case MEDIUM -> Texts.get("curves.size.medium");
            case LARGE -> Texts.get("curves.size.large");
        };
    }
}

package cotejo.ui.curves;

import cotejo.chart.ChartSpec;
import cotejo.chart.Facts;
import cotejo.chart.XMode;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// What a chart owns up to, in words.
final class Notes {

    private Notes() {
    }

    /// Short remarks for the foot of a panel; empty when there is nothing to own up to.
    static List<String> of(Facts facts) {
        List<String> notes = new ArrayList<>();
        if (facts.summedUp() > 0) {
            notes.add(Texts.get("curves.note.reduced", ValueText.count(facts.points())));
        }
        if (facts.nonFinite()) {
            notes.add(nonFinite(facts));
        }
        if (facts.hidden() > 0) {
            notes.add(Texts.get("curves.note.hidden", ValueText.count(facts.hidden())));
        }
        if (facts.sorted() > 0) {
            notes.add(Texts.get("curves.note.sorted"));
        }
        return notes;
    }

    private static String nonFinite(Facts facts) {
        List<String> parts = new ArrayList<>();
        if (facts.nan() > 0) {
            parts.add("✕ " + ValueText.count(facts.nan()) + " NaN");
        }
        if (facts.plusInfinite() > 0) {
            parts.add("▲ " + ValueText.count(facts.plusInfinite()) + " +∞");
        }
        if (facts.minusInfinite() > 0) {
            parts.add("▼ " + ValueText.count(facts.minusInfinite()) + " −∞");
        }
        return String.join("  ", parts);
    }

    /// A sentence for those who do not see the picture.
    static String spoken(String metric, PanelState state) {
        return switch (state) {
            case PanelState.Loading loading -> Texts.get("curves.spoken.loading", metric);
            case PanelState.Failed failed -> failed.message();
            case PanelState.Bars bars -> Texts.get("curves.spoken.bars", metric, ValueText.count(bars.bars().size()));
            case PanelState.Lines lines -> {
                ChartSpec spec = lines.picture().spec();
                String remarks = String.join("; ", of(lines.picture().facts()));
                yield Texts.get("curves.spoken.lines", metric, ValueText.count(lines.curves().size()),
                        ValueText.count(lines.picture().facts().points()), place(spec, spec.x().low()),
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

    static String name(PanelSize size) {
        return switch (size) {
            case SMALL -> Texts.get("curves.size.small");
            case MEDIUM -> Texts.get("curves.size.medium");
            case LARGE -> Texts.get("curves.size.large");
        };
    }
}

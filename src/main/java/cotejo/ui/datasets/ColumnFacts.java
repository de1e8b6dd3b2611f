package cotejo.ui.datasets;

import cotejo.dataset.FieldType;
import cotejo.dataset.Value;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A profile in words and numbers. What is not known is left out, never guessed.
final class ColumnFacts {

    private static final int MOST_DIGITS = 8;
    private static final int LONG = 80;

    /// A name and what it is.
    record Fact(String name, String value) {
    }

    private ColumnFacts() {
    }

    /// Where all numbers of a profile come from.
    static String source(ColumnProfile profile) {
        return switch (profile.source()) {
            case FOOTER -> Texts.get("datasets.source.FOOTER");
            case SAMPLE -> Texts.get("datasets.source.SAMPLE", Figures.count(profile.sampleRows()));
            case SCAN -> Texts.get("datasets.source.SCAN");
        };
    }

    /// All there is to say besides histograms and frequent values.
    static List<Fact> of(ColumnProfile profile) {
        List<Fact> facts = new ArrayList<>();
        count(facts, "count", profile.count());
        shared(facts, "nulls", profile.nulls(), profile.count());
        if (profile.leaf().type() instanceof FieldType.Real || profile.nan() > 0) {
            shared(facts, "nan", profile.nan(), profile.count());
        }
        shared(facts, "zeros", profile.zeros(), profile.count());
        if (profile.others() > 0) {
            shared(facts, "others", profile.others(), profile.count());
        }
        ColumnProfile.Truth truth = profile.truth();
        if (truth != null) {
            shared(facts, "trues", truth.trues(), truth.trues() + truth.falses());
            shared(facts, "falses", truth.falses(), truth.trues() + truth.falses());
        }
        if (profile.distinct() >= 0) {
            add(facts, "distinct", distinct(profile) + " " + Texts.get(
                    profile.exactness() == ColumnProfile.Exactness.EXACT ? "datasets.fact.exact"
                            : "datasets.fact.estimated"));
        }
        boolean temporal = profile.leaf().type().temporal();
        value(facts, temporal ? "from" : "min", profile.min());
        value(facts, temporal ? "to" : "max", profile.max());
        value(facts, "mean", profile.mean());
        if (!Double.isNaN(profile.std()) && !temporal) {
            add(facts, "std", number(profile.std()));
        }
        for (ColumnProfile.Quantile quantile : profile.quantiles()) {
            facts.add(new Fact(Texts.get("datasets.fact.quantile", Figures.brief(quantile.share() * 100)),
                    text(quantile.value())));
        }
        ColumnProfile.Gap gap = profile.gap();
        if (gap != null && temporal) {
            add(facts, "gap", text(gap.from()) + " → " + text(gap.to()) + span(gap));
        }
        lengths(facts, "textLengths", profile.textLengths());
        lengths(facts, "listLengths", profile.listLengths());
        return facts;
    }

    private static void add(List<Fact> facts, String key, String value) {
        // texts: datasets.fact.*
        facts.add(new Fact(Texts.get("datasets.fact." + key), value));
    }

    private static void count(List<Fact> facts, String key, long count) {
        if (count >= 0) {
            add(facts, key, Figures.count(count));
        }
    }

    private static void shared(List<Fact> facts, String key, long count, long all) {
        if (count >= 0) {
            add(facts, key, count == 0 || all <= 0 ? Figures.count(count)
                    : Figures.count(count) + " (" + percent(count, all) + ")");
        }
    }

    private static void value(List<Fact> facts, String key, @Nullable Value value) {
        if (value != null) {
            add(facts, key, text(value));
        }
    }

    private static void lengths(List<Fact> facts, String key, ColumnProfile.@Nullable Lengths lengths) {
        if (lengths != null) {
            add(facts, key, Texts.get("datasets.fact.lengths", Figures.count(lengths.min()),
                    Figures.count(lengths.max()), Figures.brief(lengths.mean())));
        }
    }

    private static String span(ColumnProfile.Gap gap) {
        double seconds = seconds(gap.to()) - seconds(gap.from());
        if (Double.isNaN(seconds)) {
            return "";
        }
        String words = seconds >= 172_800 ? Figures.brief(seconds / 86_400) + " d"
                : seconds >= 7_200 ? Figures.brief(seconds / 3_600) + " h"
                : seconds >= 120 ? Figures.brief(seconds / 60) + " min" : Figures.brief(seconds) + " s";
        return " (" + words + ")";
    }

    private static double seconds(Value value) {
        return switch (value) {
            case Value.Day day -> day.epochDay() * 86_400.0;
            case Value.Moment moment -> moment.epochSecond() + moment.nano() / 1e9;
            case Value.TimeOfDay time -> time.nanos() / 1e9;
            default -> Double.NaN;
        };
    }

    /// How many different values; `≈` before an estimate, `–` where it is not known.
    static String distinct(ColumnProfile profile) {
        return profile.distinct() < 0 ? "–"
                : (profile.exactness() == ColumnProfile.Exactness.ESTIMATED ? "≈ " : "")
                        + Figures.count(profile.distinct());
    }

    /// From the least to the greatest; `–` where it is not known or has no meaning.
    static String range(ColumnProfile profile) {
        Value min = profile.min();
        Value max = profile.max();
        return min == null || max == null || profile.leaf().type() instanceof FieldType.Bool ? "–"
                : text(min) + " – " + text(max);
    }

    /// The most frequent values with their shares, for one line; empty when no value comes twice.
    static String top(ColumnProfile profile) {
        long some = profile.count() - Math.max(0, profile.nulls());
        if (profile.top().isEmpty() || some <= 0 || profile.top().getFirst().count() < 2 && profile.distinct() > 3) {
            return "";
        }
        return profile.top().stream().limit(3).map(top -> text(top.value()) + " " + percent(top.count(), some))
                .collect(Collectors.joining(" · "));
    }

    /// A part of all, such as `3.1 %`; below a tenth of a percent `< 0.1 %`.
    static String percent(long part, long all) {
        double share = 100.0 * part / all;
        return part > 0 && share < 0.1 ? "< " + String.format(Texts.locale(), "%.1f %%", 0.1)
                : part < all && share > 99.9 ? "> " + String.format(Texts.locale(), "%.1f %%", 99.9)
                : String.format(Texts.locale(), share == Math.rint(share) ? "%.0f %%" : "%.1f %%", share);
    }

    /// A number as short as others, its thousands set apart as in counts.
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1e15 || size < 1 || !Double.isFinite(value) || value == Math.rint(value) && size < 1000) {
            return Figures.brief(value);
        }
        int digits = 4;
        while (digits < MOST_DIGITS && whole(value, digits)) {
            digits++;
        }
        if (size < 1000) {
            return Figures.brief(value, digits);
        }
        NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMaximumFractionDigits(size < 10_000 ? Math.max(1, digits - 4) : 0);
        return format.format(value);
    }

    /// Whether a number that is not whole would look as if it were, with so many digits.
    private static boolean whole(double value, int digits) {
        return value != Math.rint(value) && new BigDecimal(value).round(new MathContext(digits))
                .stripTrailingZeros().scale() <= 0;
    }

    /// A value, short enough to be read.
    static String text(Value value) {
        String text = switch (value) {
            case Value.Real real -> number(real.value());
            case Value.Whole whole -> Figures.count(whole.value());
            case Value.Text word when word.text().isEmpty() -> Texts.get("datasets.value.empty");
            case Value.Text word when word.text().isBlank() -> Texts.get("datasets.value.blank");
            default -> value.plain();
        };
        return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
    }
}

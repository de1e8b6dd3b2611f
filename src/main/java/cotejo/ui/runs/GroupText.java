package cotejo.ui.runs;

import cotejo.model.RunStatus;
import cotejo.query.ColumnRef;
import cotejo.query.GroupPart;
import cotejo.query.RunAttribute;
import cotejo.query.Spread;
import cotejo.text.Figures;
import cotejo.text.Moments;
import cotejo.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The words of a group row.
final class GroupText {

    private static final MathContext TWO = new MathContext(2);

    private GroupText() {
    }

    static String value(GroupPart part) {
        String value = part.value() == null ? "" : part.value();
        if (part.column() instanceof ColumnRef.Attribute(RunAttribute attribute) && attribute == RunAttribute.STATUS) {
            return StatusMark.word(RunStatus.parse(value));
        }
        if (part.column() instanceof ColumnRef.Attribute a && a.numeric()) {
            double number = Figures.parse(value);
            return switch (a.attribute().kind()) {
                case TIME -> Moments.exact((long) number, ZoneId.systemDefault());
                case DURATION -> Moments.duration((long) number);
                case TEXT, FLAG -> value;
            };
        }
        return value.replace('\n', ' ');
    }

    /// `0.953 ± 0.012`: the deviation with two digits, the mean as fine as that; the mean alone
    /// for a single run, nothing where there is no number.
    static String mean(Spread spread, ColumnRef column) {
        if (spread.n() == 0) {
            return "";
        }
        if (time(column)) {
            return "";
        }
        if (column instanceof ColumnRef.Attribute || !Double.isFinite(spread.mean()) || !(spread.std() > 0)) {
            String mean = brief(spread.mean(), column);
            return Double.isNaN(spread.std()) ? mean : mean + " ± " + brief(spread.std(), column);
        }
        BigDecimal std = new BigDecimal(spread.std()).round(TWO);
        BigDecimal mean = new BigDecimal(spread.mean());
        boolean plain = std.scale() >= 0 && std.scale() <= 5 && mean.abs().compareTo(BigDecimal.valueOf(1e7)) < 0;
        return plain ? Figures.plain(mean.setScale(std.scale(), RoundingMode.HALF_EVEN)) + " ± " + Figures.plain(std)
                : brief(spread.mean(), column) + " ± " + brief(spread.std(), column);
    }

    /// `0.93 … 0.97`; empty for a single run.
    static String range(Spread spread, ColumnRef column) {
        return spread.n() < 2 || time(column) ? ""
                : brief(spread.min(), column) + " … " + brief(spread.max(), column);
    }

    /// Everything, in full.
    static @Nullable String exact(Spread spread, ColumnRef column) {
        return spread.n() == 0 || time(column) ? null : Texts.get("runs.group.exact", Figures.count(spread.n()),
                Figures.exact(spread.mean()), Figures.exact(spread.std()), Figures.exact(spread.min()),
                Figures.exact(spread.max()));
    }

    private static boolean time(ColumnRef column) {
        return column instanceof ColumnRef.Attribute a && a.attribute().kind() == RunAttribute.Kind.TIME;
    }

    private static String brief(double value, ColumnRef column) {
        if (column instanceof ColumnRef.Attribute && Double.isFinite(value)) {
            return Moments.duration((long) value);
        }
        return Figures.brief(value, 3);
    }
}

package cotejo.export;

import cotejo.compare.Comparison;
import cotejo.compare.KeyWords;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.Value;
import cotejo.compare.Verdict;
import cotejo.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A line of a comparison as a flat table: a row, or a part of one. Structured values stand as their leaves.
///
/// @param key   `loss`, `loss (min)`, `config.optimizer.lr`
/// @param label the same for people, `loss (Minimum)`
/// @param row   the row or part itself
record ComparisonLine(Section.Kind section, String key, String label, Row row) {

    static List<ComparisonLine> of(Comparison comparison) {
        List<ComparisonLine> lines = new ArrayList<>();
        for (Section section : comparison.sections()) {
            for (Row row : section.rows()) {
                add(section.kind(), row, lines);
            }
        }
        return lines;
    }

    private static void add(Section.Kind kind, Row row, List<ComparisonLine> lines) {
        boolean tree = kind == Section.Kind.PARAMS || kind == Section.Kind.TAGS;
        if (!tree || row.parts().isEmpty()) {
            String label = KeyWords.row(kind, row.key());
            lines.add(row.verdict() == Verdict.OPEN
                    ? new ComparisonLine(kind, row.key() + " (contents not read)",
                            label + " (" + Texts.get("compare.unread") + ")", row)
                    : new ComparisonLine(kind, row.key(), label, row));
        }
        for (Row part : row.parts()) {
            String key = !tree ? row.key() + " (" + part.key() + ")"
                    : part.key().startsWith("[") ? row.key() + part.key() : row.key() + "." + part.key();
            String label = tree ? key : KeyWords.row(kind, row.key()) + " (" + KeyWords.part(kind, part.key()) + ")";
            lines.add(new ComparisonLine(kind, key, label, part));
        }
    }

    /// The value of a run: times in ISO-8601, durations in seconds, everything else as it was stored.
    Cell cell(int run) {
        return switch (row.values().get(run)) {
            case Value.Missing _ -> Cell.empty();
            case Value.Text(String text) -> Cell.of(text);
            case Value.Figure(double number) -> switch (row.unit()) {
                case TIME -> Cell.of(Instant.ofEpochMilli((long) number).toString());
                case DURATION -> Cell.of(number / 1000);
                case NONE, LITERAL, STEP, BYTES -> Cell.of(number);
            };
        };
    }

    /// The difference from the baseline in the unit that [#cell] writes.
    Optional<Row.Change> change(int run, int baseline) {
        return row.change(run, baseline).map(change -> row.unit() == Value.Unit.DURATION
                ? new Row.Change(change.absolute() / 1000, change.percent()) : change);
    }

    /// The difference from the baseline as people read it, `+0.012 (+1.30%)`; empty where there is none.
    String changeText(int run, int baseline) {
        return change(run, baseline).filter(change -> change.absolute() != 0)
                .map(change -> signed(change.absolute()) + (Double.isFinite(change.percent())
                        && row.unit() != Value.Unit.STEP
                        ? String.format(Locale.ROOT, " (%+.2f%%)", change.percent()) : "")).orElse("");
    }

    private static String signed(double number) {
        double rounded = Double.isFinite(number) && number != 0
                ? new java.math.BigDecimal(number).round(new java.math.MathContext(6)).doubleValue() : number;
        return (rounded > 0 ? "+" : "") + NumberText.exact(rounded);
    }
}

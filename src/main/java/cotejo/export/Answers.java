package cotejo.export;

import cotejo.analysis.TwoGroups;
import cotejo.compare.Cause;
import cotejo.compare.Gap;
import cotejo.compare.Groups;
import cotejo.compare.Reality;
import cotejo.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// What was found when two groups of runs were held against each other: what is behind their gaps, and whether these
/// are real.
///
/// @param explained one for each metric that was asked about
/// @param tested    empty when that was not asked
public record Answers(Groups groups, List<Explained> explained, Optional<Tested> tested) {

    /// The columns of the tests by the names programs know them by.
    static final List<String> TEST_HEADERS = List.of("metric", "n1", "n2", "mean1", "mean2", "difference", "low",
            "high", "bootstrapLow", "bootstrapHigh", "hedgesG", "pWelch", "pMannWhitney", "pCorrected", "answer");
    static final List<String> CAUSE_HEADERS = List.of("metric", "rank", "kind", "key", "strength", "evidence");

    private static final MathContext BRIEF = new MathContext(4);

    /// The likeliest causes of a gap.
    ///
    /// @param causes ranked
    public record Explained(Gap gap, List<Cause> causes) {
    }

    /// Whether gaps are real.
    ///
    /// @param metrics one answer for each metric that both groups have
    public record Tested(Reality.Correction correction, List<Reality> metrics) {

        /// The answer for the first metric in full; all have theirs in the table.
        public List<String> sentences() {
            return metrics.isEmpty() ? List.of(Texts.get("compare.real.nothing"))
                    : List.of(metrics.getFirst().metric() + ": " + metrics.getFirst().sentence());
        }
    }

    /// How numbers are given, and answers: by their names for programs, or in words.
    public enum Digits {
        /// All, so that they read back to the same.
        ALL,
        /// Four significant ones, for people.
        FOUR
    }

    public Answers {
        explained = List.copyOf(explained);
    }

    /// What a kind of cause is called.
    // texts: compare.cause.*
    public static String kind(Cause cause) {
        return Texts.get("compare.cause." + cause.kind().name().toLowerCase(Locale.ROOT));
    }

    /// What an answer is called.
    // texts: compare.real.short.*
    public static String answer(Reality reality) {
        return Texts.get("compare.real.short." + reality.answer().name().toLowerCase(Locale.ROOT));
    }

    /// What the numbers of the tests are.
    // texts: compare.correction.*
    public String legend() {
        return tested.map(one -> Texts.get("compare.real.legend", groups.label(),
                Texts.get("compare.correction." + one.correction().name().toLowerCase(Locale.ROOT)))).orElse("");
    }

    /// The columns of [#tests].
    // texts: compare.real.head.*
    public static List<String> testHeaders() {
        List<String> headers = new ArrayList<>();
        for (String head : TEST_HEADERS) {
            headers.add(Texts.get("compare.real.head." + head));
        }
        return headers;
    }

    /// The tests as a table; what so few runs cannot say is left empty.
    public static List<List<Cell>> tests(Tested tested, Digits digits) {
        DoubleFunction<Cell> number = value -> Double.isNaN(value) ? Cell.empty()
                : Cell.of(digits == Digits.ALL || Double.isInfinite(value) ? value
                        : new BigDecimal(value).round(BRIEF).doubleValue());
        List<List<Cell>> rows = new ArrayList<>();
        for (Reality reality : tested.metrics()) {
            TwoGroups g = reality.groups();
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(reality.metric()));
            for (double value : new double[] {g.n1(), g.n2(), g.mean1(), g.mean2(), g.difference(), g.low(), g.high(),
                g.bootstrapLow(), g.bootstrapHigh(), g.hedges(), g.welch(), g.mannWhitney(), reality.corrected()}) {
                row.add(number.apply(value));
            }
            row.add(Cell.of(digits == Digits.ALL ? id(reality.answer()) : answer(reality)));
            rows.add(row);
        }
        return rows;
    }

    /// The causes as a table for programs: metric, rank (none for where curves part), kind, key, strength, sentence.
    List<List<Cell>> causes() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Explained one : explained) {
            int rank = 1;
            for (Cause cause : one.causes()) {
                rows.add(List.of(Cell.of(one.gap().metric()),
                        cause.kind() == Cause.Kind.CURVE ? Cell.empty() : Cell.of(rank++), Cell.of(id(cause.kind())),
                        Cell.of(cause.key()), Double.isNaN(cause.strength()) ? Cell.empty() : Cell.of(cause.strength()),
                        Cell.of(cause.sentence())));
            }
        }
        return rows;
    }

    /// The name programs know a constant by.
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

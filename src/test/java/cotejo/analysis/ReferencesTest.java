package cotejo.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.model.MetricSeries;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same numbers given to other programs: TensorBoard's own code, NumPy, SciPy, pandas, scikit-learn, statsmodels
/// and mpmath. `references.json` names their versions, `references.py` beside it says how it was made. Among the
/// numbers are NaN, infinities, ties, groups of one and two, constants, and the ends of what a double holds.
final class ReferencesTest {

    private static final JsonNode ALL = read();

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(ReferencesTest.class.getResourceAsStream("references.json"))) {
            return new JsonMapper().readTree(in);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    record Case(String name, JsonNode told) {
        double number(String key) {
            return ReferencesTest.number(told.get(key));
        }

        double[] numbers(String key) {
            return ReferencesTest.numbers(told.get(key));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Case> cases(String part) {
        List<JsonNode> told = StreamSupport.stream(ALL.get(part).spliterator(), false).toList();
        return IntStream.range(0, told.size()).mapToObj(i -> new Case(name(i, told.get(i)), told.get(i)));
    }

    private static String name(int place, JsonNode told) {
        return place + " " + told.path("name").asText() + " " + told.path("kind").asText();
    }

    private static double number(JsonNode node) {
        return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToDouble(ReferencesTest::number).toArray();
    }

    private static void near(double expected, double found, double share, String what) {
        boolean same = Double.isFinite(expected) ? Math.abs(expected - found) <= share * Math.abs(expected)
                + Double.MIN_VALUE : Double.compare(expected, found) == 0;
        assertTrue(same, () -> what + ": " + expected + " expected, " + found + " found");
    }

    private static void near(double[] expected, double[] found, double share, String what) {
        assertEquals(expected.length, found.length, what);
        for (int i = 0; i < expected.length; i++) {
            near(expected[i], found[i], share, what + " [" + i + "]");
        }
    }

    static Stream<Case> smoothing() {
        return cases("smoothing");
    }

    @ParameterizedTest
    @MethodSource
    void smoothing(Case told) {
        Smoothing smoothing = Smoothing.parse(told.told().get("kind").asText()).orElseThrow();
        near(told.numbers("expected"), smoothing.smooth(Column.of(told.numbers("x")), told.numbers("y")), 1e-11,
                told.name());
    }

    static Stream<Case> outliers() {
        return cases("outliers");
    }

    @ParameterizedTest
    @MethodSource
    void outliers(Case told) {
        double[] y = told.numbers("y");
        double[] expected = told.numbers("expected");
        Range range = Outliers.without(List.of(Curve.of(new Column.Regular(0, 1, y.length), y)));
        assertEquals(expected.length == 0 ? Range.NOTHING : new Range(expected[0] + 0.0, expected[1] + 0.0),
                new Range(range.low() + 0.0, range.high() + 0.0));
    }

    static Stream<Case> bands() {
        return cases("bands");
    }

    @ParameterizedTest
    @MethodSource
    void bands(Case told) {
        double[] values = told.numbers("values");
        for (Center center : Center.values()) {
            for (Band band : List.of(Band.STD, Band.SE, Band.CI95, Band.MINMAX, Band.IQR)) {
                GroupCurve group = GroupCurve.of(members(values), new Grouping(center, band, Grouping.Between.NOTHING),
                        Cancel.never());
                double[] edges = numbers(told.told().get("bands").get(band.name()));
                double expected = told.number(center == Center.MEAN ? "mean" : "median");
                near(expected, group.center()[0], 1e-14, center + " of " + told.told());
                near(edges[0], group.lower()[0], 1e-12, band + " of " + told.told());
                near(edges[1], group.upper()[0], 1e-12, band + " of " + told.told());
            }
        }
    }

    private static List<GroupCurve.Member> members(double[] values) {
        List<GroupCurve.Member> members = new ArrayList<>();
        for (double value : values) {
            members.add(new GroupCurve.Member(MetricSeries.ofWholeSteps(new long[] {3}, new long[1],
                    new double[] {value}), new double[0]));
        }
        return members;
    }

    static Stream<Case> quantiles() {
        return cases("quantiles");
    }

    @ParameterizedTest
    @MethodSource
    void quantiles(Case told) {
        Quantiles quantiles = Quantiles.of(told.numbers("values"));
        double[] shares = told.numbers("shares");
        double[] expected = told.numbers("expected");
        for (int i = 0; i < shares.length; i++) {
            near(expected[i], quantiles.at(shares[i]), 1e-12, shares[i] + " of " + told.told());
        }
    }

    @Test
    void studentsQuantiles() {
        double[] freedom = numbers(ALL.get("students").get("freedom"));
        double[] expected = numbers(ALL.get("students").get("upper95"));
        for (int i = 0; i < freedom.length; i++) {
            near(expected[i], StudentT.upper95((int) freedom[i]), 1e-11, freedom[i] + " degrees");
        }
    }

    static Stream<Case> twoGroups() {
        return cases("twoGroups");
    }

    @ParameterizedTest
    @MethodSource
    void twoGroups(Case told) {
        TwoGroups groups = TwoGroups.of(told.numbers("first"), told.numbers("second"));
        near(told.number("difference"), groups.difference(), 1e-12, "difference");
        near(told.number("welch"), groups.welch(), 1e-9, "p of Welch");
        near(told.number("low"), groups.low(), 1e-9, "low");
        near(told.number("high"), groups.high(), 1e-9, "high");
        near(told.number("mannWhitney"), groups.mannWhitney(), 1e-9, "p of Mann and Whitney");
        near(told.number("cohen"), groups.cohen(), 1e-9, "d");
        near(told.number("hedges"), groups.hedges(), 1e-9, "g");
        double[] bootstrap = told.numbers("bootstrap");
        // 10,000 resamples under another seed: the ends scatter by a few hundredths of a standard error,
        // and means of few whole numbers jump.
        double room = 0.15 * told.number("error");
        assertEquals(bootstrap[0], groups.bootstrapLow(), room);
        assertEquals(bootstrap[1], groups.bootstrapHigh(), room);
    }

    static Stream<Case> corrections() {
        return cases("corrections");
    }

    @ParameterizedTest
    @MethodSource
    void corrections(Case told) {
        near(told.numbers("holm"), Corrections.holm(told.numbers("p")), 1e-12, "Holm");
        near(told.numbers("benjaminiHochberg"), Corrections.benjaminiHochberg(told.numbers("p")), 1e-12,
                "Benjamini and Hochberg");
    }

    static Stream<Case> correlations() {
        return cases("correlations");
    }

    @ParameterizedTest
    @MethodSource
    void correlations(Case told) {
        Correlation found = Correlation.of(told.numbers("x"), told.numbers("y"));
        near(told.number("pearson"), found.pearson(), 1e-9, "Pearson of " + told.told());
        near(told.number("spearman"), found.spearman(), 1e-12, "Spearman of " + told.told());
        assertEquals(told.told().get("n").asInt(), found.n());
    }

    static Stream<Case> densities() {
        return cases("densities");
    }

    @ParameterizedTest
    @MethodSource
    void densities(Case told) {
        Density density = Density.of(told.numbers("values"));
        near(told.number("width"), density.width(), 1e-9, "width of " + told.told());
        double[] at = told.numbers("at");
        double[] expected = told.numbers("expected");
        for (int i = 0; i < at.length; i++) {
            near(expected[i], density.at(at[i]), 1e-9, "density of " + told.told());
        }
    }

    /// Another random forest on the same numbers lies among scikit-learn's own of ten seeds, give or take their spread.
    @Test
    void importanceOfFriedmansColumns() {
        JsonNode told = ALL.get("forest");
        List<Factor> factors = StreamSupport.stream(told.get("x").spliterator(), false)
                .map(column -> Factor.numbers(numbers(column))).toList();
        Importance importance = Importance.of(numbers(told.get("y")), factors, 300, Cancel.never());
        double[] r2 = numbers(told.get("r2"));
        assertEquals((r2[0] + r2[1]) / 2, importance.r2(), r2[1] - r2[0]);
        double[] errors = importance.factors().stream().mapToDouble(Importance.Weight::error).toArray();
        double[] least = numbers(told.get("least"));
        double[] greatest = numbers(told.get("greatest"));
        for (int i = 0; i < errors.length; i++) {
            assertEquals((least[i] + greatest[i]) / 2, errors[i], greatest[i] - least[i] + 0.01, "column " + i);
        }
        assertEquals(five(numbers(told.get("mean"))), five(errors));
    }

    /// The places of the five greatest, the greatest first.
    private static List<Integer> five(double[] errors) {
        return IntStream.range(0, errors.length).boxed().sorted(Comparator.comparingDouble(i -> -errors[i])).limit(5)
                .toList();
    }
}

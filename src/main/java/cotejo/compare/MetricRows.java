package cotejo.compare;

import cotejo.model.MetricSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// The rows of metrics: the latest values, and as parts the least, the greatest, and those at the best step.
///
/// The best step of a run is the one at which the experiment's primary metric is best; where an experiment has none,
/// each metric's own best step. Steps are those the summaries name: of equal values the first.
final class MetricRows {

    /// The keys of the parts.
    static final String MIN = "min";
    static final String MAX = "max";
    static final String AT_BEST = "atBest";
    static final String BEST_STEP = "bestStep";

    private final Rowing rowing;
    private final Known known;

    MetricRows(Rowing rowing, Known known) {
        this.rowing = rowing;
        this.known = known;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String key : rowing.keys(run -> run.facts().metrics().keySet())) {
            rowing.cancel().check();
            rows.add(row(key));
        }
        return rows;
    }

    private Row row(String key) {
        Direction direction = direction(key);
        List<Value> last = rowing.values(run -> Value.last(run.facts().metrics().get(key)));
        if (rowing.runs().stream().allMatch(run -> single(run.facts().metrics().get(key)))) {
            return row(key, Value.Unit.NONE, last, direction, List.of());
        }
        List<Row> parts = new ArrayList<>();
        parts.add(statistic(MIN, key, MetricSummary::min, direction));
        parts.add(statistic(MAX, key, MetricSummary::max, direction));
        List<Value> steps = rowing.values(run -> bestStep(run, key));
        if (steps.stream().anyMatch(step -> !step.isMissing())) {
            List<Value> atBest = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                atBest.add(at(rowing.runs().get(i), key, steps.get(i)));
            }
            parts.add(row(AT_BEST, Value.Unit.NONE, atBest, direction, List.of()));
            parts.add(row(BEST_STEP, Value.Unit.STEP, steps, Row.NO_DIRECTION, List.of()));
        }
        Row row = row(key, Value.Unit.NONE, last, direction, parts);
        boolean hidden = row.verdict() == Verdict.SAME
                && parts.stream().anyMatch(part -> part.differs() && part.unit() == Value.Unit.NONE);
        return hidden ? new Row(key, row.unit(), last, Verdict.DIFFERENT, row.best(), direction, parts) : row;
    }

    /// Of a metric of one point all statistics are the same.
    private static boolean single(@Nullable MetricSummary summary) {
        return summary == null || summary.count() == 1;
    }

    private Row statistic(String name, String key, ToDoubleFunction<MetricSummary> of, Direction direction) {
        return row(name, Value.Unit.NONE, rowing.values(run -> {
            @Nullable MetricSummary summary = run.facts().metrics().get(key);
            return summary == null ? Value.missing() : Value.of(of.applyAsDouble(summary));
        }), direction, List.of());
    }

    private Row row(String key, Value.Unit unit, List<Value> values, Direction direction, List<Row> parts) {
        return new Row(key, unit, values, Rowing.same(values, rowing.rules().tolerance()), direction.best(values),
                direction, parts);
    }

    /// What one experiment says of the metric holds for the runs of others beside it, unless they disagree.
    private Direction direction(String key) {
        Direction found = Row.NO_DIRECTION;
        for (ComparedRun run : rowing.runs()) {
            Direction says = Direction.of(key, rowing.rules().directions(), run.experimentTags());
            if (says.origin() == Direction.Origin.DECLARED && found.origin() == Direction.Origin.DECLARED
                    && says.better() != found.better()) {
                return Row.NO_DIRECTION;
            }
            found = says.origin().compareTo(found.origin()) < 0 ? says : found;
        }
        return found;
    }

    private Value bestStep(ComparedRun run, String key) {
        String primary = run.experimentTags().getOrDefault(Direction.PRIMARY, key);
        @Nullable MetricSummary summary = run.facts().metrics().get(primary);
        Map<String, Direction.Better> chosen = rowing.rules().directions();
        return summary == null || summary.count() == summary.nonFinite() ? Value.missing()
                : switch (Direction.of(primary, chosen, run.experimentTags()).better()) {
                    case LOWER -> Value.of(summary.minStep());
                    case HIGHER -> Value.of(summary.maxStep());
                    case UNKNOWN -> Value.missing();
                };
    }

    private Value at(ComparedRun run, String key, Value step) {
        @Nullable MetricSummary summary = run.facts().metrics().get(key);
        if (summary == null || !(step instanceof Value.Figure(double wanted))) {
            return Value.missing();
        }
        if (bestStepIsOwn(run, key)) {
            Direction own = Direction.of(key, rowing.rules().directions(), run.experimentTags());
            return Value.of(own.better() == Direction.Better.HIGHER ? summary.max() : summary.min());
        }
        if (single(summary)) {
            return summary.lastStep() == wanted ? Value.of(summary.last()) : Value.missing();
        }
        OptionalDouble read = known.at(run.run().key(), key, wanted);
        return read.isPresent() ? Value.of(read.getAsDouble()) : Value.missing();
    }

    private static boolean bestStepIsOwn(ComparedRun run, String key) {
        return run.experimentTags().getOrDefault(Direction.PRIMARY, key).equals(key);
    }
}

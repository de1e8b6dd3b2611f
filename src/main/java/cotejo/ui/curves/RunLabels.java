package cotejo.ui.curves;

import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names runs by what they differ in: the fewest params that tell them apart, short ones first.
public final class RunLabels {

    private static final int MOST = 3;

    /// Values longer than this, such as paths, tell runs apart for machines only.
    private static final int LONG = 24;

    private final RunFrame frame;
    private final List<CurveRun> runs;
    private final int[] rows;

    /// A param in which they differ, and how long it would be in a label.
    private record Candidate(TextColumn column, double length) {
    }

    private RunLabels(RunFrame frame, List<CurveRun> runs) {
        this.frame = frame;
        this.runs = runs;
        this.rows = runs.stream().mapToInt(run -> frame.row(run.key())).toArray();
    }

    /// The runs, labelled such as `lr=0.01 · batch=64`; by their names where no param differs. Where labels would be
    /// the same, the names stand behind them.
    public static List<CurveRun> of(RunFrame frame, List<CurveRun> runs) {
        return runs.size() < 2 ? runs : new RunLabels(frame, runs).labelled();
    }

    private List<CurveRun> labelled() {
        List<TextColumn> chosen = chosen();
        if (chosen.isEmpty()) {
            return runs;
        }
        List<String> labels = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int row : rows) {
            List<String> parts = new ArrayList<>();
            chosen.forEach(column -> parts.add(column.key() + "="
                    + Objects.requireNonNullElse(value(column, row), "–")));
            String label = String.join(" · ", parts);
            labels.add(label);
            counts.merge(label, 1, Integer::sum);
        }
        List<CurveRun> result = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String label = labels.get(i);
            boolean alone = counts.getOrDefault(label, 0) == 1;
            result.add(runs.get(i).labelled(alone ? label : label + " · " + runs.get(i).name()));
        }
        return result;
    }

    private List<TextColumn> chosen() {
        List<Candidate> candidates = candidates();
        List<TextColumn> chosen = new ArrayList<>();
        int told = 1;
        while (told < rows.length && chosen.size() < MOST) {
            @Nullable Candidate best = null;
            int most = told;
            for (Candidate candidate : candidates) {
                if (!chosen.contains(candidate.column())) {
                    int classes = classes(chosen, candidate.column());
                    if (classes > most) {
                        most = classes;
                        best = candidate;
                    }
                }
            }
            if (best == null) {
                break;
            }
            chosen.add(best.column());
            told = most;
        }
        return chosen;
    }

    private List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        for (String key : frame.paramKeys()) {
            TextColumn column = frame.param(key);
            if (column != null) {
                Set<@Nullable String> values = new HashSet<>();
                double length = 0;
                for (int row : rows) {
                    String value = value(column, row);
                    values.add(value);
                    length += value == null ? 0 : value.length();
                }
                if (values.size() > 1 && length / rows.length <= LONG) {
                    found.add(new Candidate(column, key.length() + length / rows.length));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::length).thenComparing(one -> one.column().key()));
        return found.subList(0, Math.min(60, found.size()));
    }

    private int classes(List<TextColumn> chosen, TextColumn more) {
        Set<List<Integer>> classes = new HashSet<>();
        for (int row : rows) {
            List<Integer> codes = new ArrayList<>();
            chosen.forEach(column -> codes.add(row < 0 ? -1 : column.code(row)));
            codes.add(row < 0 ? -1 : more.code(row));
            classes.add(codes);
        }
        return classes.size();
    }

    private static @Nullable String value(TextColumn column, int row) {
        return row < 0 ? null : column.value(row);
    }
}

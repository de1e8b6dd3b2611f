package cotejo.chart;

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

/// Names for runs that are shown together: by the params in which they differ.
public final class RunNames {

    private static final int MOST_PARAMS = 3;

    /// Values longer than this on average, such as paths, tell runs apart for machines only.
    private static final int LONG = 24;
    private static final int MOST_CANDIDATES = 60;

    private final RunFrame frame;
    private final int[] rows;

    private RunNames(RunFrame frame, int[] rows) {
        this.frame = frame;
        this.rows = rows;
    }

    /// A param in which they differ, and how much room it would take.
    ///
    /// @param technical whether it is a place, or marked by its name as nothing for people
    private record Candidate(TextColumn column, double length, boolean technical) {
    }

    /// A name for every row, such as `lr=0.01 · batch=64`: by the fewest params that tell the runs apart, at most
    /// three, short ones first, and those that are places or begin with `_` only where no others tell them apart. The
    /// run's own name where no param differs, and behind the params where they are not enough.
    public static List<String> of(RunFrame frame, int[] rows) {
        return new RunNames(frame, rows).names();
    }

    private List<String> names() {
        List<TextColumn> chosen = rows.length < 2 ? List.of() : chosen();
        List<String> labels = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int row : rows) {
            boolean none = chosen.stream().allMatch(column -> column.value(row) == null);
            String label = none ? "" : String.join(" · ", chosen.stream()
                    .map(column -> column.key() + "=" + Objects.requireNonNullElse(column.value(row), "–")).toList());
            labels.add(label);
            counts.merge(label, 1, Integer::sum);
        }
        for (int i = 0; i < rows.length; i++) {
            String label = labels.get(i);
            String own = frame.run(rows[i]).name();
            if (label.isEmpty() || counts.getOrDefault(label, 0) > 1) {
                labels.set(i, label.isEmpty() ? own : label + " · " + own);
            }
        }
        return labels;
    }

    private List<TextColumn> chosen() {
        List<Candidate> candidates = candidates();
        List<TextColumn> chosen = new ArrayList<>();
        List<Integer> classes = new ArrayList<>(java.util.Collections.nCopies(rows.length, 0));
        int told = 1;
        boolean technical = false;
        while (told < rows.length && chosen.size() < MOST_PARAMS) {
            @Nullable TextColumn best = null;
            int most = told;
            for (Candidate candidate : candidates) {
                if (candidate.technical() != technical) {
                    continue;
                }
                int apart = new HashSet<>(split(classes, candidate.column())).size();
                if (apart > most) {
                    most = apart;
                    best = candidate.column();
                }
            }
            if (best == null && technical) {
                break;
            }
            if (best == null) {
                technical = true;
                continue;
            }
            chosen.add(best);
            classes = split(classes, best);
            told = most;
        }
        return chosen;
    }

    /// The number of the class of every row, when each class is parted by the values of one more column.
    private List<Integer> split(List<Integer> classes, TextColumn column) {
        Map<Long, Integer> numbers = new HashMap<>();
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            long both = (long) classes.get(i) << 32 | column.code(rows[i]) & 0xffffffffL;
            Integer number = numbers.computeIfAbsent(both, any -> numbers.size());
            result.add(number);
        }
        return result;
    }

    private List<Candidate> candidates() {
        List<Candidate> found = new ArrayList<>();
        for (String key : frame.paramKeys()) {
            TextColumn column = frame.param(key);
            if (column != null) {
                Set<Integer> codes = new HashSet<>();
                double length = 0;
                int places = 0;
                for (int row : rows) {
                    codes.add(column.code(row));
                    String value = Objects.requireNonNullElse(column.value(row), "");
                    length += value.length();
                    places += value.startsWith("/") || value.contains(":\\") || value.contains("://") ? 1 : 0;
                }
                if (codes.size() > 1 && length / rows.length <= LONG) {
                    found.add(new Candidate(column, key.length() + length / rows.length,
                            key.startsWith("_") || 2 * places > rows.length));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Candidate::length).thenComparing(one -> one.column().key()));
        return found.subList(0, Math.min(MOST_CANDIDATES, found.size()));
    }
}

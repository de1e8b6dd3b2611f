package cotejo.compare;

import java.util.List;
import java.util.Locale;

/// The rows of one kind.
public record Section(Kind kind, List<Row> rows) {

    /// The kinds, in the order they are shown in.
    public enum Kind {
        PARAMS,
        METRICS,
        TAGS,
        RUN,
        TIMES,
        SOURCE,
        ENVIRONMENT,
        DATASETS,
        ARTIFACTS;

        /// The name programs know it by.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Section {
        rows = List.copyOf(rows);
    }

    /// How many rows differ.
    public long differing() {
        return rows.stream().filter(Row::differs).count();
    }
}

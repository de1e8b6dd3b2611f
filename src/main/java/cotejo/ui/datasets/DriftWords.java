package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.profile.Drift;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How datasets differ, in words.
final class DriftWords {

    /// The usual bounds of the population stability index: below the first nothing to speak of, from the second on
    /// much.
    private static final double SOME = 0.1;
    private static final double MUCH = 0.25;
    private static final int NAMES = 12;

    /// How far a column has moved.
    enum Grade {
        /// Neither values nor nulls tell.
        UNKNOWN,
        LITTLE,
        SOME,
        MUCH
    }

    private DriftWords() {
    }

    /// By the greatest of the measures.
    static Grade grade(Drift.ColumnDrift drift) {
        double weight = drift.weight();
        if (Double.isNaN(drift.psi()) && Double.isNaN(drift.ks()) && weight < SOME) {
            return Grade.UNKNOWN;
        }
        return weight >= MUCH ? Grade.MUCH : weight >= SOME ? Grade.SOME : Grade.LITTLE;
    }

    /// How many columns moved how far, in a line.
    static String summary(List<Drift.ColumnDrift> all) {
        Map<Grade, Long> counts = all.stream().collect(Collectors.groupingBy(DriftWords::grade, Collectors.counting()));
        long unknown = counts.getOrDefault(Grade.UNKNOWN, 0L);
        String words = Texts.get("datasets.drift.grades", all.size() - unknown,
                counts.getOrDefault(Grade.MUCH, 0L), counts.getOrDefault(Grade.SOME, 0L));
        return unknown == 0 ? words : words + Texts.get("datasets.drift.grades.unknown", unknown);
    }

    static String word(Grade grade) {
        // texts: datasets.drift.grade.*
        return Texts.get("datasets.drift.grade." + grade.name());
    }

    /// Three digits behind the point, or a dash where the measure has no meaning.
    static String measure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Texts.locale(), "%.3f", value);
    }

    /// A share of nulls before and after.
    static String nulls(Drift.ColumnDrift drift) {
        String before = share(drift.nullsBefore());
        String after = share(drift.nullsAfter());
        return before.equals(after) ? after : before + " → " + after;
    }

    static String share(double share) {
        return share == 0 ? "0 %" : ColumnFacts.percent(Math.round(share * 1e9), 1_000_000_000L);
    }

    /// The kinds of differences there are between the schemas, a sentence each; one that says so when there are none.
    static List<String> schema(Dataset before, Dataset after, Drift.SchemaDiff schema) {
        List<String> parts = new ArrayList<>();
        add(parts, "datasets.drift.added", schema.added());
        add(parts, "datasets.drift.removed", schema.removed());
        add(parts, "datasets.drift.retyped", schema.retyped().stream().map(name -> name + " ("
                + type(before, name) + " → " + type(after, name) + ")").toList());
        add(parts, "datasets.drift.reordered", schema.reordered());
        return parts.isEmpty() ? List.of(Texts.get("datasets.drift.same")) : parts;
    }

    private static void add(List<String> parts, String key, List<String> names) {
        if (!names.isEmpty()) {
            String some = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
            parts.add(Texts.get(key, names.size(), names.size() <= NAMES ? some
                    : Texts.get("datasets.drift.names", some, Figures.count(names.size() - NAMES))));
        }
    }

    static String type(Dataset dataset, String name) {
        return dataset.columns().stream().filter(field -> field.name().equals(name)).map(Field::type).findFirst()
                .map(type -> type.label()).orElse("–");
    }
}

package cotejo.compare;

import cotejo.work.Cancel;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Runs beside each other, key by key.
///
/// @param runs     at least one
/// @param baseline the place of the run the others are measured against, or -1 for none
/// @param sections the sections that have rows, in the order of [Section.Kind]
public record Comparison(List<ComparedRun> runs, int baseline, List<Section> sections) {

    public Comparison {
        runs = List.copyOf(runs);
        sections = List.copyOf(sections);
    }

    /// Compares runs.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop
    public static Comparison of(List<ComparedRun> runs, int baseline, Rules rules, Known known, Cancel cancel) {
        Rowing rowing = new Rowing(runs, rules, cancel);
        List<Section> sections = List.of(
                new Section(Section.Kind.PARAMS, rowing.texts(run -> run.facts().params(), Rowing.Reading.NESTED)),
                new Section(Section.Kind.METRICS, new MetricRows(rowing, known).rows()),
                new Section(Section.Kind.TAGS, rowing.texts(run -> run.facts().tags(), Rowing.Reading.NESTED)),
                new Section(Section.Kind.RUN, Attributes.run(rowing)),
                new Section(Section.Kind.TIMES, Attributes.times(rowing)),
                new Section(Section.Kind.SOURCE, Attributes.source(rowing)),
                new Section(Section.Kind.ENVIRONMENT, rowing.texts(ComparedRun::packages, Rowing.Reading.LITERAL)),
                new Section(Section.Kind.DATASETS, new DatasetRows(rowing).rows()),
                new Section(Section.Kind.ARTIFACTS, new FileRows(rowing, known).rows()));
        return new Comparison(runs, baseline, sections.stream().filter(section -> !section.rows().isEmpty()).toList());
    }

    /// The same with only the rows that differ or may differ, since contents were not read, and of those only the parts
    /// that do.
    public Comparison differences() {
        List<Section> left = sections.stream()
                .map(section -> new Section(section.kind(), section.rows().stream()
                        .filter(row -> row.verdict() != Verdict.SAME).map(Comparison::differing).toList()))
                .filter(section -> !section.rows().isEmpty()).toList();
        return new Comparison(runs, baseline, left);
    }

    /// The same without the rows of which it will be known in a moment whether they differ.
    public Comparison decided() {
        return new Comparison(runs, baseline, sections.stream()
                .map(section -> new Section(section.kind(), section.rows().stream()
                        .filter(row -> row.verdict() != Verdict.OPEN).toList()))
                .filter(section -> !section.rows().isEmpty()).toList());
    }

    /// The same without the tags that only say again what other sections tell: run name, user, parent, source, commit.
    public Comparison withoutEchoes() {
        return new Comparison(runs, baseline, sections.stream()
                .map(section -> section.kind() != Section.Kind.TAGS ? section : new Section(section.kind(),
                        section.rows().stream().filter(row -> !Attributes.echoes(row.key())).toList()))
                .filter(section -> !section.rows().isEmpty()).toList());
    }

    private static Row differing(Row row) {
        List<Row> parts = row.parts().stream().filter(Row::differs).toList();
        return parts.size() == row.parts().size() ? row : new Row(row.key(), row.unit(), row.values(), row.verdict(),
                row.best(), row.direction(), parts);
    }

    /// The metrics in the order in which a person is likely to ask about them: the primary one first, then those that
    /// differ, those whose direction is known, those of validation.
    public List<String> tellingMetrics() {
        return rows(Section.Kind.METRICS).stream()
                .sorted(Comparator.comparing((Row row) -> row.direction().origin() != Direction.Origin.DECLARED)
                        .thenComparing(row -> !row.differs())
                        .thenComparing(row -> row.direction().better() == Direction.Better.UNKNOWN)
                        .thenComparing(row -> !row.key().toLowerCase(Locale.ROOT).contains("val")))
                .map(Row::key).toList();
    }

    /// The rows of a kind, none when there is no such section.
    public List<Row> rows(Section.Kind kind) {
        return sections.stream().filter(section -> section.kind() == kind).findAny().map(Section::rows)
                .orElse(List.of());
    }
}

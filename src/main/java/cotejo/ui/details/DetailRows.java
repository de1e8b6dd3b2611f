package cotejo.ui.details;

import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.Lifecycle;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.store.RunEdit;
import cotejo.text.Moments;
import cotejo.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From a run to the rows of its details. Free of the toolkit.
final class DetailRows {

    private static final int CHILDREN = 200;

    private final RunFrame frame;
    private final int row;
    private final RunFacts facts;
    private final String asked;
    private final String search;
    private final Set<Section> closed;
    private final List<DetailRow> artifacts;
    private final List<DetailRow> rows = new ArrayList<>();

    /// @param search    only names and values with this in them, in any case; all when blank
    /// @param artifacts the rows of the artifacts, read before
    DetailRows(RunFrame frame, int row, String search, Set<Section> closed, List<DetailRow> artifacts) {
        this.frame = frame;
        this.row = row;
        this.facts = frame.facts(row);
        this.asked = search.strip();
        this.search = search.strip().toLowerCase(Locale.ROOT);
        this.closed = closed;
        this.artifacts = artifacts;
    }

    List<DetailRow> build() {
        section(Section.OVERVIEW, overview());
        String note = facts.tags().getOrDefault(RunEdit.NOTE_TAG, "");
        section(Section.NOTE, note.isBlank() ? List.of() : List.of(new DetailRow.Note(note)));
        List<DetailRow> metrics = new ArrayList<>();
        long runKey = frame.run(row).key();
        facts.metrics().forEach((key, summary) -> metrics.add(new DetailRow.Metric(runKey, key, summary)));
        section(Section.METRICS, metrics);
        section(Section.PARAMS, pairs(facts.params()));
        section(Section.TAGS, pairs(facts.tags()));
        List<DetailRow> datasets = new ArrayList<>();
        for (DatasetUse use : facts.datasets()) {
            datasets.add(new DetailRow.Dataset(use));
        }
        section(Section.DATASETS, datasets);
        section(Section.ARTIFACTS, artifacts);
        if (rows.isEmpty() && !search.isEmpty()) {
            rows.add(new DetailRow.Hint(Texts.get("details.search.none", asked)));
        }
        return rows;
    }

    private void section(Section section, List<DetailRow> all) {
        List<DetailRow> matching = search.isEmpty() ? all
                : section == Section.ARTIFACTS ? found(all) : all.stream().filter(this::matches).toList();
        if (matching.isEmpty()) {
            return;
        }
        // Among artifacts a pair only says where they were found.
        long counted = matching.stream().filter(r -> section == Section.ARTIFACTS
                ? r instanceof DetailRow.Artifact && (search.isEmpty() || matches(r))
                : !(r instanceof DetailRow.Hint)).count();
        boolean open = !closed.contains(section) || !search.isEmpty();
        rows.add(new DetailRow.Head(section, section == Section.OVERVIEW || section == Section.NOTE ? 0
                : (int) counted, open));
        if (open) {
            rows.addAll(matching);
        }
    }

    /// What matches among artifacts, and the folders in which it lies.
    private List<DetailRow> found(List<DetailRow> all) {
        List<DetailRow> found = new ArrayList<>();
        int inside = 0;
        for (DetailRow row : all.reversed()) {
            if (matches(row) || row instanceof DetailRow.Artifact folder && folder.depth() < inside) {
                found.add(row);
                inside = row instanceof DetailRow.Artifact artifact ? artifact.depth() : 0;
            }
        }
        return found.reversed();
    }

    private boolean matches(DetailRow candidate) {
        return switch (candidate) {
            case DetailRow.Pair pair -> has(pair.name()) || has(pair.exact()) || has(pair.value());
            case DetailRow.Metric metric -> has(metric.key());
            case DetailRow.Dataset dataset -> has(dataset.use().dataset().name());
            case DetailRow.Artifact artifact -> has(artifact.entry().name())
                    || search.indexOf('/') >= 0 && has(artifact.entry().path());
            case DetailRow.Note note -> has(note.markdown());
            case DetailRow.RunLink link -> has(link.runName());
            case DetailRow.Hint hint -> hint.when() == DetailRow.Hint.When.ALWAYS;
            case DetailRow.Head _ -> false;
        };
    }

    private boolean has(String text) {
        return text.toLowerCase(Locale.ROOT).contains(search);
    }

    private static List<DetailRow> pairs(Map<String, String> texts) {
        List<DetailRow> pairs = new ArrayList<>();
        texts.forEach((key, value) -> {
            if (!key.equals(RunEdit.NOTE_TAG)) {
                pairs.add(new DetailRow.Pair(key, value, value));
            }
        });
        return pairs;
    }

    private List<DetailRow> overview() {
        Run run = frame.run(row);
        ZoneId zone = ZoneId.systemDefault();
        List<DetailRow> pairs = new ArrayList<>();
        // texts: details.status.*
        add(pairs, "details.status", Texts.get("details.status." + run.status().name().toLowerCase(Locale.ROOT)));
        if (run.lifecycle() == Lifecycle.DELETED) {
            add(pairs, "details.lifecycle", Texts.get("details.inTrash"));
        }
        if (run.start() > 0) {
            pairs.add(new DetailRow.Pair(Texts.get("details.start"),
                    Moments.ago(run.start(), System.currentTimeMillis(), zone), Moments.exact(run.start(), zone)));
        }
        if (run.duration() >= 0) {
            pairs.add(new DetailRow.Pair(Texts.get("details.duration"), Moments.duration(run.duration()),
                    Moments.exact(run.end(), zone)));
        }
        add(pairs, "details.user", run.user());
        @Nullable Experiment experiment = frame.experiment(row);
        add(pairs, "details.experiment", experiment == null ? "" : experiment.name());
        add(pairs, "details.source", facts.tags().getOrDefault("mlflow.source.name", ""));
        add(pairs, "details.commit", facts.tags().getOrDefault("mlflow.source.git.commit", ""));
        add(pairs, "details.branch", facts.tags().getOrDefault("mlflow.source.git.branch", ""));
        add(pairs, "details.runId", run.id());
        links(pairs, run);
        return pairs;
    }

    private static void add(List<DetailRow> pairs, String key, String value) {
        if (!value.isBlank()) {
            pairs.add(new DetailRow.Pair(Texts.get(key), value, value));
        }
    }

    private void links(List<DetailRow> pairs, Run run) {
        int more = 0;
        for (int other = 0; other < frame.size(); other++) {
            Run candidate = frame.run(other);
            if (candidate.sourceKey() != run.sourceKey()) {
                continue;
            }
            if (candidate.id().equals(run.parentId())) {
                pairs.add(new DetailRow.RunLink(Texts.get("details.parent"), candidate.name(), candidate.key()));
            } else if (run.id().equals(candidate.parentId()) && more++ < CHILDREN) {
                pairs.add(new DetailRow.RunLink(Texts.get("details.child"), candidate.name(), candidate.key()));
            }
        }
        if (more > CHILDREN) {
            pairs.add(new DetailRow.Hint(Texts.get("details.moreChildren", more - CHILDREN)));
        }
    }
}

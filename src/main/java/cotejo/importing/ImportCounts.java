package cotejo.importing;

import cotejo.model.Lifecycle;
import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The counts of an import while it runs.
final class ImportCounts {

    /// After this many problems the rest is only counted: a store of a million broken files must not fill the memory.
    private static final int PROBLEMS = 1000;

    private final long startedNanos = System.nanoTime();
    private final Set<Object> metricKeys = new HashSet<>();
    private final Set<Object> datasets = new HashSet<>();
    private final Set<String> experimentIds = new HashSet<>();
    private final Set<String> runIds = new HashSet<>();
    private final Set<String> unchangedRuns = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private long moreProblems;
    private int experiments;
    private int experimentsDeleted;
    private int runs;
    private int runsDeleted;
    private int nestedRuns;
    private long params;
    private long metricPoints;
    private long tags;
    private long artifacts;
    private int loggedModels;
    private int registeredModels;
    private int modelVersions;
    private int added;
    private int updated;
    private int unchanged;

    /// What became of a run.
    enum Fate {
        ADDED,
        UPDATED,
        UNCHANGED
    }

    /// A source that changes while it is read may tell an experiment or a run twice; it counts once.
    void experiment(ImportedExperiment experiment) {
        if (!experimentIds.add(experiment.id())) {
            return;
        }
        experiments++;
        if (experiment.lifecycle() == Lifecycle.DELETED) {
            experimentsDeleted++;
        }
    }

    /// Whether nothing of a store has come in.
    boolean nothing() {
        return experiments == 0 && experimentsDeleted == 0 && runs == 0 && registeredModels == 0;
    }

    /// Counts a run by its attributes; false when it was counted before, and its [#facts] and [#fate] with it.
    boolean run(String id, Lifecycle lifecycle, String parentId, int artifactFiles) {
        if (!runIds.add(id)) {
            return false;
        }
        runs++;
        if (lifecycle == Lifecycle.DELETED) {
            runsDeleted++;
        }
        if (!parentId.isEmpty()) {
            nestedRuns++;
        }
        artifacts += artifactFiles;
        return true;
    }

    void fate(Fate fate) {
        switch (fate) {
            case ADDED -> added++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    void facts(int ofParams, int ofTags, long points, Set<?> keys, Set<?> ofDatasets) {
        params += ofParams;
        tags += ofTags;
        metricPoints += points;
        metricKeys.addAll(keys);
        datasets.addAll(ofDatasets);
    }

    void loggedModel(LoggedModel model) {
        if (model.lifecycle() == Lifecycle.ACTIVE) {
            loggedModels++;
        }
    }

    void registeredModel(RegisteredModel model) {
        registeredModels++;
        modelVersions += model.versions().size();
    }

    void problem(Problem problem) {
        if (problems.size() < PROBLEMS) {
            problems.add(problem);
        } else {
            moreProblems++;
        }
    }

    /// Counts a run that is as it was, by its id.
    void unchanged(String runId) {
        unchangedRuns.add(runId);
        fate(Fate.UNCHANGED);
    }

    Set<String> unchangedRuns() {
        return unchangedRuns;
    }

    /// The problems told so far, without those that were only counted.
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    int runsSoFar() {
        return runs;
    }

    ImportReport report(String path, RunImporter importer, Ending ending) {
        List<Problem> told = new ArrayList<>(problems);
        if (moreProblems > 0) {
            told.add(Problem.of(path, cotejo.text.Texts.get("importing.moreProblems", moreProblems)));
        }
        return new ImportReport(path, importer.id(), importer.label(), experiments, experimentsDeleted, runs,
                runsDeleted, nestedRuns, params, metricKeys.size(), metricPoints, tags, artifacts, datasets.size(),
                loggedModels, registeredModels, modelVersions, added, updated, unchanged,
                (System.nanoTime() - startedNanos) / 1e9, List.copyOf(told), ending == Ending.CANCELLED);
    }

    /// How an import ended.
    enum Ending {
        WHOLE,
        CANCELLED
    }
}

package cotejo.importing;

import cotejo.model.LoggedModel;
import cotejo.model.Problem;
import cotejo.model.RegisteredModel;
import org.jspecify.annotations.Nullable;

/// Where an importer puts what it reads. Used by one thread.
///
/// A run is told either by [#unchanged] (nothing in its files changed since the last import), by [#replace] or by
/// [#extend]. Experiments come before their runs.
public interface RunSink {

    /// How many runs there will be, as soon as it is known; for the progress shown.
    void expectRuns(long runs);

    void experiment(ImportedExperiment experiment);

    /// What the importer asked to be remembered when it wrote this run in an earlier import of the same source, or null
    /// when the run is new. Bytes of the importer's own making, such as file sizes and times.
    byte @Nullable [] remembered(String runId);

    /// The run is as it was; counts it and moves on.
    ///
    /// @param remember what is to be remembered of it in place of what was, or null where that stays
    void unchanged(String runId, byte @Nullable [] remember);

    /// Writes a run anew: what was stored of it before, points included, is replaced.
    RunWriter replace(ImportedRun run);

    /// Writes a run whose stored points stay, with new points added after them. Only for a run that is [#remembered].
    RunWriter extend(ImportedRun run);

    void loggedModel(LoggedModel model);

    void registeredModel(RegisteredModel model);

    /// Something could not be used; told to the person once, and the rest goes on.
    void problem(Problem problem);
}

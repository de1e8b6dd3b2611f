package cotejo.store;

import cotejo.model.Lifecycle;
import cotejo.model.Run;

/// A run that is there, as far as an import counts it.
///
/// @param parentId  of a nested run; else empty
/// @param artifacts how many artifact files were counted when the run was written
/// @param tally     what it holds
public record StoredRun(String name, Lifecycle lifecycle, String parentId, int artifacts, RunTally tally) {

    static StoredRun of(Run run, int artifacts, RunTally tally) {
        String parent = run.parentId();
        return new StoredRun(run.name(), run.lifecycle(), parent == null ? "" : parent, artifacts, tally);
    }
}

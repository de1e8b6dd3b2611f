package cotejo.importing;

import cotejo.model.Problem;
import java.util.List;

/// What the import of one source found and did. Counts are of what the source holds, trashed runs included; the three
/// `runs…` at the end are what changed in the workspace.
///
/// @param path            the path it was read from
/// @param format          the importer's id
/// @param label           the importer's name for people
/// @param metricPoints    points over all runs, exact duplicates counted once
/// @param metricKeys      distinct metric names
/// @param datasets        distinct (name, digest)
/// @param seconds         how long it took
/// @param problems        what could not be used
/// @param cancelled       whether it was ended early
public record ImportReport(String path, String format, String label, int experiments, int experimentsDeleted, int runs,
        int runsDeleted, int nestedRuns, long params, int metricKeys, long metricPoints, long tags, long artifacts,
        int datasets, int loggedModels, int registeredModels, int modelVersions, int runsAdded, int runsUpdated,
        int runsUnchanged, double seconds, List<Problem> problems, boolean cancelled) {
}

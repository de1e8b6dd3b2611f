package cotejo.store;

import cotejo.model.VersionCard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the workspace itself says of a version: all of it, or what is laid over what a source says.
///
/// @param stage null: as the source says
/// @param tags  JSON; what is laid over others may hold nulls
/// @param read  the same as a map
record VersionRow(int version, boolean own, @Nullable String stage, @Nullable String description, String tags,
        Map<String, String> read, long created, long updated, long deleted, boolean purged, String user,
        String source, String runOrigin,
        String runId, String modelId, String digest, long bytes) {

    static final String COLUMNS = """
            v.model_key, v.version, v.own, v.stage, v.description, v.tags, v.created, v.updated, v.deleted, v.purged,
            v.user_id, v.source, v.run_origin, v.run_id, v.model_id, v.digest, v.bytes""";

    static VersionRow of(ResultSet row, CardReader.Texts texts) throws SQLException {
        return new VersionRow(row.getInt(2), row.getBoolean(3), row.getString(4), row.getString(5), row.getString(6),
                texts.of(row.getString(6)), row.getLong(7), row.getLong(8), row.getLong(9), row.getBoolean(10),
                row.getString(11), row.getString(12), row.getString(13), row.getString(14), row.getString(15),
                row.getString(16),
                row.getLong(17));
    }

    /// Lays itself over the versions of the source.
    void over(TreeMap<Integer, VersionCard> versions, List<Integer> hidden) {
        @Nullable VersionCard under = versions.get(version);
        if (purged) {
            versions.remove(version);
        } else if (own) {
            if (under != null) {
                hidden.add(version);
            }
            versions.put(version, new VersionCard(version, true, deleted, stage == null ? "None" : stage, "", created,
                    updated, user, source, "", runOrigin, runId, "", modelId, description == null ? "" : description,
                    "READY", read, digest, bytes));
        } else if (under != null) {
            versions.put(version, new VersionCard(version, false, deleted, stage == null ? under.stage() : stage,
                    under.sourceStage(), under.created(), Math.max(updated, under.updated()), under.user(),
                    under.source(), under.storageLocation(), under.runOrigin(), under.runId(), under.runLink(),
                    under.modelId(), description == null ? under.description() : description, under.status(),
                    Json.laidOver(under.tags(), tags), digest, bytes));
        }
    }
}

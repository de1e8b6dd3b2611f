package cotejo.importing.format;

import cotejo.importing.ImportedRun;
import cotejo.model.DatasetUse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is remembered of an imported run to tell next time whether it changed, and whether it only grew.
///
/// @param facts    a digest of everything but the points
/// @param points   how many rows of points there were
/// @param lastRow  the row number of the last of them
/// @param lastHash what that row held, in short
/// @param state    the [SqliteFile#state] in which the run was like this; in the same state it need not be looked at
record MlflowRunMark(byte[] facts, long points, long lastRow, long lastHash, long state) {

    private static final byte VERSION = 1;
    private static final int DIGEST = 16;
    private static final int LENGTH = 1 + DIGEST + 4 * Long.BYTES;

    /// For a run without points so far.
    static MlflowRunMark ofFacts(ImportedRun run, long state) {
        return new MlflowRunMark(digest(run), 0, 0, 0, state);
    }

    MlflowRunMark withPoints(long count, long row, long hash) {
        return new MlflowRunMark(facts, count, row, hash, state);
    }

    /// The mark as it was written, or null when it is of another version or none.
    static @Nullable MlflowRunMark decode(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length != LENGTH || bytes[0] != VERSION) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, LENGTH - 1);
        byte[] facts = new byte[DIGEST];
        buffer.get(facts);
        return new MlflowRunMark(facts, buffer.getLong(), buffer.getLong(), buffer.getLong(),
                buffer.getLong());
    }

    byte[] encode() {
        return ByteBuffer.allocate(LENGTH).put(VERSION).put(facts).putLong(points).putLong(lastRow).putLong(lastHash)
                .putLong(state).array();
    }

    /// True when the file is as it was when this was noted.
    boolean notedIn(long now) {
        return state != 0 && state == now;
    }

    boolean sameFacts(MlflowRunMark other) {
        return Arrays.equals(facts, other.facts);
    }

    /// What a row of points held, in short.
    static long hash(String key, long step, long time, double value) {
        return ((key.hashCode() * 31L + step) * 31 + time) * 31 + Double.doubleToRawLongBits(value);
    }

    private static byte[] digest(ImportedRun run) {
        StringBuilder text = new StringBuilder(2048);
        for (Object part : new Object[] {run.id(), run.experimentId(), run.name(), run.status(), run.lifecycle(),
                run.start(), run.end(), run.user(), run.artifactUri(), run.parentId()}) {
            add(text, part.toString());
        }
        add(text, run.params());
        add(text, run.tags());
        for (DatasetUse use : run.datasets()) {
            add(text, use.dataset().name());
            add(text, use.dataset().digest());
            add(text, use.context());
        }
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(all, DIGEST);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    private static void add(StringBuilder text, Map<String, String> pairs) {
        text.append(pairs.size()).append(';');
        pairs.forEach((key, value) -> {
            add(text, key);
            add(text, value);
        });
    }

    /// With its length before it, so that two texts cannot be mistaken for two others.
    private static void add(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}

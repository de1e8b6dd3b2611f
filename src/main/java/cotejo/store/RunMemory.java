package cotejo.store;

import cotejo.model.Lifecycle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A row of the table `memory`: what an importer asked to be remembered of a run, and behind a mark the run as an
/// import counts it, so that of an unchanged run nothing else is read. Rows written before that are the importer's
/// bytes alone.
///
/// @param run null in such a row
record RunMemory(@Nullable StoredRun run, byte[] importers) {

    /// No importer's bytes begin like this: theirs begin with a small version number.
    private static final byte[] MARK = {(byte) 0xC0, 't', 'a', 'l', 'l', 'y', (byte) 0xF5, 1};

    static byte[] encode(StoredRun run, byte[] importers) {
        RunTally tally = run.tally();
        Bytes out = new Bytes(192 + importers.length + 4 * tally.metricKeys().size());
        out.putAll(MARK, 0, MARK.length);
        out.putText(run.name());
        out.putText(run.lifecycle().name());
        out.putText(run.parentId());
        out.putVar(run.artifacts());
        out.putVar(tally.params());
        out.putVar(tally.tags());
        out.putVar(tally.points());
        out.putVar(tally.metricKeys().size());
        tally.metricKeys().forEach(out::putVar);
        out.putVar(tally.datasets().size());
        tally.datasets().forEach(out::putVar);
        out.putAll(importers, 0, importers.length);
        return out.toArray();
    }

    /// Reads what [#encode] wrote. Of a row that is damaged nothing is left, so that its run is read anew.
    static RunMemory decode(byte[] row) {
        if (row.length < MARK.length || !Arrays.equals(row, 0, MARK.length, MARK, 0, MARK.length)) {
            return new RunMemory(null, row);
        }
        try {
            return counted(row);
        } catch (IndexOutOfBoundsException damaged) {
            return new RunMemory(null, new byte[0]);
        }
    }

    private static RunMemory counted(byte[] row) {
        Bytes.Reader in = new Bytes.Reader(row, MARK.length, row.length - MARK.length);
        String name = in.getText();
        Lifecycle lifecycle = Lifecycle.parse(in.getText());
        String parent = in.getText();
        int artifacts = in.getCount();
        int params = in.getCount();
        int tags = in.getCount();
        long points = in.getVar();
        Set<Integer> metrics = new HashSet<>();
        for (int left = in.getCount(); left > 0; left--) {
            metrics.add(in.getCount());
        }
        Set<Long> datasets = new HashSet<>();
        for (int left = in.getCount(); left > 0; left--) {
            datasets.add(in.getVar());
        }
        return new RunMemory(new StoredRun(name, lifecycle, parent, artifacts,
                new RunTally(params, tags, points, metrics, datasets)),
                Arrays.copyOfRange(row, in.position(), row.length));
    }
}

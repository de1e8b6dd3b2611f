package cotejo.store;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A row of the table `memory`: what an importer asked to be remembered of a run, and behind a mark what the run
/// holds, counted, so that an unchanged run is counted without its facts. Rows written before there were counts are
/// the importer's bytes alone.
///
/// @param tally null when it was not counted
record RunMemory(@Nullable RunTally tally, byte[] importers) {

    /// No importer's bytes begin like this: theirs begin with a small version number.
    private static final byte[] MARK = {(byte) 0xC0, 't', 'a', 'l', 'l', 'y', (byte) 0xF5, 1};

    static byte[] encode(RunTally tally, byte[] importers) {
        Bytes out = new Bytes(64 + importers.length + 4 * tally.metricKeys().size());
        out.putAll(MARK, 0, MARK.length);
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
        Bytes.Reader in = new Bytes.Reader(row);
        in.skip(MARK.length);
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
        return new RunMemory(new RunTally(params, tags, points, metrics, datasets),
                Arrays.copyOfRange(row, in.position(), row.length));
    }
}

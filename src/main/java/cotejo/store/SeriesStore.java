package cotejo.store;

import cotejo.model.MetricSeries;
import cotejo.text.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;

/// Reads the points of metrics.
public final class SeriesStore {

    private final Database database;

    public SeriesStore(Database database) {
        this.database = database;
    }

    /// Unpacks made-up points until Java has compiled how, so that the first real curve need not wait for that. Takes
    /// a quarter of a second of one core: for a moment when nothing else is to do.
    public static void warmUp() {
        int count = 1 << 16;
        long[] steps = new long[count];
        double[] values = new double[count];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < count; i++) {
            steps[i] = i;
            values[i] = random.nextDouble();
        }
        Bytes out = new Bytes(count * 9);
        SegmentCodec.encode(out, steps, steps, values, count, true);
        byte[] packed = out.toArray();
        for (int round = 0; round < 12; round++) {
            Points points = new Points(count);
            SegmentCodec.decode(packed, 0, packed.length, points);
            points.toSeries();
        }
    }

    /// All points of one metric of one run, in stored order; empty when there are none.
    ///
    /// @throws StoreException when the stored points are damaged
    public MetricSeries read(long runKey, String metric) {
        int key = database.keys().find(metric);
        if (key < 0) {
            return MetricSeries.empty();
        }
        return database.read(connection -> {
            for (int attempt = 0;; attempt++) {
                try {
                    return read(connection, runKey, key);
                } catch (IndexOutOfBoundsException damaged) {
                    // A run that grows between two statements moves its last part: look again before complaining.
                    if (attempt == 3) {
                        throw new StoreException(StoreException.Kind.UNUSABLE,
                                Texts.get("store.points.damaged", metric, Long.toString(runKey)), damaged);
                    }
                }
            }
        });
    }

    private static MetricSeries read(Connection connection, long runKey, int key) throws SQLException {
        byte[] data = Slots.one(connection, "facts", runKey);
        SeriesHeader header = data.length == 0 ? null : PackedFacts.read(data).metrics.get(key);
        if (header == null) {
            return MetricSeries.empty();
        }
        Points points = new Points((int) Math.min(header.summary().count(), 1 << 28));
        try (PreparedStatement select = connection.prepareStatement("select data from points where slot = ?")) {
            for (int part : header.parts()) {
                select.setLong(1, Slots.ofPoints(runKey, part));
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new IndexOutOfBoundsException("part " + part + " is missing");
                    }
                    PointParts.read(row.getBytes(1), (metric, bytes, from, length) -> {
                        if (metric == key) {
                            append(points, bytes, from, length);
                        }
                    });
                }
            }
        }
        if (points.size() != header.summary().count()) {
            throw new IndexOutOfBoundsException("points are missing");
        }
        return points.toSeries();
    }

    private static void append(Points points, byte[] bytes, int from, int length) {
        boolean whole = bytes[from] == 1;
        if (points.size() == 0 || points.whole() == whole) {
            SegmentCodec.decode(bytes, from, length, points);
        } else {
            Points other = new Points(256);
            SegmentCodec.decode(bytes, from, length, other);
            points.append(other);
        }
    }

    static byte[] part(Connection connection, long slot) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select data from points where slot = ?")) {
            select.setLong(1, slot);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException(StoreException.Kind.UNUSABLE, "points are missing at " + slot);
                }
                return row.getBytes(1);
            }
        }
    }
}

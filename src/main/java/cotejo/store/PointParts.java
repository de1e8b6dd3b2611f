package cotejo.store;

import java.util.zip.CRC32C;

/// The bytes of one part of a run's points: a check sum, then segments, each with the number of its metric.
final class PointParts {

    private static final int HEAD = 4;

    private PointParts() {
    }

    /// Takes the segments of a part, to be told apart by metric number.
    @FunctionalInterface
    interface Visitor {
        void segment(int key, byte[] data, int from, int length);
    }

    /// A part under construction.
    static final class Writer {
        private final Bytes body = new Bytes(4096);
        private final Bytes segment = new Bytes(4096);

        int size() {
            return body.size();
        }

        void add(int key, Points points) {
            segment.clear();
            SegmentCodec.encode(segment, points.steps(), points.times(), points.values(), points.size(),
                    points.whole());
            body.putVar(key);
            body.putVar(segment.size());
            body.putAll(segment);
        }

        byte[] finish() {
            byte[] data = body.toArray();
            Bytes out = new Bytes(data.length + HEAD);
            out.putInt(check(data, 0, data.length));
            out.putAll(data, 0, data.length);
            body.clear();
            return out.toArray();
        }
    }

    /// Goes through the segments of a part.
    ///
    /// @throws IndexOutOfBoundsException when the part is damaged
    static void read(byte[] part, Visitor visitor) {
        Bytes.Reader in = new Bytes.Reader(part);
        if (in.getInt() != check(part, HEAD, part.length - HEAD)) {
            throw new IndexOutOfBoundsException("the check sum of a part differs");
        }
        while (!in.atEnd()) {
            int key = in.getCount();
            int length = in.getCount();
            int from = in.position();
            in.skip(length);
            visitor.segment(key, part, from, length);
        }
    }

    private static int check(byte[] data, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(data, from, length);
        return (int) sum.getValue();
    }
}

package cotejo.dataset.profile;

import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A profile as bytes and back, all but its leaf.
final class ProfileBytes {

    private static final int MOST = 1 << 20;

    private ProfileBytes() {
    }

    static byte[] of(ColumnProfile profile) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(profile.source().ordinal());
            for (long count : new long[]{profile.sampleRows(), profile.count(), profile.nulls(), profile.nan(),
                    profile.zeros(), profile.others(), profile.distinct()}) {
                out.writeLong(count);
            }
            ValueBytes.write(profile.min(), out);
            ValueBytes.write(profile.max(), out);
            ValueBytes.write(profile.mean(), out);
            out.writeDouble(profile.std());
            out.writeInt(profile.quantiles().size());
            for (ColumnProfile.Quantile quantile : profile.quantiles()) {
                out.writeDouble(quantile.share());
                ValueBytes.write(quantile.value(), out);
            }
            out.writeByte(profile.exactness().ordinal());
            out.writeInt(profile.top().size());
            for (ColumnProfile.Top top : profile.top()) {
                ValueBytes.write(top.value(), out);
                out.writeLong(top.count());
            }
            out.writeByte(profile.topExactness().ordinal());
            histogram(profile.histogram(), out);
            lengths(profile.textLengths(), out);
            lengths(profile.listLengths(), out);
            ColumnProfile.Truth truth = profile.truth();
            out.writeLong(truth == null ? -1 : truth.trues());
            out.writeLong(truth == null ? -1 : truth.falses());
            ColumnProfile.Gap gap = profile.gap();
            ValueBytes.write(gap == null ? null : gap.from(), out);
            ValueBytes.write(gap == null ? null : gap.to(), out);
            out.writeByte(profile.category().ordinal());
        }
        return bytes.toByteArray();
    }

    private static void histogram(ColumnProfile.@Nullable Histogram histogram, DataOutputStream out)
            throws IOException {
        out.writeInt(histogram == null ? -1 : histogram.counts().length);
        if (histogram != null) {
            out.writeInt(histogram.edges().size());
            for (Value edge : histogram.edges()) {
                ValueBytes.write(edge, out);
            }
            for (long count : histogram.counts()) {
                out.writeLong(count);
            }
        }
    }

    private static void lengths(ColumnProfile.@Nullable Lengths lengths, DataOutputStream out) throws IOException {
        out.writeBoolean(lengths != null);
        if (lengths != null) {
            out.writeLong(lengths.min());
            out.writeLong(lengths.max());
            out.writeDouble(lengths.mean());
            histogram(lengths.histogram(), out);
        }
    }

    /// @throws IOException when these are not the bytes of a profile
    static ColumnProfile read(byte[] bytes, Leaf leaf) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        ColumnProfile.Source source = one(ColumnProfile.Source.values(), in);
        long[] counts = new long[7];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        Value min = ValueBytes.read(in);
        Value max = ValueBytes.read(in);
        Value mean = ValueBytes.read(in);
        double std = in.readDouble();
        List<ColumnProfile.Quantile> quantiles = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            quantiles.add(new ColumnProfile.Quantile(in.readDouble(), ValueBytes.some(in)));
        }
        ColumnProfile.Exactness exactness = one(ColumnProfile.Exactness.values(), in);
        List<ColumnProfile.Top> top = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            top.add(new ColumnProfile.Top(ValueBytes.some(in), in.readLong()));
        }
        ColumnProfile.Exactness topExactness = one(ColumnProfile.Exactness.values(), in);
        ColumnProfile.Histogram histogram = histogram(in);
        ColumnProfile.Lengths texts = lengths(in);
        ColumnProfile.Lengths lists = lengths(in);
        ColumnProfile.Truth truth = new ColumnProfile.Truth(in.readLong(), in.readLong());
        Value from = ValueBytes.read(in);
        Value to = ValueBytes.read(in);
        return new ColumnProfile(leaf, source, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], min,
                max, mean, std, List.copyOf(quantiles), counts[6], exactness, List.copyOf(top), topExactness, histogram,
                texts, lists, truth.trues() < 0 ? null : truth,
                from == null || to == null ? null : new ColumnProfile.Gap(from, to),
                one(ColumnProfile.Category.values(), in));
    }

    private static ColumnProfile.@Nullable Histogram histogram(DataInputStream in) throws IOException {
        int bins = in.readInt();
        if (bins < 0) {
            return null;
        }
        List<Value> edges = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            edges.add(ValueBytes.some(in));
        }
        long[] counts = new long[Math.min(bins, MOST)];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        return new ColumnProfile.Histogram(List.copyOf(edges), counts);
    }

    private static ColumnProfile.@Nullable Lengths lengths(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        long min = in.readLong();
        long max = in.readLong();
        double mean = in.readDouble();
        ColumnProfile.Histogram histogram = histogram(in);
        if (histogram == null) {
            throw new IOException();
        }
        return new ColumnProfile.Lengths(min, max, mean, histogram);
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST) {
            throw new IOException(Integer.toString(size));
        }
        return size;
    }

    private static <E> E one(E[] all, DataInputStream in) throws IOException {
        int at = in.readUnsignedByte();
        if (at >= all.length) {
            throw new IOException(Integer.toString(at));
        }
        return all[at];
    }
}

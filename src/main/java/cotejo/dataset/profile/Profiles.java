package cotejo.dataset.profile;

import cotejo.dataset.Dataset;
import cotejo.dataset.FieldType;
import cotejo.dataset.KnownFacts;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes profiles of columns: from the file's own statistics, from a sample, or from all of the data. A column-major
/// file is read a column at a time, others once for many columns.
public final class Profiles {

    private static final int GROUP = 64;
    private static final int STRETCHES = 20;

    private Profiles() {
    }

    /// Takes profiles as they are made, from any thread.
    public interface Found {
        void profile(ColumnProfile profile);

        /// One that was made before, and is still true because the file is as it was then.
        default void kept(ColumnProfile profile) {
            profile(profile);
        }

        /// A column that cannot be read; the others go on.
        void failed(Leaf leaf, UnreadableData why);
    }

    /// What the file's own statistics say, without reading data; what they do not say is -1 or null.
    public static ColumnProfile footer(Dataset dataset, Leaf leaf) {
        KnownFacts known = dataset.known(leaf);
        return new ColumnProfile(leaf, ColumnProfile.Source.FOOTER, dataset.rowCount().rows(), known.values(),
                known.nulls(), -1, -1, 0, known.min(), known.max(), null, Double.NaN, List.of(), -1,
                ColumnProfile.Exactness.ESTIMATED, List.of(), ColumnProfile.Exactness.ESTIMATED, null, null, null, null,
                null, ColumnProfile.Category.NEITHER);
    }

    /// From about `rows` rows in 20 stretches over the whole file; while rows are still being counted, from the first.
    public static void sample(Dataset dataset, List<Leaf> leaves, long rows, Found found, Cancel cancel)
            throws IOException {
        long there = dataset.rowCount().rows();
        List<RowRange> ranges = dataset.rowCount().isWhole() ? RowRange.spread(there, rows, STRETCHES)
                : List.of(new RowRange(0, rows));
        run(dataset, leaves, ranges, ColumnProfile.Source.SAMPLE, found, Progress.NONE, cancel);
    }

    /// From all of the data.
    public static void scan(Dataset dataset, List<Leaf> leaves, Found found, Progress progress, Cancel cancel)
            throws IOException {
        List<RowRange> ranges = new ArrayList<>();
        for (RowRange part : dataset.parts(cancel)) {
            long half = part.count() > 2_000_000 ? part.count() / 2 : part.count();
            ranges.add(new RowRange(part.first(), half));
            if (half < part.count()) {
                ranges.add(new RowRange(part.first() + half, part.count() - half));
            }
        }
        run(dataset, leaves, ranges, ColumnProfile.Source.SCAN, found, progress, cancel);
    }

    private static void run(Dataset dataset, List<Leaf> leaves, List<RowRange> ranges, ColumnProfile.Source source,
            Found found, Progress progress, Cancel cancel) throws IOException {
        int group = dataset.layout() == Dataset.Layout.COLUMNS ? 1 : GROUP;
        for (int from = 0; from < leaves.size(); from += group) {
            List<Leaf> some = leaves.subList(from, Math.min(leaves.size(), from + group));
            progress.report(some.getFirst().path(), from, leaves.size());
            try {
                new ProfileRun(dataset, some, ranges, source, cancel).profiles().forEach(found::profile);
            } catch (UnreadableData why) {
                some.forEach(leaf -> found.failed(leaf, why));
            }
        }
        progress.report("", leaves.size(), leaves.size());
    }

    /// The bins that a column's statistics suggest, those of all keys where there are none.
    static Bins bins(Dataset dataset, Leaf leaf) {
        KnownFacts known = dataset.known(leaf);
        Long low = key(known.min(), leaf.type());
        Long high = key(known.max(), leaf.type());
        return low == null || high == null || low > high ? Bins.ofAll() : new Bins(low, high);
    }

    private static @Nullable Long key(@Nullable Value value, FieldType type) {
        return switch (value) {
            case Value.Whole whole -> whole.value();
            case Value.Real real when !Double.isNaN(real.value()) -> NumberTally.key(real.value());
            case Value.Day day -> day.epochDay();
            case Value.Decimal decimal when type instanceof FieldType.Decimal wide && wide.precision() <= 18 ->
                decimal.value().unscaledValue().longValue();
            case Value.Moment moment when type instanceof FieldType.Timestamp stamp ->
                moment.epochSecond() * stamp.unit().perSecond()
                        + moment.nano() / (1_000_000_000L / stamp.unit().perSecond());
            case null, default -> null;
        };
    }
}

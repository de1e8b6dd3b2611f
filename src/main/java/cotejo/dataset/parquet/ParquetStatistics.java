package cotejo.dataset.parquet;

import cotejo.dataset.FieldType;
import cotejo.dataset.KnownFacts;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import java.util.Comparator;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/// The statistics in a footer, read by Parquet's own rules on which writers can be trusted.
// Getters of the footer's own format are marked nullable, required fields too. What a damaged file leaves out is caught
// where it is read, and told in a sentence.
@SuppressWarnings("NullAway")
final class ParquetStatistics {

    private final ParquetSource source;
    private final ParquetMetadataConverter converter = new ParquetMetadataConverter();

    ParquetStatistics(ParquetSource source) {
        this.source = source;
    }

    /// What the statistics of all row groups say together; only what every one of them says.
    KnownFacts of(int leaf) {
        long values = 0;
        long nulls = 0;
        Object min = null;
        Object max = null;
        boolean bounded = true;
        PrimitiveType type = source.schema().leaf(leaf).getPrimitiveType();
        for (RowGroup group : source.footer().meta().getRow_groups()) {
            ColumnMetaData meta = group.getColumns().get(leaf).getMeta_data();
            if (meta == null) {
                return KnownFacts.NONE;
            }
            values += meta.getNum_values();
            Statistics<?> statistics = of(meta, type);
            boolean counted = statistics != null && statistics.isNumNullsSet();
            nulls = nulls < 0 || !counted ? -1 : nulls + statistics.getNumNulls();
            if (statistics != null && statistics.hasNonNullValue()) {
                min = least(min, statistics.genericGetMin(), type, 1);
                max = least(max, statistics.genericGetMax(), type, -1);
            } else if (!counted || statistics.getNumNulls() < meta.getNum_values()) {
                bounded = false;
            }
        }
        return new KnownFacts(values, nulls, bounded ? value(min, leaf) : null, bounded ? value(max, leaf) : null);
    }

    @Nullable Statistics<?> of(ColumnMetaData meta, PrimitiveType type) {
        if (!meta.isSetStatistics()) {
            return null;
        }
        try {
            Statistics<?> statistics = converter.fromParquetStatistics(source.footer().meta().getCreated_by(),
                    meta.getStatistics(), type);
            if (senseless(meta, statistics, type)) {
                String name = String.join(".", meta.getPath_in_schema());
                source.oddOnce("statistics:" + name, Texts.get("dataset.parquet.statistics", source.file().path(),
                        name));
                return null;
            }
            return statistics;
        } catch (RuntimeException unusable) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean above(Object one, Object two, PrimitiveType type) {
        return ((Comparator<Object>) type.comparator()).compare(one, two) > 0;
    }

    @SuppressWarnings("unchecked")
    private static Object least(@Nullable Object one, Object two, PrimitiveType type, int sign) {
        return one == null || ((Comparator<Object>) type.comparator()).compare(two, one) * sign < 0 ? two : one;
    }

    /// More nulls than values, or a least value above the greatest.
    private static boolean senseless(ColumnMetaData meta, Statistics<?> statistics, PrimitiveType type) {
        boolean nulls = meta.getStatistics().isSetNull_count() && (meta.getStatistics().getNull_count() < 0
                || meta.getStatistics().getNull_count() > meta.getNum_values());
        return nulls || statistics.hasNonNullValue()
                && above(statistics.genericGetMin(), statistics.genericGetMax(), type);
    }

    /// The null count of a chunk, -1 when it does not say.
    long nulls(ColumnChunk chunk) {
        ColumnMetaData meta = chunk.getMeta_data();
        return meta != null && meta.isSetStatistics() && meta.getStatistics().isSetNull_count()
                ? meta.getStatistics().getNull_count() : -1;
    }

    /// A bound as a value of the leaf's type.
    @Nullable Value value(@Nullable Object bound, int leaf) {
        if (bound == null) {
            return null;
        }
        FieldType type = source.schema().type(leaf);
        try {
            Physical physical = Physical.of(source.schema().leaf(leaf), type);
            return switch (bound) {
                case Boolean flag -> Value.flag(flag ? 1 : 0);
                case Integer whole -> longs(whole.longValue(), physical).value(0, type);
                case Long whole -> longs(whole, physical).value(0, type);
                case Float real -> new Value.Real(real, 32);
                case Double real -> new Value.Real(real, 64);
                case Binary binary -> binary(binary.getBytes(), physical, type);
                default -> null;
            };
        } catch (RuntimeException odd) {
            return null;
        }
    }

    private static Vector longs(long value, Physical physical) {
        long[] one = {value};
        PageValues.mask(one, 1, physical.mask());
        return new Vector.Longs(one, 1, null);
    }

    private static Value binary(byte[] bytes, Physical physical, FieldType type) {
        return switch (physical.kind()) {
            case INT96 -> PageValues.moment(bytes, 0);
            case DOUBLES -> new Value.Real(Float.float16ToFloat((short) Bits.SHORT.get(bytes, 0)), 16);
            default -> new Vector.Slices(bytes, new int[]{0}, new int[]{bytes.length}, 1).value(0, type);
        };
    }
}

package cotejo.dataset.parquet;

import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.UnwrittenData;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Writes a Parquet file row by row: Zstandard, with dictionary, page index, statistics and checksums. The file stands
/// under its name only once it is whole; until then, and after a failure, nothing is there.
///
/// ```java
/// try (ParquetOut out = ParquetOut.to(file, List.of(Field.of("step", FieldType.int64())), Map.of())) {
///     out.row(List.of(new Value.Whole(1)));
///     out.finish();
/// }
/// ```
public final class ParquetOut implements AutoCloseable {

    private static final long ROW_GROUP_BYTES = 32L << 20;
    /// A dictionary takes 16 KB of memory before its first value, so that tens of thousands would fill the heap.
    private static final int MOST_WITH_DICTIONARY = 4000;

    /// Measured with 30,000 columns: bytes of memory of a value, a column and a chunk.
    private static final long VALUE = 8;
    private static final long COLUMN = 5_000;
    private static final long CHUNK = 1_000;

    private final Path target;
    private final Path partial;
    private final Kept file;
    private final ParquetWriter<Row> writer;
    private long rows;
    private boolean closed;
    private boolean finished;

    private ParquetOut(Path target, List<Field> columns, Map<String, String> metadata) throws IOException {
        this.target = target;
        this.partial = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(partial);
        this.file = new Kept(new LocalOutputFile(partial));
        this.writer = new Builder(file, new Support(columns, metadata))
                .withConf(new PlainParquetConfiguration())
                .withCodecFactory(new OwnCodecs())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding(leaves(columns) <= MOST_WITH_DICTIONARY)
                .withPageWriteChecksumEnabled(true)
                .build();
    }

    /// Bytes of memory that writing needs at its end, roughly: what stands for a column while it is written, and what
    /// the footer will say of each of its chunks.
    public static long memory(List<Field> columns, long rows) {
        long leaves = leaves(columns);
        long groups = 1 + rows * leaves * VALUE / ROW_GROUP_BYTES;
        return leaves * (COLUMN + groups * CHUNK);
    }

    private static int leaves(List<Field> columns) {
        return cotejo.dataset.Leaf.of(columns).size();
    }

    /// Begins a file.
    ///
    /// @param columns  flat or nested; every column may hold null
    /// @param metadata key-value metadata for the footer
    public static ParquetOut to(Path file, List<Field> columns, Map<String, String> metadata) throws IOException {
        return new ParquetOut(file, columns, metadata);
    }

    /// Whether a column of this type can hold a value; text holds any.
    public static boolean holds(FieldType type, Value value) {
        return Fit.holds(type, value);
    }

    /// Writes one row: a value a column. A value of a kind that the column cannot hold becomes null in a column that is
    /// no text, and its text in one that is.
    public void row(List<Value> values) throws IOException {
        write(new Row.Loose(values));
    }

    /// Writes some rows that are packed in columns; values a column cannot hold as [#row] does.
    ///
    /// @param packed a vector a column
    /// @param types  what the values in each vector mean
    /// @param places where in the vectors the rows stand
    /// @param count  how many of the places count
    public void rows(List<Vector> packed, List<FieldType> types, int[] places, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write(new Row.Packed(packed, types, places[i]));
        }
    }

    private void write(Row row) throws IOException {
        try {
            writer.write(row);
        } catch (IOException unwritten) {
            throw new UnwrittenData(target, unwritten);
        }
        rows++;
    }

    /// A row on its way.
    sealed interface Row {

        /// As values.
        record Loose(List<Value> values) implements Row {
        }

        /// As a place in vectors.
        record Packed(List<Vector> columns, List<FieldType> types, int place) implements Row {
        }
    }

    /// Rows written so far.
    public long rows() {
        return rows;
    }

    /// Ends the file and puts it in its place.
    public void finish() throws IOException {
        closed = true;
        try {
            writer.close();
        } catch (IOException unwritten) {
            throw new UnwrittenData(target, unwritten);
        }
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        try {
            if (!closed) {
                closed = true;
                writer.close();
            }
        } finally {
            file.close();
            if (!finished) {
                Files.deleteIfExists(partial);
            }
        }
    }

    /// A file that can be closed when its writer failed, which leaves it open.
    private static final class Kept implements OutputFile {
        private final OutputFile file;
        private @Nullable PositionOutputStream stream;

        Kept(OutputFile file) {
            this.file = file;
        }

        @Override
        public PositionOutputStream create(long block) throws IOException {
            PositionOutputStream made = file.create(block);
            stream = made;
            return made;
        }

        @Override
        public PositionOutputStream createOrOverwrite(long block) throws IOException {
            PositionOutputStream made = file.createOrOverwrite(block);
            stream = made;
            return made;
        }

        @Override
        public boolean supportsBlockSize() {
            return file.supportsBlockSize();
        }

        @Override
        public long defaultBlockSize() {
            return file.defaultBlockSize();
        }

        void close() {
            try {
                if (stream != null) {
                    stream.close();
                }
            } catch (IOException unwritten) {
                LoggerFactory.getLogger(ParquetOut.class).debug("close", unwritten);
            }
        }
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final Support support;

        Builder(OutputFile file, Support support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<Row> getWriteSupport(org.apache.hadoop.conf.Configuration conf) {
            return support;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration conf) {
            return support;
        }
    }

    private static final class Support extends WriteSupport<Row> {
        private final MessageType schema;
        private final Map<String, String> metadata;
        private final RowWriter rows;

        Support(List<Field> columns, Map<String, String> metadata) {
            this.schema = OutSchema.of(columns);
            this.metadata = metadata;
            this.rows = new RowWriter(columns);
        }

        @Override
        @SuppressWarnings("deprecation")
        public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
            return new WriteContext(schema, metadata);
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            rows.to(consumer);
        }

        @Override
        public void write(Row row) {
            rows.write(row);
        }
    }
}

package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;

/// The footer of a file, checked before anything trusts it.
///
/// @param meta      as it stands in the file
/// @param schema    the schema it describes
/// @param firstRows the first row of each row group, and the number of all rows behind them
/// @param bytes     its length
// Getters of the footer's own format are marked nullable, required fields too. What a damaged file leaves out is caught
// where it is read, and told in a sentence.
@SuppressWarnings("NullAway")
record Footer(FileMetaData meta, MessageType schema, long[] firstRows, int bytes) {

    private static final int GUESS = 64 << 10;

    static boolean magic(byte[] bytes, int at, String word) {
        return bytes.length >= at + 4 && new String(bytes, at, 4, StandardCharsets.ISO_8859_1).equals(word);
    }

    static Footer read(PagedFile file) throws IOException {
        Path path = file.path();
        if (file.size() < 12) {
            throw new UnreadableData(Texts.get("dataset.parquet.short", path));
        }
        int guess = (int) Math.min(GUESS, file.size());
        byte[] tail = file.read(file.size() - guess, guess);
        if (magic(tail, guess - 4, "PARE")) {
            throw new UnreadableData(Texts.get("dataset.parquet.encrypted", path));
        }
        if (!magic(tail, guess - 4, "PAR1")) {
            throw new UnreadableData(Texts.get("dataset.parquet.noFooter", path));
        }
        long length = Integer.toUnsignedLong(Bits.intAt(tail, guess - 8));
        if (length > file.size() - 12 || length > Limits.FOOTER_BYTES) {
            throw new UnreadableData(Texts.get("dataset.parquet.footerLength", path, Long.toString(length)));
        }
        byte[] bytes = length <= guess - 8
                ? java.util.Arrays.copyOfRange(tail, guess - 8 - (int) length, guess - 8)
                : file.read(file.size() - 8 - length, (int) length);
        return parse(path, file.size(), bytes);
    }

    private static Footer parse(Path path, long fileSize, byte[] bytes) throws IOException {
        try {
            FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(bytes));
            checkSchema(path, meta.getSchema());
            FileMetaData bare = new FileMetaData(meta.getVersion(), meta.getSchema(), meta.getNum_rows(), List.of());
            if (meta.isSetColumn_orders()) {
                bare.setColumn_orders(meta.getColumn_orders());
            }
            MessageType schema = new ParquetMetadataConverter().fromParquetMetadata(bare).getFileMetaData()
                    .getSchema();
            long[] firstRows = checkGroups(path, fileSize - 8 - bytes.length, meta, schema.getColumns().size());
            FooterChecks.check(path, meta, schema);
            return new Footer(meta, schema, firstRows, bytes.length);
        } catch (UnreadableData said) {
            throw said;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw new UnreadableData(Texts.get("dataset.parquet.footer", path, Damage.why(broken)), broken);
        }
    }

    private static void checkSchema(Path path, List<SchemaElement> schema) throws IOException {
        if (schema.isEmpty() || schema.size() > Limits.SCHEMA_NODES) {
            throw new UnreadableData(Texts.get("dataset.parquet.schema", path, schema.size()));
        }
        int at = below(path, schema, 0, 0);
        if (at != schema.size()) {
            throw new UnreadableData(Texts.get("dataset.parquet.schema", path, schema.size()));
        }
    }

    private static int below(Path path, List<SchemaElement> schema, int at, int depth) throws IOException {
        if (depth > Limits.SCHEMA_DEPTH || at >= schema.size()) {
            throw new UnreadableData(Texts.get("dataset.parquet.schema", path, schema.size()));
        }
        int next = at + 1;
        for (int i = 0; i < schema.get(at).getNum_children(); i++) {
            next = below(path, schema, next, depth + 1);
        }
        return next;
    }

    /// @param end where data end and the footer begins
    private static long[] checkGroups(Path path, long end, FileMetaData meta, int leaves) throws IOException {
        List<RowGroup> groups = meta.getRow_groups();
        if ((long) groups.size() * leaves > Limits.CHUNKS) {
            throw new UnreadableData(Texts.get("dataset.parquet.chunks", path, groups.size(), leaves));
        }
        long[] firstRows = new long[groups.size() + 1];
        for (int i = 0; i < groups.size(); i++) {
            RowGroup group = groups.get(i);
            if (group.getNum_rows() < 0 || group.getColumnsSize() != leaves) {
                throw new UnreadableData(Texts.get("dataset.parquet.group", path, i + 1));
            }
            firstRows[i + 1] = Math.addExact(firstRows[i], group.getNum_rows());
            for (ColumnChunk chunk : group.getColumns()) {
                checkChunk(path, end, chunk, i);
            }
        }
        return firstRows;
    }

    private static void checkChunk(Path path, long end, ColumnChunk chunk, int group) throws IOException {
        ColumnMetaData data = chunk.getMeta_data();
        if (data == null) {
            return;
        }
        long start = start(data);
        long bytes = data.getTotal_compressed_size();
        if (start < 0 || bytes < 0 || start > end - bytes || data.getNum_values() < 0) {
            throw new UnreadableData(Texts.get("dataset.parquet.chunk", path,
                    String.join(".", data.getPath_in_schema()), group + 1));
        }
    }

    /// Where the first page of a chunk begins, its dictionary if it has one.
    static long start(ColumnMetaData data) {
        long dictionary = data.isSetDictionary_page_offset() ? data.getDictionary_page_offset() : 0;
        return dictionary > 0 && dictionary < data.getData_page_offset() ? dictionary : data.getData_page_offset();
    }

    long rows() {
        return firstRows[firstRows.length - 1];
    }

    int groups() {
        return firstRows.length - 1;
    }

    /// The row group a row is in.
    int groupOf(long row) {
        int low = 0;
        int high = groups() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstRows[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}

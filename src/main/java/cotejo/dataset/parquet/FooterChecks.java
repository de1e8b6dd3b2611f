package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.MessageType;

/// What a footer says twice has to be the same both times: no checksum covers it, and believing one of the two would
/// show values of another column, or too few rows.
// Getters of the footer's own format are marked nullable, required fields too.
@SuppressWarnings("NullAway")
final class FooterChecks {

    private FooterChecks() {
    }

    private record Stretch(long start, long end, int group, int leaf) {
    }

    static void check(Path path, FileMetaData meta, MessageType schema) throws IOException {
        List<ColumnDescriptor> leaves = schema.getColumns();
        List<Stretch> stretches = new ArrayList<>();
        for (int g = 0; g < meta.getRow_groupsSize(); g++) {
            RowGroup group = meta.getRow_groups().get(g);
            for (int leaf = 0; leaf < leaves.size(); leaf++) {
                ColumnChunk chunk = group.getColumns().get(leaf);
                ColumnMetaData data = chunk.getMeta_data();
                if (data != null && !chunk.isSetFile_path()) {
                    chunk(path, group, data, leaves.get(leaf), g);
                    if (data.getTotal_compressed_size() > 0 && group.getNum_rows() > 0) {
                        long start = Footer.start(data);
                        stretches.add(new Stretch(start, start + data.getTotal_compressed_size(), g, leaf));
                    }
                }
            }
        }
        apart(path, stretches, leaves);
    }

    private static void chunk(Path path, RowGroup group, ColumnMetaData data, ColumnDescriptor leaf, int number)
            throws IOException {
        String name = String.join(".", leaf.getPath());
        String said = String.join(".", data.getPath_in_schema());
        if (!said.equals(name)) {
            throw new UnreadableData(Texts.get("dataset.parquet.otherColumn", path, number + 1, said, name));
        }
        String type = leaf.getPrimitiveType().getPrimitiveTypeName().name();
        if (data.isSetType() && !data.getType().name().equals(type.equals("BINARY") ? "BYTE_ARRAY" : type)) {
            throw new UnreadableData(Texts.get("dataset.parquet.otherType", path, name, data.getType().name(),
                    number + 1, type));
        }
        boolean fits = leaf.getMaxRepetitionLevel() == 0 ? data.getNum_values() == group.getNum_rows()
                : data.getNum_values() >= group.getNum_rows();
        if (!fits) {
            throw new UnreadableData(Texts.get("dataset.parquet.counts", path, number + 1,
                    group.getNum_rows(), name, data.getNum_values()));
        }
    }

    /// No byte belongs to two columns.
    private static void apart(Path path, List<Stretch> stretches, List<ColumnDescriptor> leaves) throws IOException {
        stretches.sort(Comparator.comparingLong(Stretch::start));
        for (int i = 1; i < stretches.size(); i++) {
            Stretch before = stretches.get(i - 1);
            Stretch now = stretches.get(i);
            if (now.start < before.end) {
                throw new UnreadableData(Texts.get("dataset.parquet.overlap", path,
                        String.join(".", leaves.get(before.leaf).getPath()), before.group + 1,
                        String.join(".", leaves.get(now.leaf).getPath()), now.group + 1));
            }
        }
    }
}

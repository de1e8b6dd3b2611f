package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.text.Texts;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;

/// Which leaves of a file are encrypted, in any row group, and what is said of that.
// What Thrift's generated classes mark as missing is there once Footer has looked at it.
@SuppressWarnings("NullAway")
final class Encrypted {

    private static final int NAMED = 10;

    private final Path file;
    private final ParquetSchema schema;
    private final BitSet leaves = new BitSet();

    Encrypted(Path file, ParquetSchema schema, Footer footer) {
        this.file = file;
        this.schema = schema;
        for (int group = 0; group < footer.groups(); group++) {
            RowGroup chunks = footer.meta().getRow_groups().get(group);
            for (int leaf = 0; leaf < schema.leaves(); leaf++) {
                if (is(chunks.getColumns().get(leaf))) {
                    leaves.set(leaf);
                }
            }
        }
    }

    static boolean is(ColumnChunk chunk) {
        return !chunk.isSetMeta_data() || chunk.isSetCrypto_metadata();
    }

    boolean leaf(int leaf) {
        return leaves.get(leaf);
    }

    /// Why none of these leaves can be read.
    UnreadableData sentence(Collection<Integer> wanted) {
        if (leaves.cardinality() == schema.leaves()) {
            return new UnreadableData(Texts.get("dataset.parquet.allEncrypted", file, schema.leaves()));
        }
        String names = wanted.stream().limit(NAMED).map(leaf -> String.join(".", schema.leaf(leaf).getPath()))
                .collect(Collectors.joining(", "));
        String more = wanted.size() > NAMED ? ", …" : "";
        return new UnreadableData(wanted.size() == 1 ? Texts.get("dataset.parquet.columnEncrypted", file, names)
                : Texts.get("dataset.parquet.columnsEncrypted", file, wanted.size(), names + more));
    }
}

package cotejo.dataset.parquet;

import cotejo.dataset.Value;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads a column that is stored in several leaves within one row group, in order, as values.
final class NestedColumn {

    private final ParquetSource source;
    private final ParquetSchema.Node node;
    private final int group;
    private final @Nullable NestedCursor[] cursors;

    /// @param from the row of the row group to begin with
    NestedColumn(ParquetSource source, ParquetSchema.Node node, int group, long from) throws IOException {
        this.source = source;
        this.node = node;
        this.group = group;
        this.cursors = new NestedCursor[source.schema().leaves()];
        open(node, from);
    }

    private void open(ParquetSchema.Node part, long from) throws IOException {
        if (part.kind() == ParquetSchema.Node.Kind.LEAF) {
            cursors[part.leaf()] = new NestedCursor(source, group, part.leaf(), from);
        }
        for (ParquetSchema.Node below : part.parts()) {
            open(below, from);
        }
    }

    /// Passes over rows.
    void skip(long rows) throws IOException {
        for (NestedCursor cursor : cursors) {
            if (cursor != null) {
                cursor.skip(rows);
            }
        }
    }

    /// The values of the next rows.
    Value[] read(int rows) throws IOException {
        Assembly.Track[] tracks = new Assembly.Track[cursors.length];
        for (int leaf = 0; leaf < cursors.length; leaf++) {
            NestedCursor cursor = cursors[leaf];
            if (cursor != null) {
                tracks[leaf] = new Assembly.Track(cursor.read(rows), source.schema().type(leaf),
                        source.schema().leaf(leaf).getMaxDefinitionLevel());
            }
        }
        Assembly assembly = new Assembly(tracks);
        Value[] values = new Value[rows];
        try {
            for (int i = 0; i < rows; i++) {
                values[i] = assembly.next(node);
            }
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError broken) {
            throw source.chunk(group, node.leaf()).broken(Damage.why(broken));
        }
        return values;
    }
}

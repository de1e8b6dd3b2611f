package cotejo.dataset.parquet;

import cotejo.dataset.Batch;
import cotejo.dataset.BatchSink;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.ValueVectors;
import cotejo.dataset.Vector;
import cotejo.dataset.VectorBuilder;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Streams some leaves of a stretch of rows, row group by row group.
final class GroupScan {

    private static final int FLAT_ROWS = 8192;
    private static final int NESTED_ROWS = 512;

    private final ParquetSource source;
    private final List<Leaf> leaves;
    private final List<LeafNode> nodes;

    GroupScan(ParquetSource source, List<Leaf> leaves) {
        this.source = source;
        this.leaves = leaves;
        this.nodes = leaves.stream().map(leaf -> LeafNode.of(source.schema(), leaf)).toList();
    }

    void run(RowRange range, BatchSink sink, Cancel cancel) throws IOException {
        long row = range.first();
        long end = Math.min(range.end(), source.footer().rows());
        while (row < end) {
            int group = source.footer().groupOf(row);
            long begin = source.footer().firstRows()[group];
            long groupEnd = Math.min(end, source.footer().firstRows()[group + 1]);
            group(group, begin, row, groupEnd, sink, cancel);
            row = groupEnd;
        }
    }

    private void group(int group, long begin, long from, long end, BatchSink sink, Cancel cancel) throws IOException {
        FlatCursor[] flat = new FlatCursor[leaves.size()];
        NestedCursor[] nested = new NestedCursor[leaves.size()];
        NestedColumn[] whole = new NestedColumn[leaves.size()];
        boolean anyNested = false;
        for (int i = 0; i < flat.length; i++) {
            if (nodes.get(i).assembled()) {
                whole[i] = new NestedColumn(source, source.schema().columns().get(leaves.get(i).column()), group,
                        from - begin);
                anyNested = true;
            } else if (leaves.get(i).shape() == Leaf.Shape.SINGLE) {
                flat[i] = new FlatCursor(source, group, nodes.get(i).leaf(), from - begin);
            } else {
                nested[i] = new NestedCursor(source, group, nodes.get(i).leaf(), from - begin);
                anyNested = true;
            }
        }
        long row = from;
        while (row < end) {
            cancel.check();
            int count = (int) Math.min(end - row, anyNested ? NESTED_ROWS : FLAT_ROWS);
            for (FlatCursor cursor : flat) {
                count = cursor == null ? count : Math.min(count, cursor.available());
            }
            List<Vector> vectors = new ArrayList<>();
            for (int i = 0; i < flat.length; i++) {
                vectors.add(flat[i] != null ? flat[i].read(count)
                        : whole[i] != null ? ValueVectors.of(leaves.get(i), Arrays.asList(whole[i].read(count)))
                        : repeated(nodes.get(i), nested[i].read(count), count, group));
            }
            sink.batch(new Batch(row, count, vectors));
            row += count;
        }
    }

    private Vector repeated(LeafNode node, NestedCursor.Entries entries, int rows, int group) throws IOException {
        int maxDef = source.schema().leaf(node.leaf()).getMaxDefinitionLevel();
        ParquetSchema.Node outer = java.util.Objects.requireNonNull(node.outer());
        int[] lengths = new int[rows];
        Arrays.fill(lengths, -1);
        VectorBuilder values = new VectorBuilder();
        int row = -1;
        int value = 0;
        try {
            for (int i = 0; i < entries.count(); i++) {
                int def = entries.def()[i];
                row += entries.rep()[i] == 0 ? 1 : 0;
                if (def >= outer.def() && entries.rep()[i] == 0) {
                    lengths[row] = 0;
                }
                if (def >= outer.slot() && entries.rep()[i] <= outer.rep()) {
                    lengths[row]++;
                }
                if (def == maxDef) {
                    values.append(entries.values(), value++, 1);
                } else if (def >= node.slot()) {
                    values.appendNull();
                }
            }
        } catch (RuntimeException broken) {
            throw source.chunk(group, node.leaf()).broken(Damage.why(broken));
        }
        return new Vector.Repeated(values.build(), lengths, rows);
    }
}

package cotejo.dataset.profile;

import cotejo.dataset.Dataset;
import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.RowRange;
import cotejo.dataset.Value;
import cotejo.dataset.Vector;
import cotejo.dataset.VectorBuilder;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The values of some leaves in stretches over a whole dataset.
final class DriftSample {

    /// So many that each bar of a histogram over sorted values has some.
    private static final int STRETCHES = 200;
    /// Long texts end a sample early.
    private static final int MOST_BYTES = 64 << 20;

    private final FieldType type;
    private final VectorBuilder packed = new VectorBuilder();
    private final List<Value> values = new ArrayList<>();
    private boolean mixed;

    private DriftSample(FieldType type) {
        this.type = type;
    }

    /// One vector a leaf, all from the same rows.
    static List<Vector> of(Dataset dataset, List<Leaf> leaves, Cancel cancel) throws IOException {
        List<DriftSample> samples = leaves.stream().map(leaf -> new DriftSample(leaf.type())).toList();
        for (RowRange range : RowRange.spread(dataset.countRows(cancel), Drift.SAMPLE, STRETCHES)) {
            cancel.check();
            dataset.scan(range, leaves, batch -> {
                for (int i = 0; i < samples.size(); i++) {
                    samples.get(i).add(batch.vectors().get(i));
                }
            }, cancel);
        }
        return samples.stream().map(DriftSample::vector).toList();
    }

    private void add(Vector vector) {
        if (packed.bytes() > MOST_BYTES) {
            return;
        }
        mixed |= vector instanceof Vector.Values;
        if (mixed) {
            for (int i = 0; i < vector.size(); i++) {
                values.add(vector.value(i, type));
            }
        } else {
            packed.append(vector);
        }
    }

    private Vector vector() {
        Vector first = packed.build();
        if (!mixed) {
            return first;
        }
        for (int i = 0; i < first.size(); i++) {
            values.add(first.value(i, type));
        }
        return new Vector.Values(values.toArray(Value[]::new), values.size());
    }
}

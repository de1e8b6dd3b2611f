package cotejo.dataset.other;

import cotejo.dataset.Value;
import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The words of a dictionary as they lie in its messages: each is made when a row has it, and once, because few long
/// ones may stand in a great many rows.
final class ArrowWords extends AbstractList<Value> {

    private final List<ArrowArray> parts;
    private final int[] ends;
    private volatile SoftReference<Map<Integer, Value>> made = new SoftReference<>(null);

    /// @param parts what the messages hold, in order
    ArrowWords(List<ArrowArray> parts) {
        this.parts = List.copyOf(parts);
        this.ends = new int[parts.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end = Math.addExact(end, parts.get(i).length());
            ends[i] = end;
        }
    }

    @Override
    public Value get(int index) {
        java.util.Objects.checkIndex(index, size());
        @Nullable Map<Integer, Value> known = made.get();
        if (known == null) {
            known = new ConcurrentHashMap<>();
            made = new SoftReference<>(known);
        }
        @Nullable Value value = known.get(index);
        if (value == null) {
            value = make(index);
            known.put(index, value);
        }
        return value;
    }

    private Value make(int index) {
        int at = java.util.Arrays.binarySearch(ends, index + 1);
        int part = at >= 0 ? at : -at - 1;
        while (part > 0 && ends[part - 1] > index) {
            part--;
        }
        return parts.get(part).value(index - (part == 0 ? 0 : ends[part - 1]));
    }

    @Override
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }
}

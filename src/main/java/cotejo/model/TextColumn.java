package cotejo.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One param or tag over all runs of a [RunFrame]: each distinct value is held once.
public final class TextColumn {

    private final String key;
    private final RowIndex index;
    private final int[] codes;
    private final List<String> values;

    TextColumn(String key, RowIndex index, int[] codes, List<String> values) {
        this.key = key;
        this.index = index;
        this.codes = codes;
        this.values = values;
    }

    RowIndex index() {
        return index;
    }

    /// The number in [#values] of each row that has one, in the order of [#index].
    int[] codes() {
        return codes;
    }

    public String key() {
        return key;
    }

    /// How many runs have this key.
    public int present() {
        return index.size();
    }

    /// How many of these runs, given by their rows, have this key.
    public int present(BitSet rows) {
        return index.among(rows);
    }

    /// The number of the run's value in [#values], or -1 when the run lacks the key.
    public int code(int row) {
        int slot = index.slot(row);
        return slot < 0 ? -1 : codes[slot];
    }

    /// The run's value, or null when the run lacks the key.
    public @Nullable String value(int row) {
        int code = code(row);
        return code < 0 ? null : values.get(code);
    }

    /// The distinct values, in order of first appearance. Some may no longer be in use.
    public List<String> values() {
        return values;
    }

    /// Collects a column row by row, rows ascending.
    public static final class Builder {
        private final String key;
        private int[] rows = new int[16];
        private int[] codes = new int[16];
        private int size;
        private final Map<String, Integer> codeOf = new HashMap<>();
        private final java.util.ArrayList<String> values = new java.util.ArrayList<>();

        Builder(String key) {
            this.key = key;
        }

        /// Adds the value of a row; the row must be greater than all before it.
        public void add(int row, String value) {
            if (size > 0 && rows[size - 1] == row) {
                size--;
            }
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size * 2);
                codes = Arrays.copyOf(codes, size * 2);
            }
            @Nullable Integer known = codeOf.putIfAbsent(value, values.size());
            if (known == null) {
                values.add(value);
            }
            rows[size] = row;
            codes[size] = known == null ? values.size() - 1 : known;
            size++;
        }

        void addAll(TextColumn column, int[] newRow) {
            for (int slot = 0; slot < column.index.size(); slot++) {
                int row = newRow[column.index.row(slot)];
                if (row >= 0) {
                    add(row, column.values.get(column.codes[slot]));
                }
            }
        }

        boolean isEmpty() {
            return size == 0;
        }

        TextColumn build(int frameSize) {
            return new TextColumn(key, RowIndex.of(Arrays.copyOf(rows, size), frameSize), Arrays.copyOf(codes, size),
                    List.copyOf(values));
        }
    }
}

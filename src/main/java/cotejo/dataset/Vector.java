package cotejo.dataset;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Values of one leaf, packed. What a number means is said by the leaf's type: a whole number, a day, a time, a point
/// in time or a span in the type's unit, a decimal without its point, or a truth value (0 or 1).
public sealed interface Vector {

    int size();

    boolean isNull(int i);

    /// Whole numbers; `nulls` is null where there are none.
    record Longs(long[] values, int size, boolean @Nullable [] nulls) implements Vector {
        @Override
        public boolean isNull(int i) {
            return nulls != null && nulls[i];
        }
    }

    /// Floating point numbers; `nulls` is null where there are none.
    record Doubles(double[] values, int size, boolean @Nullable [] nulls) implements Vector {
        @Override
        public boolean isNull(int i) {
            return nulls != null && nulls[i];
        }
    }

    /// Runs of bytes in a common array: UTF-8 text, or binary. A length of -1 is null.
    record Slices(byte[] data, int[] starts, int[] lengths, int size) implements Vector {
        @Override
        public boolean isNull(int i) {
            return lengths[i] < 0;
        }

        /// The text of a slice; what is no UTF-8 becomes the replacement character.
        public String text(int i) {
            return new String(data, starts[i], lengths[i], StandardCharsets.UTF_8);
        }

        public byte[] bytes(int i) {
            return java.util.Arrays.copyOfRange(data, starts[i], starts[i] + lengths[i]);
        }
    }

    /// Places in a dictionary; -1 is null. The dictionary stays the same object for as long as it is the same.
    record Coded(int[] codes, int size, Vector dictionary) implements Vector {
        @Override
        public boolean isNull(int i) {
            return codes[i] < 0;
        }
    }

    /// Values one by one, for everything else.
    record Values(Value[] values, int size) implements Vector {
        @Override
        public boolean isNull(int i) {
            return values[i].isNull();
        }
    }

    /// A leaf below a list or a map: its values over all rows, and how many the outermost list of each row has, -1 for
    /// a list that is null.
    record Repeated(Vector values, int[] lengths, int size) implements Vector {
        @Override
        public boolean isNull(int i) {
            return lengths[i] < 0;
        }
    }

    /// One of them as a value, by the meaning of the type.
    default Value value(int i, FieldType type) {
        return VectorValues.value(this, i, type);
    }
}

package cotejo.codec.pickle;

import cotejo.codec.pickle.PickleException.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stack and the memo of a pickle's reader. As in CPython, nothing below the last mark can be taken.
final class PickleStack {

    /// The most values on the stack, marks, and memo entries.
    static final int DEEPEST = 8_000_000;
    private static final PickleValue UNKNOWN = new PickleValue.Unknown();

    private PickleValue[] values = new PickleValue[64];
    private int size;
    private int[] marks = new int[16];
    private int marked;
    private @Nullable PickleValue[] memo = new PickleValue[64];
    private final Map<Long, PickleValue> far = new HashMap<>();
    private int memoSize;
    private final PickleInput input;

    PickleStack(PickleInput input) {
        this.input = input;
    }

    PickleException broken(String what) {
        return new PickleException(Reason.BROKEN, input.position(), what);
    }

    private PickleException tooMuch(String what) {
        return new PickleException(Reason.TOO_MUCH, input.position(), what);
    }

    private int fence() {
        return marked == 0 ? 0 : marks[marked - 1];
    }

    void push(PickleValue value) throws PickleException {
        if (size == values.length) {
            if (size >= DEEPEST) {
                throw tooMuch("stack");
            }
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    PickleValue pop() throws PickleException {
        if (size <= fence()) {
            throw broken("empty stack");
        }
        return values[--size];
    }

    PickleValue top() throws PickleException {
        if (size <= fence()) {
            throw broken("empty stack");
        }
        return values[size - 1];
    }

    void mark() throws PickleException {
        if (marked == marks.length) {
            if (marked >= DEEPEST) {
                throw tooMuch("marks");
            }
            marks = Arrays.copyOf(marks, 2 * marked);
        }
        marks[marked++] = size;
    }

    /// Takes one value, or the mark when it is on top.
    void drop() throws PickleException {
        if (marked > 0 && marks[marked - 1] == size) {
            marked--;
        } else {
            pop();
        }
    }

    /// Takes everything above the last mark, and the mark.
    List<PickleValue> sinceMark() throws PickleException {
        if (marked == 0) {
            throw broken("no mark");
        }
        int from = marks[--marked];
        List<PickleValue> above = new ArrayList<>(Arrays.asList(values).subList(from, size));
        size = from;
        return above;
    }

    PickleValue last() throws PickleException {
        if (size != fence() + 1 || marked > 0) {
            // More than the result is left: legal, and nothing but the last counts.
            marked = 0;
        }
        if (size == 0) {
            throw broken("no result");
        }
        return values[size - 1];
    }

    void memoize(PickleValue value) throws PickleException {
        put(memoSize, value);
    }

    void put(long place, PickleValue value) throws PickleException {
        if (place < 0) {
            throw broken("memo " + place);
        }
        if (place < 2L * memoSize + 4096 && place < DEEPEST) {
            int index = (int) place;
            if (index >= memo.length) {
                memo = Arrays.copyOf(memo, Math.max(2 * memo.length, index + 1));
            }
            memoSize += memo[index] == null && !far.containsKey(place) ? 1 : 0;
            memo[index] = value;
            far.remove(place);
            return;
        }
        if (memoSize >= DEEPEST || far.size() >= 100_000) {
            throw tooMuch("memo");
        }
        memoSize += far.put(place, value) == null && at(place) == null ? 1 : 0;
        if (place < memo.length) {
            memo[(int) place] = null;
        }
    }

    private @Nullable PickleValue at(long place) {
        return place < memo.length ? memo[(int) place] : null;
    }

    PickleValue get(long place) throws PickleException {
        @Nullable PickleValue value = place < 0 ? null : at(place);
        if (value == null) {
            value = far.get(place);
        }
        if (value == null) {
            throw broken("memo " + place);
        }
        return value;
    }

    static PickleValue unknown() {
        return UNKNOWN;
    }
}

package cotejo.codec.pickle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a pickle would make, as a graph that only says so. It may refer to itself: whoever walks it keeps a budget.
/// Equality is identity.
public sealed interface PickleValue {

    /// A number, a truth value, or nothing.
    ///
    /// @param value a [Long], [Double], [Boolean], a [String] of digits too many for a long, or null for None
    record Plain(@Nullable Object value) implements PickleValue {
        @Override
        public String toString() {
            return value == null ? "None" : value.toString();
        }
    }

    /// A text.
    ///
    /// @param value  its beginning
    /// @param length its length in bytes
    /// @param whole  false when `value` is only the beginning
    record Text(String value, long length, boolean whole) implements PickleValue {
    }

    /// Bytes.
    ///
    /// @param head   their beginning; all of them when they look like a pickle of moderate size
    /// @param length how many there are
    record Bytes(byte[] head, long length) implements PickleValue {
    }

    /// Something named that Python would import.
    record Global(String module, String name) implements PickleValue {
        /// The name with its module before it.
        public String full() {
            return module + "." + name;
        }
    }

    /// What kind of group.
    enum Kind {
        LIST, TUPLE, SET, FROZEN_SET
    }

    /// A list, tuple or set.
    final class Group implements PickleValue {
        private final Kind kind;
        final List<PickleValue> items;
        long size;

        Group(Kind kind, List<PickleValue> items) {
            this.kind = kind;
            this.items = items;
            this.size = items.size();
        }

        public Kind kind() {
            return kind;
        }

        /// The first items; [#size] says how many there are.
        public List<PickleValue> items() {
            return items;
        }

        public long size() {
            return size;
        }
    }

    /// Keys with values.
    final class Pairs implements PickleValue {
        final List<PickleValue> keys = new ArrayList<>(4);
        final List<PickleValue> values = new ArrayList<>(4);
        long size;

        /// The first keys; [#size] says how many there are.
        public List<PickleValue> keys() {
            return keys;
        }

        public List<PickleValue> values() {
            return values;
        }

        public long size() {
            return size;
        }

        /// The value written last for a key that is a text.
        public @Nullable PickleValue get(String key) {
            for (int i = keys.size() - 1; i >= 0; i--) {
                if (keys.get(i) instanceof Text text && text.value().equals(key)) {
                    return values.get(i);
                }
            }
            return null;
        }
    }

    /// What a call would give.
    final class Made implements PickleValue {
        private final PickleValue maker;
        private final PickleValue arguments;
        final Group items = new Group(Kind.LIST, new ArrayList<>(0));
        final Pairs pairs = new Pairs();
        @Nullable PickleValue state;

        Made(PickleValue maker, PickleValue arguments) {
            this.maker = maker;
            this.arguments = arguments;
        }

        /// What is called: a [Global] in every honest pickle.
        public PickleValue maker() {
            return maker;
        }

        /// What it is called with.
        public PickleValue arguments() {
            return arguments;
        }

        /// What is set on it afterwards.
        public @Nullable PickleValue state() {
            return state;
        }

        /// What is appended to it afterwards.
        public Group items() {
            return items;
        }

        /// What is put into it afterwards.
        public Pairs pairs() {
            return pairs;
        }

        /// Whether it is made by this name.
        public boolean madeBy(String module, String name) {
            return maker instanceof Global global && global.module().equals(module) && global.name().equals(name);
        }
    }

    /// Something outside the stream, by its id.
    record Persistent(PickleValue id) implements PickleValue {
    }

    /// Something that was not followed.
    record Unknown() implements PickleValue {
    }
}

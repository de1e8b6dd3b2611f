package cotejo.preview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of what is known of a file: a value, a list, or named pieces.
public sealed interface Fact {

    /// A single value as text.
    record Text(String value) implements Fact {
    }

    /// A number.
    record Number(double value) implements Fact {
    }

    /// A whole number.
    record Whole(long value) implements Fact {
    }

    record Flag(boolean value) implements Fact {
    }

    record Items(List<Fact> items) implements Fact {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// Named pieces in their order.
    record Fields(Map<String, Fact> fields) implements Fact {
        public Fields {
            fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /// The piece of that name.
        public @Nullable Fact get(String name) {
            return fields.get(name);
        }
    }

    /// A text as a fact.
    static Fact of(String value) {
        return new Text(value);
    }

    /// A whole number as a fact.
    static Fact of(long value) {
        return new Whole(value);
    }

    /// Texts as a list.
    static Fact texts(Collection<String> values) {
        return new Items(values.stream().map(Fact::of).toList());
    }

    /// The value as one line of text; lists and fields by their number.
    default String line() {
        return switch (this) {
            case Text text -> text.value();
            case Number number -> Double.toString(number.value());
            case Whole whole -> Long.toString(whole.value());
            case Flag flag -> Boolean.toString(flag.value());
            case Items items -> items.items().stream().allMatch(i -> !(i instanceof Items) && !(i instanceof Fields))
                    ? String.join(", ", items.items().stream().map(Fact::line).toList())
                    : "[" + items.items().size() + "]";
            case Fields fields -> "{" + fields.fields().size() + "}";
        };
    }
}

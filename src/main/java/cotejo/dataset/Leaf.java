package cotejo.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A column without parts of its own: a flat column, or a path into a nested one such as `a.list.element`. Where whole
/// values are wanted, a nested column can be taken for one too.
///
/// @param column the number of the column it is in
/// @param path   its name as a path
/// @param steps  the way down from the column: the number of the part at each level
/// @param type   what its values are
/// @param shape  whether a row has one value of it or many
public record Leaf(int column, String path, List<Integer> steps, FieldType type, Shape shape) {

    /// How many values a row has.
    public enum Shape {
        SINGLE,
        REPEATED
    }

    /// The leaves of all columns, in order.
    public static List<Leaf> of(List<Field> columns) {
        List<Leaf> leaves = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            collect(i, columns.get(i), columns.get(i).name(), List.of(), Shape.SINGLE, leaves);
        }
        return List.copyOf(leaves);
    }

    /// A column as a whole, nested or not: each row has one value of it.
    public static Leaf whole(List<Field> columns, int column) {
        Field field = columns.get(column);
        return new Leaf(column, field.name(), List.of(), field.type(), Shape.SINGLE);
    }

    /// The leaf of a flat column, or the one with this path.
    public static Optional<Leaf> named(List<Field> columns, String path) {
        return of(columns).stream().filter(leaf -> leaf.path().equals(path)).findFirst();
    }

    private static void collect(int column, Field field, String path, List<Integer> steps, Shape shape,
            List<Leaf> leaves) {
        List<Field> parts = field.type().parts();
        if (parts.isEmpty()) {
            leaves.add(new Leaf(column, path, steps, field.type(), shape));
        }
        Shape inside = field.type() instanceof FieldType.Struct ? shape : Shape.REPEATED;
        for (int i = 0; i < parts.size(); i++) {
            List<Integer> down = new ArrayList<>(steps);
            down.add(i);
            collect(column, parts.get(i), path + "." + parts.get(i).name(), List.copyOf(down), inside, leaves);
        }
    }
}

package cotejo.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;

/// The same values, a line a run and a column a key.
final class TransposedSheet implements Sheet {

    private final ValuesSheet upright;
    private final List<Integer> keys = new ArrayList<>();

    TransposedSheet(ValuesSheet upright) {
        this.upright = upright;
        for (int line = 0; line < upright.lines(); line++) {
            if (upright.line(line) instanceof PageLine.Values) {
                keys.add(line);
            }
        }
    }

    @Override
    public int lines() {
        return upright.columns();
    }

    @Override
    public int columns() {
        return keys.size();
    }

    @Override
    public Head head(int line) {
        return upright.column(line);
    }

    @Override
    public Head column(int column) {
        Head head = upright.head(keys.get(column));
        String above = above(column);
        String note = !above.isEmpty() ? above : shared(head.label()) ? section(column) : "";
        return new Head(head.label(), (note + " " + head.note()).strip(), 0, Fold.NONE, Rank.LINE, 0);
    }

    /// What a part is part of, which stands in another column or in none.
    private String above(int column) {
        int line = keys.get(column);
        int depth = upright.head(line).depth();
        String above = "";
        while (depth > 0 && line > 0) {
            Head head = upright.head(--line);
            if (head.depth() < depth) {
                above = above.isEmpty() ? head.label() : head.label() + "." + above;
                depth = head.depth();
            }
        }
        return above;
    }

    private boolean shared(String label) {
        return keys.stream().filter(line -> upright.head(line).label().equals(label)).limit(2).count() > 1;
    }

    /// The title above a key, which stands in no column of its own.
    private String section(int column) {
        int line = keys.get(column);
        while (line >= 0 && !(upright.line(line) instanceof PageLine.Title)) {
            line--;
        }
        return line < 0 ? "" : upright.head(line).label();
    }

    @Override
    public Shown value(int line, int column) {
        return upright.value(keys.get(column), line);
    }

    @Override
    public void act(int line) {
        // Runs do not fold.
    }

    @Override
    public @Nullable ContextMenu menu(int line, int column) {
        return column < 0 || column >= keys.size() ? null : upright.menu(keys.get(column), line);
    }
}

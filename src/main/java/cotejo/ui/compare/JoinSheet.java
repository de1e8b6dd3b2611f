package cotejo.ui.compare;

import cotejo.compare.TableJoin;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;

/// The rows in which two tables differ: both values where they are not the same.
final class JoinSheet implements Sheet {

    private final TableJoin join;
    private final List<TableJoin.Line> lines;

    JoinSheet(TableJoin join) {
        this.join = join;
        this.lines = join.lines().stream().filter(TableJoin.Line::differs).toList();
    }

    @Override
    public int lines() {
        return lines.size();
    }

    @Override
    public int columns() {
        return join.columns().size();
    }

    @Override
    public Head head(int line) {
        TableJoin.Line shown = lines.get(line);
        String note = shown.left() == null ? Texts.get("compare.join.onlyRight")
                : shown.right() == null ? Texts.get("compare.join.onlyLeft") : "";
        return new Head(join.key().isEmpty() ? "#" + shown.key() : shown.key(), note, 0, Fold.NONE, Rank.LINE, 0);
    }

    @Override
    public Head column(int column) {
        return new Head(join.columns().get(column), "", 0, Fold.NONE, Rank.LINE, 0);
    }

    @Override
    public Shown value(int line, int column) {
        @Nullable List<String> left = lines.get(line).left();
        @Nullable List<String> right = lines.get(line).right();
        if (left == null || right == null) {
            String one = left != null ? left.get(column) : right != null ? right.get(column) : "";
            return new Shown(one, "", Mark.PLAIN, List.of(), one);
        }
        String first = left.get(column);
        String second = right.get(column);
        return first.equals(second) ? new Shown(first, "", Mark.SAME, List.of(), first)
                : new Shown(brief(first) + " → " + brief(second), "", Mark.PLAIN, List.of(), first + " → " + second);
    }

    private static String brief(String text) {
        double number = text.length() > 7 ? Figures.parse(text) : Double.NaN;
        return text.isEmpty() ? "–" : Double.isFinite(number) ? Figures.brief(number, 5) : text;
    }

    @Override
    public void act(int line) {
        // Rows do not fold.
    }

    @Override
    public @Nullable ContextMenu menu(int line, int column) {
        return null;
    }
}

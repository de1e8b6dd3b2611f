package cotejo.ui.curves;

import cotejo.model.RunFrame;
import cotejo.model.TextColumn;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import org.jspecify.annotations.Nullable;

/// Chooses the params and tags by which runs are grouped, those that differ first.
final class GroupField extends MenuButton {

    private static final int MOST = 40;

    private final Supplier<List<String>> columns;
    private final Supplier<String> none;
    private final List<String> now;
    private final Consumer<List<String>> chosen;

    /// @param columns what is offered, as operands; asked for when the menu opens
    /// @param none    what stands there while nothing is chosen; asked for again by [#say]
    GroupField(Supplier<List<String>> columns, Supplier<String> none, List<String> now, Consumer<List<String>> chosen) {
        this.columns = columns;
        this.none = none;
        this.now = new ArrayList<>(now);
        this.chosen = chosen;
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setAccessibleText(Texts.get("curves.look.group"));
        setOnShowing(event -> fill());
        // An empty menu would not open.
        getItems().setAll(new MenuItem());
        say();
    }

    /// Says what is chosen.
    void say() {
        setText(now.isEmpty() ? none.get()
                : String.join(", ", now.stream().map(GroupField::name).toList()));
    }

    static String name(String operand) {
        return switch (ColumnRef.parse(operand)) {
            case ColumnRef.Param param -> param.key();
            case ColumnRef.Tag tag -> tag.key();
            case ColumnRef.Metric metric -> metric.key();
            case null, default -> operand;
        };
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        List<String> offered = new ArrayList<>(now);
        columns.get().stream().filter(one -> !offered.contains(one)).limit(MOST).forEach(offered::add);
        for (String operand : offered) {
            CheckMenuItem item = new CheckMenuItem(name(operand));
            item.setMnemonicParsing(false);
            item.setSelected(now.contains(operand));
            item.setOnAction(event -> turn(operand));
            items.add(item);
        }
        if (items.isEmpty()) {
            Label none = new Label(Texts.get("curves.group.nothing"));
            items.add(new CustomMenuItem(none, false));
        }
        getItems().setAll(items);
    }

    private void turn(String operand) {
        if (!now.remove(operand)) {
            now.add(operand);
        }
        say();
        chosen.accept(List.copyOf(now));
    }

    /// The params and then the tags in which the runs differ.
    static List<String> differing(BoardRuns runs) {
        RunFrame frame = runs.frame();
        int[] rows = runs.rows();
        List<String> found = new ArrayList<>();
        frame.paramKeys().stream().filter(key -> differs(frame.param(key), rows)).sorted(Section::compare)
                .forEach(key -> found.add(new ColumnRef.Param(key).text()));
        frame.tagKeys().stream().filter(key -> !key.startsWith("mlflow.") && differs(frame.tag(key), rows))
                .sorted(Section::compare).forEach(key -> found.add(new ColumnRef.Tag(key).text()));
        return found;
    }

    private static boolean differs(@Nullable TextColumn column, int[] rows) {
        if (column == null || rows.length == 0) {
            return false;
        }
        int first = column.code(rows[0]);
        for (int row : rows) {
            if (column.code(row) != first) {
                return true;
            }
        }
        return false;
    }
}

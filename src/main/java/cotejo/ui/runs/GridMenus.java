package cotejo.ui.runs;

import cotejo.export.TableText;
import cotejo.model.MetricStat;
import cotejo.query.ColumnRef;
import cotejo.query.Expansion;
import cotejo.query.RunAttribute;
import cotejo.query.SortKey;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The context menus of heads and lines.
final class GridMenus {

    private static final List<MetricStat> STATS = List.of(MetricStat.LAST, MetricStat.MIN, MetricStat.MAX,
            MetricStat.MEAN, MetricStat.FIRST, MetricStat.COUNT);

    private final RunsViewModel model;
    private final ColumnEdits columns;
    private final RunCommands commands;

    GridMenus(RunsViewModel model, ColumnEdits columns, RunCommands commands) {
        this.model = model;
        this.columns = columns;
        this.commands = commands;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        MenuItem item = item(key, action);
        // Shown for the eye only: the grid itself answers to its keys.
        item.setAccelerator(KeyCombination.valueOf(keys));
        return item;
    }

    /// The menu of the names' head.
    ContextMenu name() {
        ContextMenu menu = new ContextMenu();
        sorting(menu, ColumnRef.attribute(RunAttribute.RUN_NAME));
        menu.getItems().addAll(new SeparatorMenuItem(),
                item("runs.menu.expandAll", () -> model.expandAll(Expansion.open())),
                item("runs.menu.collapseAll", () -> model.expandAll(Expansion.closed())),
                item("runs.columns.reset", columns::reset));
        return menu;
    }

    /// The menu of a column's head.
    ContextMenu column(GridColumn column) {
        ContextMenu menu = new ContextMenu();
        sorting(menu, column.ref());
        if (column.ref() instanceof ColumnRef.Metric metric) {
            menu.getItems().addAll(new SeparatorMenuItem(), stats(column, metric.key(), metric.stat()));
        } else if (column.ref() instanceof ColumnRef.MetricAt metric) {
            menu.getItems().addAll(new SeparatorMenuItem(), stats(column, metric.key(), null));
        }
        if (!column.curve() && groupable(column.ref())) {
            menu.getItems().add(item("runs.menu.groupBy", () -> model.change(state ->
                    state.withGroupBy(List.of(column.ref())))));
        }
        menu.getItems().add(item("runs.menu.filterPresent", () -> model.narrow(column.ref().text() + " IS NOT NULL")));
        CheckMenuItem pin = new CheckMenuItem(Texts.get("runs.menu.pin"));
        pin.setSelected(column.spec().pinned());
        pin.setOnAction(event -> columns.change(column.spec(), spec -> spec.withPlace(
                spec.pinned() ? ColumnSpec.Place.SCROLLED : ColumnSpec.Place.PINNED)));
        menu.getItems().addAll(new SeparatorMenuItem(), pin,
                item("runs.menu.left", () -> step(column, -1)), item("runs.menu.right", () -> step(column, 1)),
                item("runs.menu.hideColumn", () -> columns.remove(List.of(column.spec()))));
        return menu;
    }

    static boolean groupable(ColumnRef ref) {
        return switch (ref) {
            case ColumnRef.Param _, ColumnRef.Tag _ -> true;
            case ColumnRef.Attribute a -> switch (a.attribute()) {
                case STATUS, USER, EXPERIMENT, LIFECYCLE, STARRED -> true;
                default -> false;
            };
            case ColumnRef.Metric _, ColumnRef.MetricAt _ -> false;
        };
    }

    private void step(GridColumn column, int by) {
        int at = model.listing().get().columns().indexOf(column);
        columns.move(at, by > 0 ? at + 2 : at - 1);
    }

    private void sorting(ContextMenu menu, ColumnRef ref) {
        menu.getItems().addAll(
                item("runs.menu.ascending", () -> model.change(s -> s.withSort(List.of(SortKey.ascending(ref))))),
                item("runs.menu.descending", () -> model.change(s -> s.withSort(List.of(SortKey.descending(ref))))),
                item("runs.menu.alsoSort", () -> model.change(s -> s.alsoSortedBy(ref))));
    }

    private Menu stats(GridColumn column, String metric, @Nullable MetricStat now) {
        Menu menu = new Menu(Texts.get("runs.menu.shows"));
        ToggleGroup group = new ToggleGroup();
        for (MetricStat stat : STATS) {
            RadioMenuItem item = new RadioMenuItem(ColumnHead.stat(stat));
            item.setToggleGroup(group);
            item.setSelected(stat == now && !column.curve());
            item.setOnAction(event -> become(column, new ColumnRef.Metric(metric, stat), ColumnSpec.Look.VALUE));
            menu.getItems().add(item);
        }
        RadioMenuItem at = new RadioMenuItem(Texts.get("runs.menu.atStep"));
        at.setToggleGroup(group);
        at.setSelected(column.ref() instanceof ColumnRef.MetricAt);
        at.setOnAction(event -> atStep(column, metric));
        RadioMenuItem curve = new RadioMenuItem(Texts.get("runs.menu.curve"));
        curve.setToggleGroup(group);
        curve.setSelected(column.curve());
        curve.setOnAction(event -> become(column, ColumnRef.metric(metric), ColumnSpec.Look.CURVE));
        menu.getItems().addAll(at, curve, new SeparatorMenuItem(),
                item("runs.menu.addCurve", () -> columns.addAfter(column.spec(), ColumnSpec.curve(metric))));
        return menu;
    }

    private void become(GridColumn column, ColumnRef ref, ColumnSpec.Look look) {
        ColumnSpec before = column.spec();
        columns.change(before, spec -> new ColumnSpec(ref, look, look == before.look() ? spec.width() : 0,
                spec.place()));
    }

    private void atStep(GridColumn column, String metric) {
        String before = column.ref() instanceof ColumnRef.MetricAt at ? Figures.exact(at.step()) : "";
        model.context().choosers().askText(Texts.get("runs.step.title", metric), Texts.get("runs.step.label"), before)
                .map(Figures::parse).filter(Double::isFinite)
                .ifPresent(step -> become(column, new ColumnRef.MetricAt(metric, step), ColumnSpec.Look.VALUE));
    }

    /// The menu of the selected runs, opened on a cell or, with the keyboard, on none.
    ///
    /// @param row the frame's row of the run under the pointer, or -1
    ContextMenu run(@Nullable GridColumn column, int row) {
        ContextMenu menu = new ContextMenu();
        if (column != null && row >= 0 && !column.curve()) {
            MenuItem narrow = new MenuItem(only(column, row));
            narrow.setMnemonicParsing(false);
            // Shown for the eye only: the grid itself answers to its keys.
            narrow.setAccelerator(KeyCombination.valueOf("F"));
            narrow.setOnAction(event -> model.narrowTo(column.ref(), row));
            menu.getItems().addAll(narrow, new SeparatorMenuItem());
        }
        menu.getItems().addAll(item("runs.menu.details", "Enter", commands::openDetails),
                item("runs.menu.compare", "C", commands::compare), copying(),
                new SeparatorMenuItem(), item("runs.menu.star", "S", commands::star),
                item("runs.menu.hide", "H", commands::hide), item("runs.menu.rename", "F2", commands::rename),
                item("runs.menu.tags", commands::editTags), item("runs.menu.note", commands::editNote),
                item("runs.menu.move", commands::move), new SeparatorMenuItem());
        if (model.inTrash()) {
            menu.getItems().addAll(item("runs.menu.restore", commands::restore),
                    item("runs.menu.delete", "Delete", commands::trash));
        } else {
            menu.getItems().add(item("runs.menu.trash", "Delete", commands::trash));
        }
        if (column != null) {
            menu.getItems().addAll(new SeparatorMenuItem(), head(column));
        }
        return menu;
    }

    /// What the head of a cell offers, for the keyboard, which goes to cells and not to heads.
    private Menu head(GridColumn column) {
        Menu menu = new Menu(Texts.get("runs.menu.column", column.head().text()));
        menu.setMnemonicParsing(false);
        List<MenuItem> items = List.copyOf((isName(column) ? name() : column(column)).getItems());
        menu.getItems().setAll(items);
        return menu;
    }

    private static boolean isName(GridColumn column) {
        return column.ref().equals(ColumnRef.attribute(RunAttribute.RUN_NAME));
    }

    /// The names as a column, to filter by.
    GridColumn names() {
        return GridColumn.of(ColumnSpec.of(ColumnRef.attribute(RunAttribute.RUN_NAME)), model.listing().get().frame(),
                model.points());
    }

    /// What filtering by a cell does, in words.
    String only(GridColumn column, int row) {
        GridColumn.Words words = column.at(row);
        return Texts.get("runs.menu.filterBy", column.head().text(),
                words == null ? Texts.get("runs.group.without") : shortened(words.brief()));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 20) + "…" + text.substring(text.length() - 19) : text;
    }

    private Menu copying() {
        Menu menu = new Menu(Texts.get("runs.menu.copyAs"));
        // texts: runs.copy.*
        for (TableText.Format format : TableText.Format.values()) {
            MenuItem item = new MenuItem(Texts.get("runs.copy." + format.name().toLowerCase(java.util.Locale.ROOT)));
            item.setOnAction(event -> commands.copyAs(format));
            menu.getItems().add(item);
        }
        return menu;
    }
}

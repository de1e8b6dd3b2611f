package cotejo.ui.runs;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import cotejo.query.RowsSpec.Nesting;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// The buttons above the table: columns, what varies, tree, groups, facets, views, export, and what shares the middle.
final class TableBar extends HBox {

    private static final double LEAST = 36;
    /// Of an icon without words, where there is little room.
    private static final double LEAST_ALONE = 30;

    private final RunsViewModel model;
    private final ToggleButton varying = new ToggleButton();
    private final ToggleButton tree = new ToggleButton();
    private final Button group = new Button();
    private final MenuButton views = new MenuButton();
    private final ToggleGroup layouts = new ToggleGroup();
    private final Popover popover = new Popover();

    TableBar(RunsViewModel model, ColumnEdits columns, RunCommands commands) {
        this.model = model;
        getStyleClass().add("run-bar");
        popover.setDetachable(false);
        popover.setArrowSize(0);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        Button choose = button("runs.bar.columns", "fth-columns");
        choose.setOnAction(event -> open(choose, () -> new ColumnChooser(model, columns)));
        toggle(varying, "runs.bar.varying", "fth-shuffle");
        varying.setOnAction(event -> model.change(state -> state.withSpare(varying.isSelected()
                ? TableState.Spare.ONLY_VARYING : TableState.Spare.SHOW_ALL)));
        toggle(tree, "runs.bar.tree", "fth-git-branch");
        tree.setOnAction(event -> model.change(state -> state.withNesting(tree.isSelected()
                ? Nesting.TREE : Nesting.FLAT)));
        dress(group, "runs.bar.group", "fth-grid");
        group.setOnAction(event -> open(group, () -> new GroupChooser(model)));
        Button facets = button("runs.bar.facets", "fth-sliders");
        facets.setOnAction(event -> open(facets, () -> new FacetsView(model)));
        views.setText(Texts.get("runs.bar.views"));
        views.setGraphic(new FontIcon("fth-bookmark"));
        views.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "run-bar-button");
        views.setOnShowing(event -> model.keeper().names(this::fillViews));
        fillViews(Map.of());
        Button export = button("runs.bar.export", "fth-download");
        export.setOnAction(event -> commands.export());
        Button compare = button("runs.bar.compare", "fth-columns");
        compare.setOnAction(event -> commands.compare());
        compare.setDisable(true);
        model.selection().version().addListener(any -> compare.setDisable(model.meant().size() < 2));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(choose, varying, tree, group, facets, views, export, compare, gap, layoutChoice());
        widthProperty().addListener((property, before, now) -> fit());
        model.state().addListener((property, before, now) -> show());
        model.listing().addListener((property, before, now) -> show());
        show();
    }

    /// Where there is no room for all words, the icons stand alone, their words on hover.
    private void fit() {
        if (getScene() != null) {
            // Unstyled words are narrower than those that will be seen.
            applyCss();
        }
        double wanted = getInsets().getLeft() + getInsets().getRight();
        for (Node child : getChildren()) {
            if (child instanceof Labeled labeled && labeled.isManaged()) {
                labeled.setContentDisplay(ContentDisplay.LEFT);
                labeled.setMinWidth(LEAST);
            }
            wanted += child.isManaged() ? child.prefWidth(-1) + getSpacing() : 0;
        }
        if (wanted > getWidth() && getWidth() > 0) {
            for (Node child : getChildren()) {
                if (child instanceof Labeled labeled) {
                    labeled.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
                    labeled.setMinWidth(LEAST_ALONE);
                }
            }
        }
    }

    private static Button button(String key, String icon) {
        Button button = new Button();
        dress(button, key, icon);
        return button;
    }

    /// Each has a word and a longer hint.
    private static void dress(javafx.scene.control.ButtonBase button, String key, String icon) {
        // texts: runs.bar.*
        button.setText(Texts.get(key));
        button.setGraphic(new FontIcon(icon));
        Tip.on(button, Texts.get(key + ".hint"));
        button.setAccessibleText(Texts.get(key));
        button.setAccessibleHelp(Texts.get(key + ".hint"));
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "run-bar-button");
        button.setMinWidth(LEAST);
    }

    private static void toggle(ToggleButton button, String key, String icon) {
        dress(button, key, icon);
    }

    private HBox layoutChoice() {
        HBox box = new HBox();
        String[] icons = {"fth-list", "fth-layout", "fth-trending-up"};
        // texts: runs.layout.*
        for (ChartState.Layout layout : ChartState.Layout.values()) {
            ToggleButton one = new ToggleButton("", new FontIcon(icons[layout.ordinal()]));
            String text = Texts.get("runs.layout." + layout.name().toLowerCase(java.util.Locale.ROOT));
            Tip.on(one, text);
            one.setAccessibleText(text);
            one.setUserData(layout);
            one.setToggleGroup(layouts);
            one.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON, "run-bar-button");
            one.setOnAction(event -> {
                one.setSelected(true);
                model.change(state -> state.withChart(state.chart().withLayout(layout)));
            });
            box.getChildren().add(one);
        }
        box.setAlignment(javafx.geometry.Pos.CENTER);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private void show() {
        TableState now = model.state().get();
        boolean only = now.spare() == TableState.Spare.ONLY_VARYING;
        varying.setSelected(only);
        int left = model.listing().get().leftOut();
        varying.setText(only && left > 0 ? Texts.get("runs.bar.varying.left", left) : Texts.get("runs.bar.varying"));
        boolean nested = model.listing().get().tree().nested();
        tree.setVisible(nested);
        tree.setManaged(nested);
        tree.setSelected(now.nesting() == Nesting.TREE);
        group.setText(now.groupBy().isEmpty() ? Texts.get("runs.bar.group") : Texts.get("runs.bar.group.by",
                String.join(", ", now.groupBy().stream().map(ref -> ColumnHead.of(ref).title()).toList())));
        group.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        group.pseudoClassStateChanged(GridRow.ON, !now.groupBy().isEmpty());
        layouts.getToggles().forEach(one -> one.setSelected(one.getUserData() == now.chart().layout()));
        fit();
    }

    private void open(Node owner, Supplier<Node> content) {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        Node node = content.get();
        // Lists keep the key for themselves.
        node.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popover.hide();
                event.consume();
            }
        });
        popover.setContentNode(node);
        popover.show(owner);
    }

    private void fillViews(Map<String, TableState> known) {
        List<MenuItem> items = new java.util.ArrayList<>();
        known.forEach((name, state) -> {
            javafx.scene.control.Menu menu = new javafx.scene.control.Menu(name);
            menu.setMnemonicParsing(false);
            menu.getItems().addAll(item("runs.views.apply", () -> model.apply(state)),
                    item("runs.views.replace", () -> model.keeper().replace(name, state,
                            model.state().get())),
                    item("runs.views.rename", () -> ask("runs.views.rename", name, known.keySet())
                            .ifPresent(to -> model.keeper().rename(name, to))),
                    item("runs.views.delete", () -> model.keeper().delete(name, state)));
            items.add(menu);
        });
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(item("runs.views.save", () -> ask("runs.views.save", "", known.keySet())
                .ifPresent(name -> model.keeper().save(name, model.state().get()))));
        items.add(item("runs.views.reset", () -> model.apply(TableState.plain()
                .withChart(model.state().get().chart()))));
        views.getItems().setAll(items);
    }

    /// A name for a view, another than it has; one that is taken only when the person agrees.
    private java.util.Optional<String> ask(String title, String name, Set<String> taken) {
        return model.context().choosers().askText(Texts.get(title), Texts.get("runs.views.name"), name)
                .map(String::strip).filter(wanted -> !wanted.isEmpty() && !wanted.equals(name))
                .filter(wanted -> !taken.contains(wanted) || model.context().choosers().confirmDestroying(
                        Texts.get("runs.views.taken", wanted), Texts.get("runs.views.taken.text"),
                        Texts.get("runs.views.taken.action")));
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    void close() {
        popover.hide();
    }
}

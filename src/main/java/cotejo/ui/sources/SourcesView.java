package cotejo.ui.sources;

import cotejo.text.Texts;
import cotejo.ui.Command;
import cotejo.ui.CommandEvent;
import cotejo.ui.Icons;
import cotejo.ui.SaidPage;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Lays the sources out: a row of buttons over a table, or the page for when there are none.
final class SourcesView {

    private final SourcesViewModel model;
    private final SourcesPanel panel;
    private final TableView<SourceRow> table;
    private final StackPane body = new StackPane();
    private final BorderPane node = new BorderPane();
    private final Node tools;
    private @Nullable ContextMenu menu;

    SourcesView(SourcesViewModel model, SourcesPanel panel) {
        this.model = model;
        this.panel = panel;
        this.table = new SourceTable(model, panel::problems).table();
        table.setRowFactory(view -> row());
        tools = tools();
        node.getStyleClass().add("sources");
        node.setCenter(body);
        model.state().addListener((value, before, now) -> show(now));
        show(model.state().get());
    }

    Node node() {
        return node;
    }

    @Nullable SourceRow selected() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void show(SourcesViewModel.State state) {
        node.setTop(state == SourcesViewModel.State.FULL ? tools : null);
        body.getChildren().setAll(switch (state) {
            case LOADING -> SaidPage.busy(Texts.get("sources.loading"));
            case EMPTY -> empty();
            case FULL -> table;
            case FAILED -> failed();
        });
    }

    private Node tools() {
        Label title = new Label(Texts.get("sources.title"));
        title.getStyleClass().add("panel-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        BooleanBinding none = Bindings.isNull(table.getSelectionModel().selectedItemProperty());
        Button again = button("fth-refresh-cw", "sources.again", none, panel::importAgain);
        Button artifacts = button("fth-folder", "sources.artifacts", none, panel::chooseArtifacts);
        Button remove = button("fth-trash-2", "sources.remove", none, panel::remove);
        Button add = importButton();
        HBox row = new HBox(8, title, gap, again, artifacts, remove, add);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("panel-tools");
        return row;
    }

    private Button button(String icon, String key, BooleanBinding none, Consumer<SourceRow> action) {
        Button button = new Button(Texts.get(key), Icons.of(icon));
        button.getStyleClass().add("flat");
        button.disableProperty().bind(none);
        button.setOnAction(event -> act(action));
        return button;
    }

    private void act(Consumer<SourceRow> action) {
        @Nullable SourceRow row = selected();
        if (row != null) {
            action.accept(row);
        }
    }

    private Button importButton() {
        Button add = new Button(Texts.get("sources.import"), Icons.of("fth-folder-plus"));
        add.getStyleClass().add("accent");
        add.setOnAction(event -> node.fireEvent(new CommandEvent(Command.IMPORT_FOLDER)));
        return add;
    }

    private TableRow<SourceRow> row() {
        TableRow<SourceRow> row = new TableRow<>();
        row.setOnContextMenuRequested(event -> {
            if (!row.isEmpty()) {
                menu().show(row, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        return row;
    }

    private ContextMenu menu() {
        ContextMenu known = menu;
        if (known != null) {
            known.hide();
            return known;
        }
        ContextMenu fresh = new ContextMenu(
                item("sources.again", panel::importAgain),
                item("sources.rename", panel::rename),
                new SeparatorMenuItem(),
                item("sources.artifacts", panel::chooseArtifacts),
                item("sources.artifacts.forget", chosen -> model.remap(chosen.source(), null)),
                new SeparatorMenuItem(),
                item("sources.remove", panel::remove));
        menu = fresh;
        return fresh;
    }

    private MenuItem item(String key, Consumer<SourceRow> action) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> act(action));
        return item;
    }

    private Node empty() {
        return SaidPage.of("fth-database", Texts.get("sources.empty.title"), Texts.get("sources.empty.text"),
                importButton());
    }

    private Node failed() {
        Button retry = new Button(Texts.get("sources.failed.retry"));
        retry.setOnAction(event -> model.load());
        return SaidPage.of("fth-alert-circle", Texts.get("sources.failed.title"), model.trouble(), retry);
    }
}

package cotejo.ui;

import cotejo.text.Texts;
import cotejo.ui.imports.ImportFlow;
import cotejo.workspace.WorkspaceLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the window itself does at a [Command].
final class WindowCommands {

    private final UiContext context;
    private final WindowHost host;
    private final ImportFlow imports;
    private final ModalLayer modal;

    WindowCommands(UiContext context, WindowHost host, ImportFlow imports, ModalLayer modal) {
        this.context = context;
        this.host = host;
        this.imports = imports;
        this.modal = modal;
    }

    void bind(Commands commands) {
        commands.bind(Command.IMPORT_FILES,
                () -> imports.open(context.choosers().openFiles(Texts.get("shell.import.chooseFiles"))));
        commands.bind(Command.IMPORT_FOLDER, () -> context.choosers()
                .openFolder(Texts.get("shell.import.chooseFolder")).ifPresent(path -> imports.open(List.of(path))));
        commands.bind(Command.PASTE_PATH, imports::paste);
        commands.bind(Command.OPEN_WORKSPACE, () -> context.choosers()
                .openFolder(Texts.get("shell.workspace.choose")).ifPresent(host::openWorkspace));
        commands.bind(Command.QUIT, host::quit);
        commands.bind(Command.UNDO, context.undo()::undo);
        commands.bind(Command.REDO, context.undo()::redo);
        for (Command command : Command.values()) {
            if (command.group().isChoice()) {
                commands.bind(command, () -> choose(command));
            }
        }
        commands.bind(Command.SHORTCUTS, this::shortcuts);
        commands.bind(Command.SHOW_LOG, this::log);
        commands.bind(Command.ABOUT, this::about);
    }

    private void choose(Command command) {
        String value = command.name().substring(command.name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
        context.settings().change(settings -> switch (command.group()) {
            case THEME -> settings.withTheme(value);
            case LANGUAGE -> settings.withLanguage(value);
            case ROWS -> settings.withRows(value);
            case FILE, WORKSPACE, QUIT, UNDO, EDIT, FIND, PALETTE, HELP -> settings;
        });
        if (command.group() == Command.Group.LANGUAGE) {
            host.rebuild();
        }
        context.background().execute(context.settings()::save);
    }

    private void shortcuts() {
        GridPane grid = new GridPane(32, 8);
        int row = 0;
        for (Command command : Command.values()) {
            if (command.shortcut() != null) {
                Label keys = new Label(command.shortcut().getDisplayText());
                keys.getStyleClass().add("keys");
                grid.addRow(row++, new Label(command.text()), keys);
            }
        }
        HBox both = new HBox(40, grid, tableKeys());
        Button close = close();
        modal.show(Cards.card(Texts.get("shell.shortcuts.title"), List.of(both), List.of(close)), close, () -> { });
    }

    /// Keys that only the table of runs answers to.
    private static VBox tableKeys() {
        GridPane grid = new GridPane(32, 8);
        int row = 0;
        for (TableKey key : TableKey.values()) {
            // texts: shell.shortcuts.table.*
            Label keys = new Label(KeyCombination.valueOf(key.keys).getDisplayText());
            keys.getStyleClass().add("keys");
            grid.addRow(row++, new Label(Texts.get("shell.shortcuts.table." + key.name())), keys);
        }
        Label title = new Label(Texts.get("shell.shortcuts.table"));
        title.getStyleClass().add("muted");
        return new VBox(8, title, grid);
    }

    private enum TableKey {
        DETAILS("Enter"),
        MARK("Space"),
        CELL("Shortcut+Right"),
        FILTER("F"),
        FIND("Slash"),
        STAR("S"),
        HIDE("H"),
        COMPARE("C"),
        RENAME("F2"),
        TRASH("Delete");

        private final String keys;

        TableKey(String keys) {
            this.keys = keys;
        }
    }

    private void log() {
        Path workspace = context.workspace().database().folder().path();
        context.background().execute(() -> {
            String end = WorkspaceLog.end(workspace);
            context.front().execute(() -> Cards.log(modal, WorkspaceLog.fileIn(workspace), end));
        });
    }

    private void about() {
        @Nullable String version = WindowCommands.class.getPackage().getImplementationVersion();
        Button close = close();
        modal.show(Cards.card("Cotejo " + (version == null ? "" : version),
                List.of(Cards.text(Texts.get("shell.about.text")),
                        Cards.text(Texts.get("shell.about.where",
                                context.workspace().database().folder().path().toString(),
                                System.getProperty("java.version"), System.getProperty("javafx.version", "?")))),
                List.of(close)), close, () -> { });
    }

    private Button close() {
        Button close = new Button(Texts.get("shell.close"));
        close.setDefaultButton(true);
        close.setOnAction(event -> modal.close());
        return close;
    }
}

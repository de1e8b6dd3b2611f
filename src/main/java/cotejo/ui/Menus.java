package cotejo.ui;

import cotejo.settings.Settings;
import cotejo.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The menu bar, made from [Command].
final class Menus {

    private final Commands commands;
    private final UndoStack undo;
    private final Supplier<Settings> settings;
    private final Bag bag;

    Menus(Commands commands, UndoStack undo, Supplier<Settings> settings, Bag bag) {
        this.commands = commands;
        this.undo = undo;
        this.settings = settings;
        this.bag = bag;
    }

    MenuBar bar(List<Panels.Entry> panels, Consumer<Panels.Entry> show, Consumer<Path> openWorkspace) {
        Menu file = menu("shell.menu.file");
        add(file, Command.Group.FILE);
        file.getItems().add(new SeparatorMenuItem());
        add(file, Command.Group.WORKSPACE);
        file.getItems().addAll(recent(openWorkspace), new SeparatorMenuItem());
        add(file, Command.Group.QUIT);
        Menu edit = menu("shell.menu.edit");
        for (Command.Group group : List.of(Command.Group.UNDO, Command.Group.EDIT, Command.Group.FIND)) {
            line(edit);
            add(edit, group);
        }
        Menu help = menu("shell.menu.help");
        add(help, Command.Group.HELP);
        MenuBar bar = new MenuBar(file, edit, view(panels, show), help);
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private Menu view(List<Panels.Entry> panels, Consumer<Panels.Entry> show) {
        Menu view = menu("shell.menu.view");
        int number = 1;
        for (Panels.Entry panel : panels) {
            MenuItem item = new MenuItem(panel.text(), Icons.of(panel.icon()));
            item.setAccelerator(panelKeys(number++));
            item.setOnAction(event -> show.accept(panel));
            view.getItems().add(item);
        }
        line(view);
        add(view, Command.Group.PALETTE);
        line(view);
        view.getItems().add(choice("shell.menu.theme", "fth-sun", Command.Group.THEME));
        view.getItems().add(choice("shell.menu.language", "fth-globe", Command.Group.LANGUAGE));
        view.getItems().add(choice("shell.menu.rows", "fth-align-justify", Command.Group.ROWS));
        return view;
    }

    /// The keys of the n-th panel, from 1.
    static KeyCombination panelKeys(int number) {
        return new KeyCodeCombination(KeyCode.valueOf("DIGIT" + number), KeyCombination.SHORTCUT_DOWN);
    }

    private static void line(Menu menu) {
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
    }

    private Menu menu(String key) {
        Menu menu = new Menu(Texts.get(key));
        // A disabled item would swallow its keys, so items are disabled only while they can be seen.
        menu.setOnShowing(event -> menu.getItems().forEach(item -> {
            if (item.getUserData() instanceof Command command) {
                item.setDisable(!commands.available(command) || nothingTo(command));
            }
        }));
        menu.setOnHidden(event -> menu.getItems().forEach(item -> item.setDisable(false)));
        return menu;
    }

    private boolean nothingTo(Command command) {
        return command == Command.UNDO && undo.undoText().get().isEmpty()
                || command == Command.REDO && undo.redoText().get().isEmpty();
    }

    private void add(Menu menu, Command.Group group) {
        for (Command command : Command.values()) {
            if (command.group() == group) {
                menu.getItems().add(item(command));
            }
        }
    }

    private MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.text(), Icons.of(command.icon()));
        item.setUserData(command);
        item.setId("command-" + command.name());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> commands.run(command));
        @Nullable KeyCombination keys = command.shortcut();
        if (keys != null) {
            item.setAccelerator(keys);
        }
        if (command == Command.UNDO) {
            bag.listen(undo.undoText(), (value, before, now) -> item.setText(deed("shell.menu.undo", command, now)));
            item.setText(deed("shell.menu.undo", command, undo.undoText().get()));
        } else if (command == Command.REDO) {
            bag.listen(undo.redoText(), (value, before, now) -> item.setText(deed("shell.menu.redo", command, now)));
            item.setText(deed("shell.menu.redo", command, undo.redoText().get()));
        }
        return item;
    }

    private static String deed(String key, Command command, String text) {
        return text.isEmpty() ? command.text() : Texts.get(key, text);
    }

    private Menu choice(String key, String icon, Command.Group group) {
        Menu menu = new Menu(Texts.get(key), Icons.of(icon));
        ToggleGroup one = new ToggleGroup();
        for (Command command : Command.values()) {
            if (command.group() == group) {
                RadioMenuItem item = new RadioMenuItem(command.text());
                item.setToggleGroup(one);
                item.setUserData(command);
                item.setSelected(holds(command));
                item.setOnAction(event -> commands.run(command));
                menu.getItems().add(item);
            }
        }
        menu.setOnShowing(event -> menu.getItems().forEach(item -> {
            if (item instanceof RadioMenuItem radio && radio.getUserData() instanceof Command command) {
                radio.setSelected(holds(command));
            }
        }));
        return menu;
    }

    private boolean holds(Command command) {
        Settings now = settings.get();
        String name = command.name().toLowerCase(java.util.Locale.ROOT);
        return name.equals("theme_" + now.theme()) || name.equals("language_" + now.language())
                || name.equals("rows_" + now.rows());
    }

    private Menu recent(Consumer<Path> openWorkspace) {
        Menu menu = new Menu(Texts.get("shell.menu.recent"), Icons.of("fth-clock"));
        menu.getItems().add(new MenuItem(Texts.get("shell.menu.recent.none")));
        menu.setOnShowing(event -> {
            menu.getItems().clear();
            for (String folder : settings.get().workspaces()) {
                MenuItem item = new MenuItem(folder);
                item.setMnemonicParsing(false);
                item.setOnAction(chosen -> openWorkspace.accept(Path.of(folder)));
                menu.getItems().add(item);
            }
            if (menu.getItems().isEmpty()) {
                MenuItem none = new MenuItem(Texts.get("shell.menu.recent.none"));
                none.setDisable(true);
                menu.getItems().add(none);
            }
        });
        return menu;
    }
}

package cotejo.ui;

import cotejo.text.Texts;
import java.util.Locale;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Everything the window can be told to do by menu, key or palette: the one list they are all made from. What a command
/// does is said by [MainWindow], or by the panel that is shown (see [Panel#actions]).
public enum Command {
    IMPORT_FILES(Group.FILE, "fth-file-plus", "Shortcut+O"),
    IMPORT_FOLDER(Group.FILE, "fth-folder-plus", "Shortcut+Shift+O"),
    PASTE_PATH(Group.FILE, "fth-clipboard", "Shortcut+V"),
    OPEN_WORKSPACE(Group.WORKSPACE, "fth-database", "Shortcut+Alt+O"),
    QUIT(Group.QUIT, "fth-log-out", "Shortcut+Q"),

    UNDO(Group.UNDO, "fth-corner-up-left", "Shortcut+Z"),
    REDO(Group.UNDO, "fth-corner-up-right", "Shortcut+Shift+Z"),
    COPY(Group.EDIT, "fth-copy", "Shortcut+C"),
    SELECT_ALL(Group.EDIT, "fth-check-square", "Shortcut+A"),
    FIND(Group.FIND, "fth-filter", "Shortcut+F"),

    PALETTE(Group.PALETTE, "fth-command", "Shortcut+K"),
    TASKS(Group.PALETTE, "fth-activity", "Shortcut+J"),
    THEME_SYSTEM(Group.THEME, "fth-monitor", ""),
    THEME_LIGHT(Group.THEME, "fth-sun", ""),
    THEME_DARK(Group.THEME, "fth-moon", ""),
    LANGUAGE_SYSTEM(Group.LANGUAGE, "fth-globe", ""),
    LANGUAGE_EN(Group.LANGUAGE, "fth-globe", ""),
    LANGUAGE_ES(Group.LANGUAGE, "fth-globe", ""),
    ROWS_NORMAL(Group.ROWS, "fth-menu", ""),
    ROWS_COMPACT(Group.ROWS, "fth-align-justify", ""),

    SHORTCUTS(Group.HELP, "fth-help-circle", "F1"),
    SHOW_LOG(Group.HELP, "fth-file-text", ""),
    ABOUT(Group.HELP, "fth-info", "");

    /// Commands that stand together in a menu, between two lines. Of some groups one command holds at a time.
    enum Group {
        FILE, WORKSPACE, QUIT, UNDO, EDIT, FIND, PALETTE, THEME, LANGUAGE, ROWS, HELP;

        boolean isChoice() {
            return this == THEME || this == LANGUAGE || this == ROWS;
        }
    }

    private final Group group;
    private final String icon;
    private final String shortcut;

    Command(Group group, String icon, String shortcut) {
        this.group = group;
        this.icon = icon;
        this.shortcut = shortcut;
    }

    Group group() {
        return group;
    }

    /// The Ikonli literal of its icon.
    public String icon() {
        return icon;
    }

    /// Its name as menus show it.
    public String text() {
        // texts: shell.command.*
        return Texts.get("shell.command." + name());
    }

    /// The name of the choice it is one of, such as "Theme".
    String groupText() {
        // texts: shell.menu.*
        return Texts.get("shell.menu." + group.name().toLowerCase(Locale.ROOT));
    }

    /// The keys that run it, or null.
    @Nullable KeyCombination shortcut() {
        return shortcut.isEmpty() ? null : KeyCombination.valueOf(shortcut);
    }
}

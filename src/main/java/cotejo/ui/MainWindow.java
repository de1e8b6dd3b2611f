package cotejo.ui;

import cotejo.settings.Settings;
import cotejo.settings.SettingsStore;
import cotejo.text.Texts;
import cotejo.ui.imports.DropZone;
import cotejo.ui.imports.FileOpener;
import cotejo.ui.imports.ImportFlow;
import cotejo.ui.tasks.TaskTray;
import cotejo.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The frame: rail, menus, the panel that is shown, the status line, and what lies over them. Knows panels only by
/// [Panel] and [Panels].
final class MainWindow implements AutoCloseable {

    /// Where in settings the panel shown last is kept.
    private static final String PANEL = "panel";

    private final UiContext context;
    private final WindowHost host;
    private final Bag bag = new Bag();
    private final List<Panels.Entry> entries = Panels.all();
    private final Map<String, Panel> open = new HashMap<>();
    private final Commands commands = new Commands();
    private final ModalLayer modal = new ModalLayer();
    private final Toasts toasts;
    private final ImportFlow imports;
    private final TaskTray tray;
    private final StatusLine status;
    private final DropZone drop;
    private final Rail rail;
    private final MenuBar menus;
    private final StackPane place = new StackPane();
    private final StackPane root = new StackPane();
    private final Scene scene;
    private Panels.Entry shown;
    private String dressed = "";

    /// @param size the first width and height of the scene
    MainWindow(Workspace workspace, SettingsStore settings, Executor background, Executor front, WindowHost host,
            Settings.Window size) {
        this.host = host;
        UndoStack undo = new UndoStack();
        toasts = new Toasts(modal, undo);
        context = new UiContext(workspace, settings, background, front, toasts, new Asking(modal, host::window), undo);
        imports = new ImportFlow(context, entries.stream().map(this::opener).toList());
        tray = new TaskTray(workspace.tasks(), front);
        bag.add(tray);
        status = new StatusLine(tray);
        rail = new Rail(entries, this::show);
        drop = new DropZone(imports::open);
        menus = new Menus(commands, undo, settings::get, bag).bar(entries, this::show, host::openWorkspace);
        bind();
        build();
        scene = new Scene(root, size.width(), size.height());
        dress();
        bag.listen(Platform.getPreferences().colorSchemeProperty(), (value, before, now) -> dress());
        bag.add(settings.listen(changed -> front.execute(this::dress)));
        bag.add(workspace.watch().onFailure(problem -> front.execute(
                () -> toasts.problems(Texts.get("shell.watch.failed", problem.file()), List.of(problem)))));
        workspace.database().loss().ifPresent(
                loss -> toasts.problems(Texts.get("shell.loss"), List.of(loss)));
        shown = entries.getFirst();
        show(last());
    }

    private void build() {
        place.getStyleClass().add("panel-place");
        BorderPane frame = new BorderPane(place, menus, null, status, rail);
        frame.getStyleClass().add("frame");
        StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(toasts, new Insets(0, 16, 44, 0));
        StackPane.setAlignment(tray.card(), Pos.BOTTOM_RIGHT);
        StackPane.setMargin(tray.card(), new Insets(0, 16, 40, 0));
        // Notices make room for the card of tasks.
        toasts.translateXProperty().bind(Bindings.when(tray.card().visibleProperty())
                .then(tray.card().widthProperty().add(12).negate()).otherwise(0.0));
        root.getStyleClass().add("window");
        root.getChildren().addAll(frame, imports.layer(), tray.card(), toasts, modal, drop);
        root.addEventHandler(CommandEvent.ASKED, event -> commands.run(event.command()));
        root.addEventHandler(ShowEvent.ASKED, event -> ask(event.what()));
        root.addEventHandler(CompareEvent.ASKED, event -> compare(event.runs()));
        root.addEventHandler(ImportEvent.ASKED, event -> imports.open(event.paths()));
        root.addEventHandler(BrowseEvent.ASKED, event -> browse(event.file()));
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // Where a text is typed, the key is the text's first.
            if (!(focus() instanceof TextInputControl)) {
                escape(event);
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        MenuKey.on(root, System.getProperty("os.name"));
        drop.watch(root);
    }

    /// Escape closes the card of tasks, unless something lies over it.
    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && tray.card().isVisible() && !modal.isOpen()) {
            tray.toggle();
            event.consume();
        }
    }

    private void bind() {
        new WindowCommands(context, host, imports, modal).bind(commands);
        commands.bind(Command.TASKS, tray::toggle);
        commands.bind(Command.PALETTE, this::palette);
        commands.bindPanel(() -> {
            @Nullable Panel panel = open.get(shown.id());
            return panel == null || focus() instanceof TextInputControl ? Map.of() : panel.actions();
        });
    }

    /// Files that a panel shows, asked for when they are no stores.
    private FileOpener opener(Panels.Entry entry) {
        return new FileOpener() {
            @Override
            public boolean takes(Path file) throws java.io.IOException {
                return entry.takes().test(file);
            }

            @Override
            public void open(Path file) {
                show(entry);
                panel().open(file);
            }
        };
    }

    private @Nullable Node focus() {
        return scene.getFocusOwner();
    }

    private void palette() {
        List<Palette.Line> lines = new ArrayList<>();
        for (Panels.Entry entry : entries) {
            lines.add(new Palette.Line(entry.text(), entry.icon(), Menus.panelKeys(entries.indexOf(entry) + 1),
                    () -> show(entry)));
        }
        for (Command command : Command.values()) {
            if (command != Command.PALETTE && commands.available(command)) {
                String text = command.group().isChoice()
                        ? Texts.get("shell.palette.choice", command.groupText(), command.text()) : command.text();
                lines.add(new Palette.Line(text, command.icon(), command.shortcut(), () -> commands.run(command)));
            }
        }
        Palette palette = new Palette(lines, modal::close);
        modal.show(palette, palette.focus(), () -> { });
    }

    private Panels.Entry last() {
        double number = context.settings().get().layout().getOrDefault(PANEL, 0.0);
        return entries.get((int) Math.clamp(number, 0, entries.size() - 1));
    }

    /// Shows a panel, made now if it has not been shown yet.
    void show(Panels.Entry entry) {
        shown = entry;
        rail.select(entry);
        Panel panel = made(entry);
        place.getChildren().setAll(panel.node());
        status.follow(panel.status());
        double number = entries.indexOf(entry);
        context.settings().change(settings -> {
            Map<String, Double> layout = new HashMap<>(settings.layout());
            layout.put(PANEL, number);
            return settings.withLayout(layout);
        });
    }

    private Panel made(Panels.Entry entry) {
        return open.computeIfAbsent(entry.id(), id -> entry.opener().open(context, imports));
    }

    /// Makes a panel that is likely to be shown, so that it is filled by then.
    void makeAhead(String id) {
        entries.stream().filter(entry -> entry.id().equals(id)).forEach(this::made);
    }

    /// The system does not tell whether it found a browser: what it was asked for is said, with the place.
    private void browse(Path file) {
        host.browse(file);
        context.notices().info(Texts.get("shell.browse.asked", file.toString()));
    }

    private void ask(ShowEvent.What what) {
        entries.stream().filter(entry -> entry.id().equals(what.panel())).findAny().ifPresent(entry -> {
            show(entry);
            panel().ask(what);
        });
    }

    /// Shows a view of [ViewRender#views].
    void show(String view) {
        for (Panels.Entry entry : entries) {
            if (entry.views().contains(view)) {
                show(entry);
                open.getOrDefault(entry.id(), panel()).show(view);
                return;
            }
        }
        show(entries.getFirst());
        drop.setVisible(view.equals("import"));
        if (view.equals("palette")) {
            palette();
        }
    }

    /// Puts runs beside each other, in the panel for that.
    private void compare(List<Long> runs) {
        entries.stream().filter(entry -> entry.id().equals("compare")).findAny().ifPresent(entry -> {
            show(entry);
            panel().compare(runs);
        });
    }

    /// The panel that is shown.
    Panel panel() {
        @Nullable Panel panel = open.get(shown.id());
        if (panel == null) {
            throw new IllegalStateException("no panel is open");
        }
        return panel;
    }

    /// Applies theme and row height as the settings say now; nothing when they are as they were, for styles of a whole
    /// window take longer than a frame.
    private void dress() {
        Settings now = context.settings().get();
        Theme theme = Theme.of(now.theme());
        String wanted = theme + " " + now.rows();
        if (!wanted.equals(dressed)) {
            dressed = wanted;
            theme.dress(scene, now.rows());
        }
    }

    /// Finds styles and places now, for whoever is about to look.
    void lay() {
        root.applyCss();
        root.layout();
        panel().prepare();
    }

    Scene scene() {
        return scene;
    }

    UiContext context() {
        return context;
    }

    ImportFlow imports() {
        return imports;
    }

    Toasts toasts() {
        return toasts;
    }

    TaskTray tray() {
        return tray;
    }

    MenuBar menus() {
        return menus;
    }

    Commands commands() {
        return commands;
    }

    ModalLayer modal() {
        return modal;
    }

    /// Closes the panels and gives up every subscription. The workspace stays open: it belongs to the caller.
    @Override
    public void close() {
        status.rest();
        place.getChildren().clear();
        open.values().forEach(Panel::close);
        open.clear();
        bag.close();
    }

    /// Asks the window to import what a second start of the program was given.
    void take(List<Path> paths) {
        imports.open(paths);
    }
}

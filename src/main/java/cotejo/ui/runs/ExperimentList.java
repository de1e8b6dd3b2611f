package cotejo.ui.runs;

import atlantafx.base.controls.CustomTextField;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Command;
import cotejo.ui.CommandEvent;
import cotejo.ui.Prompt;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list on the left: all runs, starred ones, the sources with their experiments, and the trash. Several experiments
/// can be chosen at once.
final class ExperimentList extends VBox {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    /// How a path from the root begins, on any system, maybe in quotes, or as an address.
    private static final Pattern PATH = Pattern.compile("(?s)\\s*[\"']?(/|~/|file:|[A-Za-z]:[\\\\/]|\\\\\\\\).*");

    /// A line of the list.
    private record Line(String text, String detail, int count, String icon, Scope scope) {
        boolean head() {
            return scope instanceof Scope.Sources;
        }
    }

    private final RunsViewModel model;
    private final CustomTextField search = new CustomTextField();
    private final ListView<Line> list = new ListView<>();
    private boolean filling;

    ExperimentList(RunsViewModel model) {
        this.model = model;
        getStyleClass().add("run-sidebar");
        Prompt.on(search, Texts.get("runs.side.search"));
        search.setAccessibleText(Texts.get("runs.side.search"));
        search.setLeft(new FontIcon("fth-search"));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::paste);
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        search.textProperty().addListener((property, before, now) -> fill());
        list.setCellFactory(view -> new Cell());
        list.setFixedCellSize(28);
        list.getStyleClass().add("run-side-list");
        list.setAccessibleText(Texts.get("runs.side.name"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>) change -> chosen());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(search, list);
        model.sidebar().addListener((property, before, now) -> fill());
        model.scope().addListener((property, before, now) -> mark());
        setMinWidth(176);
        setPrefWidth(230);
    }

    private static final class Cell extends ListCell<Line> {
        private final Label text = new Label();
        private final Label count = new Label();
        private final FontIcon icon = new FontIcon();
        private final HBox box;

        Cell() {
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            text.setMinWidth(20);
            count.getStyleClass().add("run-side-count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            box = new HBox(8, icon, text, count);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(0);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean none = empty || line == null;
            setGraphic(none ? null : box);
            pseudoClassStateChanged(HEAD, !none && line.head());
            setDisable(none);
            Tip.on(this, none ? "" : line.detail().isEmpty() ? line.text() : line.detail());
            if (!none) {
                text.setText(line.text());
                boolean inner = line.scope() instanceof Scope.Experiments;
                box.setPadding(new javafx.geometry.Insets(0, 0, 0, inner ? 24 : 0));
                count.setText(Figures.count(line.count()));
                icon.setVisible(!line.icon().isEmpty());
                icon.setManaged(!line.icon().isEmpty());
                if (!line.icon().isEmpty()) {
                    icon.setIconLiteral(line.icon());
                }
                setAccessibleText(Texts.get(line.head() ? "runs.side.source" : "runs.side.line", line.text(),
                        Texts.get("runs.count", line.count())));
            }
        }
    }

    /// The keyboard is here when the program starts, and no experiment is called like a path: one that is pasted is
    /// meant to be opened.
    private void paste(KeyEvent event) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!PASTE.match(event)) {
            return;
        }
        @Nullable String words = clipboard.getString();
        if (clipboard.hasFiles() || words != null && PATH.matcher(words).matches()) {
            event.consume();
            search.fireEvent(new CommandEvent(Command.PASTE_PATH));
        }
    }

    private void fill() {
        Sidebar now = model.sidebar().get();
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Texts.get("runs.side.all"), "", now.all(), "fth-layers", new Scope.All()));
        lines.add(new Line(Texts.get("runs.side.starred"), "", now.starred(), "fth-star", new Scope.Starred()));
        for (Sidebar.SourceItem source : now.sources()) {
            List<Line> own = source.experiments().stream()
                    .filter(item -> (item.experiment().name() + " " + source.source().label()).toLowerCase(Locale.ROOT)
                            .contains(wanted))
                    .map(item -> new Line(item.experiment().name(), "", item.runs(), "",
                            new Scope.Experiments(Set.of(item.experiment().key())))).toList();
            if (!own.isEmpty() || wanted.isEmpty()) {
                int all = source.experiments().stream().mapToInt(Sidebar.ExperimentItem::runs).sum();
                lines.add(new Line(source.source().label(), source.source().path(), all, "fth-database",
                        new Scope.Sources(Set.of(source.source().key()))));
                lines.addAll(own);
            }
        }
        lines.add(new Line(Texts.get("runs.side.trash"), "", now.trashed(), "fth-trash-2", new Scope.Trash()));
        filling = true;
        list.getItems().setAll(lines);
        filling = false;
        mark();
    }

    /// Marks the lines of the scope.
    private void mark() {
        Scope scope = model.scope().get();
        Set<Long> experiments = scope instanceof Scope.Experiments(Set<Long> keys) ? keys : Set.of();
        Set<Long> sources = scope instanceof Scope.Sources(Set<Long> keys) ? keys : Set.of();
        filling = true;
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < list.getItems().size(); i++) {
            Scope own = list.getItems().get(i).scope();
            boolean chosen = own.equals(scope)
                    || own instanceof Scope.Experiments(Set<Long> one) && experiments.containsAll(one)
                    || own instanceof Scope.Sources(Set<Long> one) && sources.containsAll(one);
            if (chosen) {
                list.getSelectionModel().select(i);
            }
        }
        filling = false;
    }

    private void chosen() {
        if (filling) {
            return;
        }
        Set<Long> experiments = new HashSet<>();
        Set<Long> sources = new HashSet<>();
        Scope alone = null;
        for (Line line : List.copyOf(list.getSelectionModel().getSelectedItems())) {
            switch (line == null ? null : line.scope()) {
                case Scope.Experiments(Set<Long> keys) -> experiments.addAll(keys);
                case Scope.Sources(Set<Long> keys) -> sources.addAll(keys);
                case null -> { }
                case Scope.All all -> alone = all;
                case Scope.Starred starred -> alone = starred;
                case Scope.Trash trash -> alone = trash;
            }
        }
        if (!experiments.isEmpty()) {
            // With single experiments a source stands for all of its own.
            model.sidebar().get().sources().stream().filter(item -> sources.contains(item.source().key()))
                    .forEach(item -> item.experiments().forEach(one -> experiments.add(one.experiment().key())));
            alone = new Scope.Experiments(experiments);
        } else if (!sources.isEmpty()) {
            alone = new Scope.Sources(sources);
        }
        if (alone != null) {
            model.choose(alone);
        }
    }
}

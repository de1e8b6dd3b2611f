package cotejo.ui.runs;

import atlantafx.base.theme.Styles;
import cotejo.chart.ChartTheme;
import cotejo.settings.Settings;
import cotejo.text.Texts;
import cotejo.ui.Command;
import cotejo.ui.CommandEvent;
import cotejo.ui.Panel;
import cotejo.ui.ShowEvent;
import cotejo.ui.Tip;
import cotejo.ui.UiContext;
import cotejo.ui.curves.CurvesPane;
import cotejo.ui.details.RunDetails;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The runs: experiments, the table with its filter, the curves of the selected runs, and the details of one.
public final class RunsPanel implements Panel {

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final RunsViewModel model;
    private final RunGrid grid;
    private final FilterBar filter;
    private final TableBar bar;
    private final Editors editors;
    private final CurvesSync sync;
    private final RunDetails details;
    private final SplitWidths widths;
    private final ExperimentList experiments;
    private final SplitPane split = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private final BorderPane page = new BorderPane();
    private final StackPane table = new StackPane();
    private final StackPane whole = new StackPane(split);
    private final ToggleButton sideToggle;
    private final ToggleButton detailsToggle;
    private final AutoCloseable settings;
    private final RunActions actions;
    /// `3 min ago` is said anew every half minute.
    private final Timeline clock;
    private @Nullable CurvesPane curves;
    private @Nullable Long detailed;

    public RunsPanel(UiContext context) {
        this.model = new RunsViewModel(context);
        // The runs are read while the panel is built.
        model.start();
        this.filter = new FilterBar(model);
        this.editors = new Editors(model, filter);
        this.sync = new CurvesSync(model);
        this.details = new RunDetails(context);
        details.previewOver(whole);
        this.widths = new SplitWidths(context.settings(), split, middle);
        this.actions = new RunActions(model, editors, this::grid, this::openDetails, filter::focus);
        this.grid = new RunGrid(model, actions, sync.linked());
        this.bar = new TableBar(model, grid.columns(), actions);
        this.experiments = new ExperimentList(model);
        this.sideToggle = toggle("runs.side.toggle", "fth-sidebar", SplitWidths.SIDE);
        this.detailsToggle = toggle("runs.details.toggle", "fth-info", SplitWidths.DETAILS);
        split.getStyleClass().add("runs");
        build(() -> split.fireEvent(new CommandEvent(Command.IMPORT_FOLDER)));
        listen();
        this.settings = context.settings().listen(now -> context.front().execute(() -> dress(now)));
        dress(context.settings().get());
        arrange();
        grid.show(model.listing().get());
        this.clock = new Timeline(new KeyFrame(Duration.seconds(30), event -> grid.refill()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private ToggleButton toggle(String key, String icon, String part) {
        ToggleButton toggle = new ToggleButton("", new FontIcon(icon));
        toggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "run-fold");
        Tip.on(toggle, Texts.get(key));
        toggle.setAccessibleText(Texts.get(key));
        toggle.setSelected(widths.open(part));
        toggle.setOnAction(event -> {
            widths.open(part, toggle.isSelected() ? SplitWidths.Fold.OPEN : SplitWidths.Fold.FOLDED);
            arrange();
        });
        return toggle;
    }

    private void build(Runnable importing) {
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox top = new HBox(6, sideToggle, filter, detailsToggle);
        top.setAlignment(Pos.TOP_LEFT);
        top.getStyleClass().add("run-top");
        table.getChildren().addAll(grid,
                new StateView(model, importing, () -> model.filter().text().set("")));
        page.setTop(new VBox(top, bar));
        page.setCenter(middle);
        page.setMinWidth(260);
        middle.getStyleClass().add("run-middle");
        page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                filter.focus();
                event.consume();
            }
        });
        table.setMinHeight(80);
        table.setMinWidth(200);
    }

    private void listen() {
        model.listing().addListener((property, before, now) -> {
            grid.show(now);
            sync.show();
            detail();
        });
        model.selection().version().addListener(any -> {
            grid.refill();
            if (model.state().get().chart().layout() != ChartState.Layout.TABLE) {
                sync.show();
            }
            detail();
        });
        model.filter().text().addListener((property, before, now) -> {
            if (now.isEmpty() && !model.state().get().filter().isEmpty()) {
                model.applyFilter();
            }
        });
        model.state().addListener((property, before, now) -> {
            if (!now.sameTable(before)) {
                grid.refill();
            }
            if (before.chart().layout() != now.chart().layout()) {
                arrange();
            }
        });
        model.phase().addListener((property, before, now) ->
                page.getTop().setVisible(now != RunsViewModel.Phase.NO_RUNS));
        details.onGoTo(key -> model.selection().choose(List.of(key)));
        grid.backgroundProperty().addListener((property, before, now) -> theme());
    }

    /// Shows a run that another panel led to, among all runs, with no filter in its way.
    @Override
    public void ask(ShowEvent.What what) {
        if (what instanceof ShowEvent.Run(long runKey)) {
            model.filter().text().set("");
            model.applyFilter();
            model.choose(new Scope.All());
            model.selection().choose(List.of(runKey));
        }
    }

    /// The colours of runs follow the ground they lie on, which the window's theme decides.
    private void theme() {
        ChartTheme theme = Brightness.dark(grid.getBackground()) ? ChartTheme.DARK : ChartTheme.LIGHT;
        grid.theme(theme);
        sync.curves().theme().set(theme);
    }

    private void dress(Settings now) {
        grid.rowHeight(now.rows().equals("compact") ? 22 : 28);
    }

    private void arrange() {
        ChartState.Layout layout = model.state().get().chart().layout();
        if (layout != ChartState.Layout.TABLE && curves == null) {
            curves = new CurvesPane(sync.curves());
            curves.fullScreenOver(whole);
            curves.figures(model.context().choosers(), model.context().notices());
            sync.show();
        }
        CurvesPane board = curves;
        middle.setOrientation(layout == ChartState.Layout.CURVES ? Orientation.HORIZONTAL : Orientation.VERTICAL);
        put(middle, layout == ChartState.Layout.TABLE || board == null ? List.of(table) : List.of(table, board));
        List<Node> parts = new java.util.ArrayList<>();
        if (sideToggle.isSelected()) {
            parts.add(experiments);
        }
        parts.add(page);
        if (detailsToggle.isSelected()) {
            parts.add(details.node());
        }
        put(split, parts);
        SplitPane.setResizableWithParent(experiments, false);
        SplitPane.setResizableWithParent(details.node(), false);
        widths.apply(experiments, details.node());
        detail();
    }

    /// What stays is left where it is: taken out and put back, all of the table would be dressed anew.
    private static void put(SplitPane into, List<? extends Node> parts) {
        into.getItems().removeIf(item -> !parts.contains(item));
        for (int i = 0; i < parts.size(); i++) {
            if (!into.getItems().contains(parts.get(i))) {
                into.getItems().add(i, parts.get(i));
            }
        }
    }

    private void openDetails() {
        if (!detailsToggle.isSelected()) {
            detailsToggle.fire();
        }
    }

    private void detail() {
        if (!detailsToggle.isSelected()) {
            return;
        }
        long lead = model.selection().leadKey();
        Long wanted = lead < 0 ? null : Long.valueOf(lead);
        if (!Objects.equals(wanted, detailed)) {
            detailed = wanted;
            details.show(wanted);
        }
    }

    @Override
    public String id() {
        return "runs";
    }

    @Override
    public String icon() {
        return "fth-list";
    }

    @Override
    public Node node() {
        return whole;
    }

    @Override
    public ObservableValue<String> status() {
        return model.status();
    }

    @Override
    public CompletableFuture<@Nullable Void> filled() {
        CompletableFuture<@Nullable Void> filled = new CompletableFuture<>();
        InvalidationListener look = new InvalidationListener() {
            @Override
            public void invalidated(Observable phase) {
                if (model.phase().get() != RunsViewModel.Phase.LOADING) {
                    model.phase().removeListener(this);
                    filled.complete(null);
                }
            }
        };
        model.phase().addListener(look);
        look.invalidated(model.phase());
        return filled;
    }

    @Override
    public void prepare() {
        if (model.phase().get() == RunsViewModel.Phase.LOADING) {
            grid.prepare();
        }
    }

    @Override
    public Map<Command, Runnable> actions() {
        return Map.of(Command.COPY, actions::copy, Command.SELECT_ALL, model.selection()::all, Command.FIND,
                filter::focus);
    }

    @Override
    public void show(String view) {
        new RunsPictures(model, this::openDetails, () -> curves, details).show(view);
    }

    /// The states that [#show] knows.
    public static List<String> views() {
        return RunsPictures.VIEWS;
    }

    /// What it shows and can do, for whoever drives it without a hand: commands, pictures, tests.
    public RunsViewModel model() {
        return model;
    }

    RunGrid grid() {
        return grid;
    }

    FilterBar filter() {
        return filter;
    }

    @Override
    public void close() {
        clock.stop();
        widths.close();
        filter.close();
        bar.close();
        editors.close();
        model.close();
        CurvesPane board = curves;
        if (board != null) {
            board.close();
        }
        sync.close();
        details.close();
        try {
            settings.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

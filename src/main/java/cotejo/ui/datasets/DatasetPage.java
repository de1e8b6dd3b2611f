package cotejo.ui.datasets;

import atlantafx.base.theme.Tweaks;
import cotejo.dataset.Dataset;
import cotejo.dataset.csv.Delimited;
import cotejo.dataset.KnownFacts;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.view.DataView;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Command;
import cotejo.ui.Tip;
import cotejo.ui.UiContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One open file: what it is, and its rows, its columns, or its inside.
final class DatasetPage extends BorderPane implements AutoCloseable {

    /// What of the file is shown.
    enum Tab {
        ROWS,
        COLUMNS,
        FILE
    }

    private final OpenDataset open;
    private final KnownDataset known;
    private final UiContext context;
    private final Bag bag = new Bag();
    private final Bag inside = new Bag();
    private final Label facts = new Label();
    private static final double NARROW = 420;

    private final HBox text = new HBox(8);
    private final VBox top = new VBox();
    private @Nullable Dataset shown;
    private final ToggleGroup tabs = new ToggleGroup();
    private Tab tab = Tab.ROWS;
    private @Nullable RowsViewModel rowsModel;
    private @Nullable KeptLook look;
    private @Nullable ColumnsViewModel columnsModel;
    private @Nullable RowsView rows;
    private @Nullable ColumnsView columns;
    private @Nullable FileView file;
    private final MenuButton more = new MenuButton("", new FontIcon("fth-more-horizontal"));

    private Runnable another = () -> fireEvent(new cotejo.ui.CommandEvent(Command.IMPORT_FILES));

    DatasetPage(OpenDataset open, KnownDataset known, UiContext context) {
        this.open = open;
        this.known = known;
        this.context = context;
        getStyleClass().add("dataset-page");
        text.setAlignment(Pos.CENTER_LEFT);
        // In the details of a run it is wider than its place; what it offers stands in the menu too, and the rest fits.
        text.setMinWidth(0);
        text.getStyleClass().add("dataset-text-line");
        text.setVisible(false);
        text.setManaged(false);
        top.getChildren().addAll(head(), text);
        setTop(top);
        bag.listen(open.state(), (property, before, now) -> show());
        bag.listen(open.version(), (property, before, now) -> tell());
        bag.listen(open.trouble(), (property, before, now) -> {
            if (!now.isEmpty()) {
                context.notices().problems(now, List.of());
            }
        });
        show();
    }

    /// Offers to compare the file with another one.
    ///
    /// @param choose asks for the other file and puts it beside this one
    void comparing(Runnable choose) {
        MenuItem beside = new MenuItem(Texts.get("datasets.drift.with"));
        beside.setOnAction(event -> choose.run());
        more.getItems().addFirst(beside);
    }

    /// A line that offers to put the file beside the one that was open before; goes away when it is done with.
    void offer(Path before, Runnable compare) {
        Label words = new Label(Texts.get("datasets.drift.offer", String.valueOf(before.getFileName())));
        Tip.on(words, before.toString());
        words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        words.setMinWidth(0);
        Button yes = new Button(Texts.get("datasets.drift.offer.yes"));
        Button no = new Button("", new FontIcon("fth-x"));
        no.setAccessibleText(Texts.get("datasets.drift.offer.no"));
        no.getStyleClass().add("button-icon");
        HBox line = new HBox(8, words, yes, no);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("dataset-text-line");
        for (Button button : List.of(yes, no)) {
            button.getStyleClass().addAll("flat", "small");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        no.setOnAction(event -> top.getChildren().remove(line));
        yes.setOnAction(event -> {
            top.getChildren().remove(line);
            compare.run();
        });
        top.getChildren().add(1, line);
    }

    private Node head() {
        Label name = new Label(known.name());
        name.getStyleClass().add("dataset-title");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(name, open.file().toString());
        facts.getStyleClass().add("dataset-detail");
        facts.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(2, name, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox choice = new HBox();
        Tab[] all = Tab.values();
        for (Tab one : all) {
            // texts: datasets.tab.*
            ToggleButton button = new ToggleButton(Texts.get("datasets.tab." + one.name()));
            button.setToggleGroup(tabs);
            button.setUserData(one);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add(one == all[0] ? "left-pill" : one == all[all.length - 1] ? "right-pill"
                    : "center-pill");
            choice.getChildren().add(button);
        }
        tabs.selectToggle(tabs.getToggles().getFirst());
        tabs.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                tabs.selectToggle(before);
            } else {
                tab = (Tab) now.getUserData();
                show();
            }
        });
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setAlignment(Pos.CENTER_RIGHT);
        more.getStyleClass().addAll("flat", "button-icon");
        more.getStyleClass().add(Tweaks.NO_ARROW);
        more.setAccessibleText(Texts.get("datasets.more"));
        Tip.on(more, Texts.get("datasets.more"));
        more.setDisable(true);
        more.getItems().addAll(
                does("datasets.convert", (export, state) -> export.convert()),
                new SeparatorMenuItem(),
                does("datasets.export.csv", (export, state) -> export.csv(view(state), shownColumns(state))),
                does("datasets.export.parquet", (export, state) -> export.parquet(view(state), shownColumns(state))));
        NarrowBar head = new NarrowBar(NARROW, 12, List.of(words), List.of(choice, more));
        head.getStyleClass().add("dataset-head");
        return head;
    }

    private MenuItem does(String key, BiConsumer<DatasetExport, OpenDataset.State.Open> what) {
        MenuItem item = new MenuItem(Texts.get(key));
        item.setOnAction(event -> {
            if (open.state().get() instanceof OpenDataset.State.Open state) {
                what.accept(new DatasetExport(open, state.dataset()), state);
            }
        });
        return item;
    }

    private DataView view(OpenDataset.State.Open state) {
        return rowsModel(state).shown().get().view();
    }

    private int[] shownColumns(OpenDataset.State.Open state) {
        return rows == null ? IntStream.range(0, state.dataset().columns().size()).toArray() : rows.columns();
    }

    /// Shows another part of the file.
    /// What is done to choose another file where this one cannot be opened.
    void orElse(Runnable choose) {
        another = choose;
    }

    void tab(Tab wanted) {
        tabs.getToggles().stream().filter(toggle -> toggle.getUserData() == wanted).findAny()
                .ifPresent(tabs::selectToggle);
    }

    private void show() {
        switch (open.state().get()) {
            case OpenDataset.State.Opening _ -> setCenter(DatasetStates.loading(known.name()));
            case OpenDataset.State.Failed failed -> setCenter(DatasetStates.failed(failed.message(),
                    () -> another.run()));
            case OpenDataset.State.Open state -> {
                forget(state.dataset());
                tell();
                more.setDisable(false);
                setCenter(switch (tab) {
                    case ROWS -> rows(state);
                    case COLUMNS -> columns(state);
                    case FILE -> file(state);
                });
            }
        }
    }

    /// Views of the table as it was read before are closed; the text line says how it is read now.
    private void forget(Dataset dataset) {
        if (dataset.equals(shown)) {
            return;
        }
        shown = dataset;
        inside.close();
        rowsModel = null;
        look = null;
        columnsModel = null;
        rows = null;
        columns = null;
        file = null;
        boolean focused = text.isFocusWithin();
        text.getChildren().clear();
        text.setVisible(dataset instanceof Delimited);
        text.setManaged(dataset instanceof Delimited);
        if (dataset instanceof Delimited delimited) {
            text.getChildren().setAll(kept(() -> new TextLine(open, delimited)).nodes());
            if (focused) {
                // What was changed there last may be changed again.
                text.getChildren().getFirst().requestFocus();
            }
        }
    }

    private RowsViewModel rowsModel(OpenDataset.State.Open state) {
        RowsViewModel model = rowsModel;
        if (model == null) {
            RowsViewModel made = kept(() -> new RowsViewModel(open, state));
            KeptLook kept = new KeptLook(context.settings(), open.file(), state.dataset());
            made.again(kept.asked());
            made.asked().subscribe(kept::keep);
            model = made;
            look = kept;
            rowsModel = model;
        }
        return model;
    }

    private ColumnsViewModel columnsModel(OpenDataset.State.Open state) {
        ColumnsViewModel model = columnsModel;
        if (model == null) {
            model = kept(() -> new ColumnsViewModel(open, state.dataset()));
            columnsModel = model;
        }
        return model;
    }

    private Node rows(OpenDataset.State.Open state) {
        RowsView view = rows;
        if (view == null) {
            double height = context.settings().get().rows().equals("compact") ? 22 : 28;
            RowsViewModel model = rowsModel(state);
            KeptLook now = java.util.Objects.requireNonNull(look);
            view = kept(() -> new RowsView(open, state.dataset(), model, now, () -> columnsModel(state), height));
            rows = view;
        }
        return view;
    }

    private Node columns(OpenDataset.State.Open state) {
        ColumnsView view = columns;
        if (view == null) {
            ColumnsViewModel model = columnsModel(state);
            view = kept(() -> new ColumnsView(model, this::narrow, column -> {
                tab(Tab.ROWS);
                if (rows != null) {
                    rows.reveal(column);
                }
            }));
            columns = view;
        }
        return view;
    }

    private void narrow(String condition) {
        if (open.state().get() instanceof OpenDataset.State.Open state) {
            rowsModel(state).narrow(condition);
            tab(Tab.ROWS);
            if (rows != null) {
                rows.focus();
            }
        }
    }

    /// Does something once the file is open.
    void whenOpen(Runnable then) {
        if (open.state().get() instanceof OpenDataset.State.Open) {
            then.run();
        } else {
            bag.listen(open.state(), (property, before, now) -> then.run());
        }
    }

    /// Shows only the rows that a condition of the page's own choice leaves, sorted: for looking at how that looks.
    void example() {
        if (open.state().get() instanceof OpenDataset.State.Open state) {
            RowsViewModel model = rowsModel(state);
            Leaf.of(state.dataset().columns()).stream()
                    .filter(leaf -> leaf.type().numeric() && leaf.steps().isEmpty()).findFirst()
                    .ifPresent(leaf -> {
                        KnownFacts known = state.dataset().known(leaf);
                        double middle = known.min() instanceof Value.Real low && known.max() instanceof Value.Real high
                                ? Math.floor((low.value() + high.value()) / 2) : 0;
                        model.where(WhereText.name(leaf) + " > " + Figures.exact(middle));
                        model.sort(leaf.column(), RowsViewModel.Keys.ONLY);
                    });
        }
    }

    private Node file(OpenDataset.State.Open state) {
        FileView view = file;
        if (view == null) {
            view = kept(() -> new FileView(open, state.dataset(), known));
            file = view;
        }
        open.wantFacts();
        return view;
    }

    private <T extends AutoCloseable> T kept(Supplier<T> make) {
        T view = make.get();
        inside.add(view);
        return view;
    }

    private void tell() {
        if (open.state().get() instanceof OpenDataset.State.Open(Dataset dataset, RowSource _)) {
            List<String> parts = new ArrayList<>();
            parts.add(dataset.format());
            parts.add(Texts.get("datasets.head.shape", dataset.rowCount().rows(),
                    dataset.columns().size()));
            parts.add(Figures.bytes(dataset.reading().fileBytes()));
            if (!known.runs().isEmpty()) {
                parts.add(Texts.get("datasets.head.runs", known.runs().size()));
            }
            facts.setText(String.join(" · ", parts));
        }
    }

    Map<Command, Runnable> actions() {
        RowsView view = rows;
        return view == null || tab != Tab.ROWS ? Map.of()
                : Map.of(Command.COPY, () -> view.copy(CellCopy.Form.TSV));
    }

    @Override
    public void close() {
        inside.close();
        bag.close();
    }
}

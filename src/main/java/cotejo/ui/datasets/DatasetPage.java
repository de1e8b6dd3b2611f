package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.Command;
import cotejo.ui.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One open file: what it is, and its rows, its columns, or its inside.
final class DatasetPage extends BorderPane implements AutoCloseable {

    /// What of the file is shown.
    enum Tab {
        ROWS,
        FILE
    }

    private final OpenDataset open;
    private final KnownDataset known;
    private final UiContext context;
    private final Bag bag = new Bag();
    private final Bag inside = new Bag();
    private final Label facts = new Label();
    private final ToggleGroup tabs = new ToggleGroup();
    private Tab tab = Tab.ROWS;
    private @Nullable RowsView rows;
    private @Nullable FileView file;

    DatasetPage(OpenDataset open, KnownDataset known, UiContext context) {
        this.open = open;
        this.known = known;
        this.context = context;
        getStyleClass().add("dataset-page");
        setTop(head());
        bag.listen(open.state(), (property, before, now) -> show());
        bag.listen(open.version(), (property, before, now) -> tell());
        bag.listen(open.trouble(), (property, before, now) -> {
            if (!now.isEmpty()) {
                context.notices().problems(now, List.of());
            }
        });
        show();
    }

    private Node head() {
        Label name = new Label(known.name());
        name.getStyleClass().add("dataset-title");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setTooltip(new Tooltip(open.file().toString()));
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
        HBox head = new HBox(12, words, choice);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dataset-head");
        return head;
    }

    /// Shows another part of the file.
    void tab(Tab wanted) {
        tabs.getToggles().stream().filter(toggle -> toggle.getUserData() == wanted).findAny()
                .ifPresent(tabs::selectToggle);
    }

    private void show() {
        switch (open.state().get()) {
            case OpenDataset.State.Opening _ -> setCenter(DatasetStates.loading(known.name()));
            case OpenDataset.State.Failed failed -> setCenter(DatasetStates.failed(failed.message(),
                    () -> fireEvent(new cotejo.ui.CommandEvent(Command.IMPORT_FILES))));
            case OpenDataset.State.Open state -> {
                tell();
                setCenter(switch (tab) {
                    case ROWS -> rows(state);
                    case FILE -> file(state);
                });
            }
        }
    }

    private Node rows(OpenDataset.State.Open state) {
        RowsView view = rows;
        if (view == null) {
            double height = context.settings().get().rows().equals("compact") ? 22 : 28;
            view = kept(() -> new RowsView(open, state, height));
            rows = view;
        }
        return view;
    }

    private Node file(OpenDataset.State.Open state) {
        FileView view = file;
        if (view == null) {
            view = kept(() -> new FileView(open, state.dataset()));
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
            parts.add(Texts.get("datasets.head.shape", Figures.count(dataset.rowCount().rows()),
                    Figures.count(dataset.columns().size())));
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

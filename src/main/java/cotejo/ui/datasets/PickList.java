package cotejo.ui.datasets;

import cotejo.dataset.FieldType;
import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The values of a column that has few, to choose from, with how often each comes; empty until they are known, and for
/// columns that have many.
final class PickList extends VBox implements AutoCloseable {

    private static final double LINE = 26;
    private static final int LINES = 8;
    /// Numbers with no more values than this are as good as names.
    private static final int FEW = 20;

    private final ColumnsViewModel model;
    private final int leaf;
    private final SearchField search = new SearchField("datasets.filter.values");
    private final ListView<ColumnProfile.Top> list = new ListView<>();
    private final Label source = new Label();
    private final Button scan = new Button(Texts.get("datasets.scan"));
    private final Set<Value> picked = new LinkedHashSet<>();
    private final Bag bag = new Bag();
    private Runnable filled = () -> { };

    PickList(ColumnsViewModel model, Leaf which) {
        super(6);
        this.model = model;
        this.leaf = model.leaves().indexOf(which);
        list.setFixedCellSize(LINE);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText(Texts.get("datasets.filter.values"));
        list.getStyleClass().add("dataset-picks");
        source.getStyleClass().add("dataset-detail");
        source.setMaxWidth(Double.MAX_VALUE);
        source.setWrapText(true);
        HBox.setHgrow(source, Priority.ALWAYS);
        scan.getStyleClass().addAll("flat", "small");
        scan.setMinWidth(Region.USE_PREF_SIZE);
        scan.setOnAction(event -> model.scan(List.of(leaf)));
        search.textProperty().addListener((property, before, now) -> fill());
        HBox below = new HBox(8, source, scan);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(search, list, below);
        setVisible(false);
        setManaged(false);
        bag.listen(model.version(), (property, before, now) -> fill());
        if (leaf >= 0) {
            model.seen(List.of(leaf));
        }
        fill();
    }

    /// Whether a column has so few values that one of them can be picked.
    static boolean few(ColumnProfile profile) {
        FieldType type = profile.leaf().type();
        return !profile.top().isEmpty() && (profile.category() == ColumnProfile.Category.CATEGORY
                || (type instanceof FieldType.Whole || type instanceof FieldType.Bool)
                && profile.exactness() == ColumnProfile.Exactness.EXACT && profile.distinct() <= FEW);
    }

    /// @param then called whenever there are values to choose from
    void onFilled(Runnable then) {
        filled = then;
        if (isVisible()) {
            then.run();
        }
    }

    private void fill() {
        ColumnProfile profile = leaf < 0 ? null : model.profile(leaf);
        if (profile == null || !few(profile)) {
            return;
        }
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems().setAll(profile.top().stream()
                .filter(top -> words(top.value()).toLowerCase(Locale.ROOT).contains(wanted)).toList());
        boolean some = profile.source() != ColumnProfile.Source.SCAN;
        source.setText(model.source(leaf, profile));
        scan.setVisible(some);
        scan.setManaged(some);
        boolean many = profile.top().size() > LINES;
        search.setVisible(many);
        search.setManaged(many);
        list.setPrefHeight(Math.min(LINES, profile.top().size()) * LINE + 2);
        list.setMinHeight(list.getPrefHeight());
        setVisible(true);
        setManaged(true);
        filled.run();
    }

    private static String words(Value value) {
        return ColumnFacts.text(value).replace('\n', ' ');
    }

    /// What was chosen, in the order it was chosen in.
    List<Value> picked() {
        return List.copyOf(picked);
    }

    private final class Cell extends ListCell<ColumnProfile.Top> {
        private final CheckBox box = new CheckBox();
        private final Label count = new Label();
        private final HBox line = new HBox(8, box, count);

        Cell() {
            box.setMnemonicParsing(false);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setMinWidth(40);
            box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            HBox.setHgrow(box, Priority.ALWAYS);
            count.getStyleClass().add("dataset-detail");
            count.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
            line.setPrefWidth(0);
            setPrefWidth(0);
            box.setOnAction(event -> {
                ColumnProfile.Top top = getItem();
                if (top != null && box.isSelected()) {
                    picked.add(top.value());
                } else if (top != null) {
                    picked.remove(top.value());
                }
            });
        }

        @Override
        protected void updateItem(ColumnProfile.Top top, boolean empty) {
            super.updateItem(top, empty);
            boolean none = empty || top == null;
            setGraphic(none ? null : line);
            if (!none) {
                box.setText(words(top.value()));
                box.setSelected(picked.contains(top.value()));
                count.setText(Figures.count(top.count()));
                setAccessibleText(box.getText() + ", " + count.getText());
            }
        }
    }

    @Override
    public void close() {
        bag.close();
    }
}

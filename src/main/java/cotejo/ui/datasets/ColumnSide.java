package cotejo.ui.datasets;

import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that is known of one column, with where it comes from. A bar or a frequent value filters the rows to it.
final class ColumnSide extends ScrollPane {

    private static final double LARGE = 96;
    private static final double SMALL = 56;
    private static final int TOP = 12;

    private final ColumnsViewModel model;
    private final Consumer<String> filter;
    private final IntConsumer scan;
    private final IntConsumer reveal;
    private final VBox parts = new VBox(10);
    private int leaf = -1;
    private @Nullable ColumnProfile shown;

    /// @param filter narrows the rows by a condition
    /// @param scan   reads all of a leaf
    /// @param reveal shows a column among the rows
    ColumnSide(ColumnsViewModel model, Consumer<String> filter, IntConsumer scan, IntConsumer reveal) {
        this.model = model;
        this.filter = filter;
        this.scan = scan;
        this.reveal = reveal;
        getStyleClass().add("dataset-column-side");
        parts.getStyleClass().add("dataset-column-parts");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(parts);
        setMinWidth(250);
        setPrefWidth(320);
    }

    /// Shows a leaf; below 0 none.
    void show(int next) {
        if (next != leaf) {
            leaf = next;
            setVvalue(0);
            build();
        }
    }

    /// Looks whether more is known: a profile is another one when it is another object.
    @SuppressWarnings("ReferenceEquality")
    void refill() {
        if (leaf >= 0 && model.profile(leaf) != shown || leaf >= 0 && model.failure(leaf) != null) {
            build();
        }
    }

    private void build() {
        parts.getChildren().clear();
        if (leaf < 0) {
            shown = null;
            Label none = new Label(Texts.get("datasets.column.none"));
            none.getStyleClass().add("dataset-detail");
            none.setWrapText(true);
            parts.getChildren().add(none);
            return;
        }
        Leaf which = model.leaves().get(leaf);
        ColumnProfile profile = model.profile(leaf);
        shown = profile;
        parts.getChildren().addAll(head(which), actions(which, profile));
        String failure = model.failure(leaf);
        if (failure != null) {
            Label wrong = new Label(failure);
            wrong.setWrapText(true);
            wrong.getStyleClass().add("dataset-wrong");
            parts.getChildren().add(wrong);
        }
        if (profile != null) {
            fill(which, profile);
        }
    }

    private static Node head(Leaf which) {
        Label name = new Label(which.path());
        name.getStyleClass().add("dataset-value-title");
        name.setWrapText(true);
        Label type = new Label(which.type().label());
        type.getStyleClass().add("dataset-detail");
        type.setWrapText(true);
        return new VBox(2, name, type);
    }

    private Node actions(Leaf which, @Nullable ColumnProfile profile) {
        Button full = new Button(Texts.get("datasets.scan"));
        full.setDisable(profile != null && profile.source() == ColumnProfile.Source.SCAN);
        full.setOnAction(event -> scan.accept(leaf));
        Button rows = new Button(Texts.get("datasets.column.reveal"));
        rows.setOnAction(event -> reveal.accept(which.column()));
        List.of(full, rows).forEach(button -> {
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
        });
        return new FlowPane(8, 6, full, rows);
    }

    private void fill(Leaf which, ColumnProfile profile) {
        parts.getChildren().add(source(profile));
        ColumnProfile.Histogram histogram = profile.histogram();
        boolean single = which.shape() == Leaf.Shape.SINGLE;
        if (histogram != null) {
            parts.getChildren().add(bars(histogram, LARGE, single
                    ? bar -> filter.accept(WhereText.bin(which, histogram, bar)) : null));
        }
        parts.getChildren().add(facts(ColumnFacts.of(profile)));
        // A list of values that all come once says nothing.
        if (!profile.top().isEmpty() && (profile.top().getFirst().count() > 1 || profile.distinct() <= 3)) {
            parts.getChildren().add(top(which, profile));
        }
        lengths("datasets.column.textLengths", profile.textLengths());
        lengths("datasets.column.listLengths", profile.listLengths());
        ColumnProfile footer = model.footer(leaf);
        if (footer != null && profile.source() != ColumnProfile.Source.FOOTER) {
            parts.getChildren().addAll(source(footer), facts(ColumnFacts.of(footer)));
        }
    }

    private Label source(ColumnProfile profile) {
        Label label = new Label(model.source(leaf, profile));
        label.getStyleClass().add("dataset-source");
        label.setWrapText(true);
        return label;
    }

    private void lengths(String key, ColumnProfile.@Nullable Lengths lengths) {
        if (lengths != null && lengths.max() > lengths.min()) {
            parts.getChildren().addAll(title(Texts.get(key)), bars(lengths.histogram(), SMALL, null));
        }
    }

    private static Label title(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("dataset-detail");
        return label;
    }

    private static Node bars(ColumnProfile.Histogram histogram, double height, @Nullable IntConsumer choose) {
        HistogramBars bars = new HistogramBars();
        bars.setMinHeight(height);
        bars.setPrefHeight(height);
        bars.show(histogram.counts());
        Label low = title(ColumnFacts.text(histogram.edges().getFirst()));
        Label high = title(ColumnFacts.text(histogram.edges().getLast()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox all = new VBox(2, bars, new HBox(low, gap, high));
        if (choose != null) {
            bars.choosing(bar -> words(histogram, bar), choose);
            bars.setAccessibleText(Texts.get("datasets.column.bars"));
            Label hint = title(Texts.get("datasets.column.bars"));
            hint.setWrapText(true);
            all.getChildren().add(hint);
        }
        return all;
    }

    private static String words(ColumnProfile.Histogram histogram, int bar) {
        long all = 0;
        for (long count : histogram.counts()) {
            all += count;
        }
        return Texts.get("datasets.column.bar", ColumnFacts.text(histogram.edges().get(bar)),
                ColumnFacts.text(histogram.edges().get(bar + 1)), Figures.count(histogram.counts()[bar]),
                ColumnFacts.percent(histogram.counts()[bar], Math.max(1, all)));
    }

    private static Node facts(List<ColumnFacts.Fact> facts) {
        GridPane grid = new GridPane(16, 3);
        int line = 0;
        for (ColumnFacts.Fact fact : facts) {
            Label name = title(fact.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(fact.value());
            value.setWrapText(true);
            grid.addRow(line++, name, value);
        }
        return grid;
    }

    private Node top(Leaf which, ColumnProfile profile) {
        long some = Math.max(1, profile.count() - Math.max(0, profile.nulls()));
        VBox lines = new VBox(1, title(Texts.get(profile.topExactness() == ColumnProfile.Exactness.EXACT
                ? "datasets.column.top" : "datasets.column.top.estimated")));
        for (ColumnProfile.Top top : profile.top().subList(0, Math.min(TOP, profile.top().size()))) {
            Label count = new Label(Figures.count(top.count()));
            count.setMinWidth(Region.USE_PREF_SIZE);
            Label share = title(ColumnFacts.percent(top.count(), some));
            share.setMinWidth(60);
            share.setAlignment(Pos.CENTER_RIGHT);
            Region value = value(which, top.value());
            HBox.setHgrow(value, Priority.ALWAYS);
            HBox line = new HBox(8, value, count, share);
            line.setAlignment(Pos.CENTER_LEFT);
            lines.getChildren().add(line);
        }
        return lines;
    }

    private Region value(Leaf which, Value value) {
        String text = ColumnFacts.text(value).replace('\n', ' ');
        if (which.shape() != Leaf.Shape.SINGLE || value instanceof Value.Binary) {
            Label label = new Label(text);
            label.setMaxWidth(Double.MAX_VALUE);
            return label;
        }
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("dataset-top");
        link.setTextOverrun(OverrunStyle.ELLIPSIS);
        link.setMinWidth(40);
        link.setMaxWidth(Double.MAX_VALUE);
        link.setAlignment(Pos.CENTER_LEFT);
        link.setOnAction(event -> filter.accept(WhereText.equal(which, value)));
        return link;
    }
}

package cotejo.ui.datasets;

import cotejo.dataset.Value;
import cotejo.dataset.profile.Drift;
import cotejo.dataset.profile.DriftShape;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All that is known of how one column has moved: both histograms over each other, the measures, and categories.
final class DriftSide extends ScrollPane {

    private static final double HEIGHT = 140;
    private static final int LISTED = 30;

    private final VBox parts = new VBox(10);

    DriftSide() {
        getStyleClass().add("dataset-column-side");
        parts.getStyleClass().add("dataset-column-parts");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(parts);
        setMinWidth(250);
        setPrefWidth(340);
        show(null, "");
    }

    /// Shows a column; null for none.
    ///
    /// @param source where the numbers come from
    void show(Drift.@Nullable ColumnDrift drift, String source) {
        parts.getChildren().clear();
        if (drift == null) {
            parts.getChildren().add(detail(Texts.get("datasets.drift.none")));
            return;
        }
        Label name = new Label(drift.name());
        name.getStyleClass().add("dataset-value-title");
        name.setWrapText(true);
        Label from = new Label(source);
        from.getStyleClass().add("dataset-source");
        parts.getChildren().addAll(new VBox(2, name, detail(drift.type().label())), from);
        switch (drift.shape()) {
            case DriftShape.Bins bins -> bins(bins);
            case DriftShape.Words words -> words(words);
        }
        parts.getChildren().add(facts(drift));
        list("datasets.drift.fresh", drift.fresh());
        list("datasets.drift.vanished", drift.vanished());
    }

    private static Label detail(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("dataset-detail");
        label.setWrapText(true);
        return label;
    }

    private void bins(DriftShape.Bins bins) {
        if (bins.before().length == 0) {
            parts.getChildren().add(detail(Texts.get("datasets.drift.noNumbers")));
            return;
        }
        OverlayBars bars = new OverlayBars();
        bars.setMinHeight(HEIGHT);
        bars.setPrefHeight(HEIGHT);
        bars.show(bins.before(), bins.after());
        long before = sum(bins.before());
        long after = sum(bins.after());
        bars.pointing(bin -> Texts.get("datasets.drift.bin", ColumnFacts.text(bins.edges().get(bin)),
                ColumnFacts.text(bins.edges().get(bin + 1)), counted(bins.before()[bin], before),
                counted(bins.after()[bin], after)));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        String low = ColumnFacts.text(bins.edges().getFirst());
        String high = ColumnFacts.text(bins.edges().getLast());
        boolean open = bins.ends() == DriftShape.Ends.OPEN;
        VBox all = new VBox(2, bars, new HBox(detail(open ? "≤ " + low : low), gap, detail(open ? "≥ " + high : high)));
        if (open) {
            all.getChildren().add(detail(Texts.get("datasets.drift.open")));
        }
        parts.getChildren().add(all);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static String counted(long count, long all) {
        return Figures.count(count) + " (" + ColumnFacts.percent(count, Math.max(1, all)) + ")";
    }

    /// A line a category: its name, its share before as a bar, and below it its share after.
    private void words(DriftShape.Words words) {
        long before = Math.max(1, sum(words.before()) + words.restBefore());
        long after = Math.max(1, sum(words.after()) + words.restAfter());
        VBox lines = new VBox(6);
        for (int i = 0; i < words.names().size(); i++) {
            lines.getChildren().add(word(words.names().get(i), words.before()[i] / (double) before,
                    words.after()[i] / (double) after));
        }
        if (words.restBefore() + words.restAfter() > 0) {
            lines.getChildren().add(word(Texts.get("datasets.drift.rest"), words.restBefore() / (double) before,
                    words.restAfter() / (double) after));
        }
        parts.getChildren().add(lines);
    }

    private static Node word(String name, double before, double after) {
        Label label = new Label(ColumnFacts.text(new Value.Text(name)).replace('\n', ' '));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(0);
        return new VBox(1, label, bar("drift-word-before", before), bar("drift-word-after", after));
    }

    private static Node bar(String style, double share) {
        Region bar = new Region();
        bar.getStyleClass().add(style);
        StackPane track = new StackPane(bar);
        track.setMinWidth(0);
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        bar.maxWidthProperty().bind(track.widthProperty().multiply(share));
        HBox.setHgrow(track, Priority.ALWAYS);
        Label number = detail(DriftWords.share(share));
        number.setWrapText(false);
        number.setMinWidth(64);
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, track, number);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node facts(Drift.ColumnDrift drift) {
        GridPane grid = new GridPane(16, 3);
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.LEFT);
        names.setMinWidth(Region.USE_PREF_SIZE);
        grid.getColumnConstraints().add(names);
        String word = DriftWords.word(DriftWords.grade(drift));
        pair(grid, 0, Texts.get("datasets.drift.verdict"), word);
        pair(grid, 1, "PSI", DriftWords.measure(drift.psi()));
        pair(grid, 2, "KS", DriftWords.measure(drift.ks()));
        pair(grid, 3, Texts.get("datasets.columns.head.nulls"), DriftWords.nulls(drift));
        pair(grid, 4, Texts.get("datasets.drift.rows"), Figures.count(drift.rows()));
        return new VBox(6, grid, detail(Texts.get("datasets.drift.measures")));
    }

    private static void pair(GridPane grid, int line, String name, String value) {
        Label right = new Label(value);
        right.setWrapText(true);
        grid.addRow(line, detail(name), right);
    }

    private void list(String key, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        VBox lines = new VBox(1, detail(Texts.get(key, names.size())));
        for (String name : names.subList(0, Math.min(LISTED, names.size()))) {
            Label label = new Label(ColumnFacts.text(new Value.Text(name)).replace('\n', ' '));
            label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            label.setMinWidth(0);
            lines.getChildren().add(label);
        }
        if (names.size() > LISTED) {
            lines.getChildren().add(detail(Texts.get("datasets.file.more", Figures.count(names.size() - LISTED))));
        }
        parts.getChildren().add(lines);
    }
}

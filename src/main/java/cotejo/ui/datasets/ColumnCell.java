package cotejo.ui.datasets;

import cotejo.dataset.Leaf;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One column as a line: its name and type, how its values are spread, nulls, different values, range, and where these
/// numbers come from.
final class ColumnCell extends ListCell<Integer> {

    static final double HEIGHT = 48;
    static final HeadedLine LINE = new HeadedLine(List.of(150.0, 190.0, 64.0, 96.0, 190.0),
            List.of(96.0, 46.0, 48.0, 92.0, 124.0));
    private static final double NULL_BAR = 64;

    private final ColumnsViewModel model;
    private final Label name = new Label();
    private final Label type = new Label();
    private final HistogramBars bars = new HistogramBars();
    private final Label top = new Label();
    private final Label nulls = new Label();
    private final Region nullBar = new Region();
    private final Label distinct = new Label();
    private final Label range = new Label();
    private final Label source = new Label();
    private final HBox line;

    ColumnCell(ColumnsViewModel model) {
        this.model = model;
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        for (Label small : new Label[] {type, top, source, nulls}) {
            small.getStyleClass().add("dataset-detail");
        }
        StackPane spread = new StackPane(top, bars);
        StackPane.setAlignment(top, Pos.CENTER_LEFT);
        nullBar.getStyleClass().add("dataset-null-bar");
        StackPane track = new StackPane(nullBar);
        track.getStyleClass().add("dataset-null-track");
        track.setMaxWidth(NULL_BAR);
        StackPane.setAlignment(nullBar, Pos.CENTER_LEFT);
        VBox missing = new VBox(4, track, nulls);
        missing.setAlignment(Pos.CENTER_LEFT);
        VBox names = new VBox(1, name, type);
        names.setAlignment(Pos.CENTER_LEFT);
        VBox known = new VBox(1, range, source);
        known.setAlignment(Pos.CENTER_LEFT);
        distinct.setAlignment(Pos.CENTER_RIGHT);
        line = LINE.of(names, spread, missing, distinct, known);
        setGraphic(null);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Integer leaf, boolean empty) {
        super.updateItem(leaf, empty);
        if (empty || leaf == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            fill(leaf);
            setGraphic(line);
        }
    }

    /// Fills it anew, because a profile may have come.
    void refill() {
        Integer leaf = getItem();
        if (leaf != null && !isEmpty()) {
            fill(leaf);
        }
    }

    private void fill(int leaf) {
        Leaf which = model.leaves().get(leaf);
        name.setText(which.path());
        Tip.on(name, which.path());
        type.setText(which.type().label());
        String failure = model.failure(leaf);
        top.getStyleClass().setAll("label", failure == null ? "dataset-detail" : "dataset-wrong");
        ColumnProfile profile = model.profile(leaf);
        if (profile == null || failure != null) {
            spread(new long[0], failure == null ? "" : Texts.get("grid.damaged"));
            nulls(-1, 0);
            distinct.setText("");
            range.setText("");
            source.setText(failure == null ? Texts.get("datasets.filter.busy") : "");
        } else {
            spread(profile);
            nulls(profile.nulls(), profile.count());
            distinct.setText(ColumnFacts.distinct(profile));
            range.setText(ColumnFacts.range(profile));
            source.setText(model.source(leaf, profile));
        }
        setAccessibleText(String.join(", ", name.getText(), type.getText(), top.getText(), nulls.getText(),
                distinct.getText(), range.getText(), source.getText()));
    }

    private void spread(ColumnProfile profile) {
        ColumnProfile.Histogram histogram = histogram(profile);
        spread(histogram == null ? new long[0] : histogram.counts(),
                histogram == null ? ColumnFacts.top(profile) : "");
    }

    private static ColumnProfile.@Nullable Histogram histogram(ColumnProfile profile) {
        ColumnProfile.Histogram own = profile.histogram();
        ColumnProfile.Lengths lengths = profile.textLengths();
        return own != null || lengths == null || !ColumnFacts.top(profile).isEmpty() ? own : lengths.histogram();
    }

    private void spread(long[] counts, String words) {
        bars.show(counts);
        bars.setVisible(counts.length > 0);
        top.setText(words);
    }

    private void nulls(long count, long all) {
        boolean known = count >= 0 && all > 0;
        nullBar.getParent().setVisible(known);
        nullBar.setMaxWidth(known ? NULL_BAR * count / all : 0);
        nullBar.setVisible(count > 0);
        nulls.setText(!known ? "–" : count == 0 ? Texts.get("datasets.nulls.none") : ColumnFacts.percent(count, all));
    }
}

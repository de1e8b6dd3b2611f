package cotejo.ui.runs;

import atlantafx.base.theme.Styles;
import cotejo.query.ColumnRef;
import cotejo.query.Facet;
import cotejo.query.GroupPart;
import cotejo.query.RunAttribute;
import cotejo.text.Figures;
import cotejo.text.Moments;
import cotejo.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/// Draws a facet: a checked list of values, or a histogram with a slider for a range.
final class FacetNodes {

    private static final double CHART = 120;
    private static final int MOST_SHOWN = 100;

    private FacetNodes() {
    }

    static Node of(Facet facet, RunsViewModel model) {
        return switch (facet) {
            case Facet.Values values -> values(values, model);
            case Facet.Range range -> range(range, model);
        };
    }

    private static Node values(Facet.Values facet, RunsViewModel model) {
        VBox lines = new VBox(2);
        List<CheckBox> boxes = new ArrayList<>();
        int most = facet.top().stream().mapToInt(Facet.Entry::count).max().orElse(1);
        for (Facet.Entry entry : facet.top().stream().limit(MOST_SHOWN).toList()) {
            CheckBox box = new CheckBox(entry.value().isEmpty() ? Texts.get("runs.facets.blank")
                    : GroupText.value(new GroupPart(facet.column(), entry.value())));
            box.setMnemonicParsing(false);
            box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            box.setUserData(entry.condition());
            box.setMinWidth(40);
            HBox.setHgrow(box, Priority.ALWAYS);
            box.setMaxWidth(Double.MAX_VALUE);
            boxes.add(box);
            lines.getChildren().add(line(box, entry.count(), most));
        }
        if (facet.missing() > 0) {
            CheckBox box = new CheckBox(Texts.get("runs.group.without"));
            box.setUserData(facet.missingCondition());
            box.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.add(box);
            lines.getChildren().add(line(box, facet.missing(), most));
        }
        if (facet.distinct() > MOST_SHOWN) {
            Label more = new Label(Texts.get("runs.facets.more", facet.distinct() - MOST_SHOWN));
            more.getStyleClass().add("run-faint");
            lines.getChildren().add(more);
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button apply = apply();
        apply.setOnAction(event -> narrow(boxes, model));
        apply.setDisable(true);
        boxes.forEach(box -> box.selectedProperty().addListener(any ->
                apply.setDisable(boxes.stream().noneMatch(CheckBox::isSelected))));
        return column(facet.column(), scroll, apply);
    }

    private static HBox line(CheckBox box, int count, int most) {
        Region bar = new Region();
        bar.getStyleClass().add("run-facet-bar");
        double width = Math.max(2, 60.0 * count / Math.max(1, most));
        bar.setMinSize(width, 8);
        bar.setMaxSize(width, 8);
        HBox track = new HBox(bar);
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(62);
        Label number = new Label(Figures.count(count));
        number.getStyleClass().add("run-faint");
        number.setMinWidth(44);
        number.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(8, box, track, number);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(26);
        return line;
    }

    /// Several values of one column are alternatives.
    private static void narrow(List<CheckBox> boxes, RunsViewModel model) {
        List<String> chosen = boxes.stream().filter(CheckBox::isSelected)
                .map(box -> (String) box.getUserData()).toList();
        model.narrow(chosen.size() == 1 ? chosen.getFirst() : "(" + String.join(" OR ", chosen) + ")");
    }

    private static Button apply() {
        Button apply = new Button(Texts.get("runs.facets.apply"));
        apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        return apply;
    }

    private static VBox column(ColumnRef ref, Node... parts) {
        Label title = new Label(ColumnHead.of(ref).text());
        title.getStyleClass().add("run-facet-title");
        VBox box = new VBox(8, title);
        box.getChildren().addAll(parts);
        return box;
    }

    private static Node range(Facet.Range facet, RunsViewModel model) {
        if (facet.bins().isEmpty()) {
            Label none = new Label(Texts.get("runs.facets.noNumbers"));
            none.getStyleClass().add("run-faint");
            return column(facet.column(), none);
        }
        HBox chart = new HBox(1);
        chart.setAlignment(Pos.BOTTOM_LEFT);
        chart.setMinHeight(CHART);
        int most = facet.bins().stream().mapToInt(Facet.Bin::count).max().orElse(1);
        List<Region> bars = new ArrayList<>();
        for (Facet.Bin bin : facet.bins()) {
            Region bar = new Region();
            bar.getStyleClass().add("run-facet-bar");
            double height = bin.count() == 0 ? 1 : Math.max(3, CHART * bin.count() / most);
            bar.setMinHeight(height);
            bar.setMaxHeight(height);
            HBox.setHgrow(bar, Priority.ALWAYS);
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.setPrefWidth(10);
            bars.add(bar);
            chart.getChildren().add(bar);
        }
        double low = facet.bins().getFirst().low();
        double high = facet.bins().getLast().high();
        RangeSlider slider = new RangeSlider(low, high, low, high);
        slider.setAccessibleText(Texts.get("runs.facets.range", ColumnHead.of(facet.column()).text()));
        slider.setBlockIncrement((high - low) / 50);
        Label says = new Label();
        says.getStyleClass().add("run-facet-range");
        Runnable tell = () -> {
            says.setText(text(facet.column(), slider.getLowValue()) + "  –  "
                    + text(facet.column(), slider.getHighValue()));
            for (int i = 0; i < bars.size(); i++) {
                Facet.Bin bin = facet.bins().get(i);
                boolean in = bin.high() > slider.getLowValue() && bin.low() < slider.getHighValue();
                bars.get(i).pseudoClassStateChanged(GridRow.FAINT, !in);
            }
        };
        slider.lowValueProperty().addListener(any -> tell.run());
        slider.highValueProperty().addListener(any -> tell.run());
        tell.run();
        Button apply = apply();
        apply.setOnAction(event -> model.narrow(facet.condition(round(slider.getLowValue(), low, high),
                round(slider.getHighValue(), low, high))));
        Label left = new Label(without(facet));
        left.getStyleClass().add("run-faint");
        left.setWrapText(true);
        return column(facet.column(), chart, slider, says, left, apply);
    }

    private static String without(Facet.Range facet) {
        List<String> parts = new ArrayList<>();
        if (facet.nan() > 0) {
            parts.add(Texts.get("runs.facets.nan", facet.nan()));
        }
        if (facet.infinite() > 0) {
            parts.add(Texts.get("runs.facets.infinite", facet.infinite()));
        }
        if (facet.missing() > 0) {
            parts.add(Texts.get("runs.facets.missing", facet.missing()));
        }
        return String.join(" · ", parts);
    }

    private static String text(ColumnRef column, double value) {
        if (column instanceof ColumnRef.Attribute a && a.attribute().kind() == RunAttribute.Kind.TIME) {
            return Moments.exact((long) value, ZoneId.systemDefault());
        }
        return column instanceof ColumnRef.Attribute ? Moments.duration((long) value) : Figures.brief(value);
    }

    /// A number no finer than the slider can show.
    private static double round(double value, double low, double high) {
        double step = Math.pow(10, Math.floor(Math.log10(Math.max(1e-300, high - low))) - 3);
        return step >= 1 ? Math.rint(value / step) * step
                : Math.rint(value * Math.rint(1 / step)) / Math.rint(1 / step);
    }
}

package cotejo.ui.plots;

import cotejo.chart.plot.Hits;
import cotejo.chart.plot.Plot;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// The name and the values of what the pointer means, floating over the chart.
final class Readout extends VBox {

    private static final int MOST = 8;
    private static final double AWAY = 14;

    Readout() {
        getStyleClass().add("plot-readout");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void hide() {
        setVisible(false);
    }

    /// Shows it beside the pointer, within a width and a height.
    void show(Plot plot, Hits.Found found, double x, double y, double width, double height) {
        getChildren().setAll(lines(plot, found));
        setVisible(true);
        applyCss();
        double wide = Math.min(Math.ceil(prefWidth(-1)), width);
        double high = Math.ceil(prefHeight(wide));
        double left = x + AWAY + wide <= width ? x + AWAY : Math.max(0, x - AWAY - wide);
        double top = Math.max(0, Math.min(y + AWAY, height - high));
        resizeRelocate(Math.round(left), Math.round(top), wide, high);
        layout();
    }

    private static List<Node> lines(Plot plot, Hits.Found found) {
        List<Node> lines = new java.util.ArrayList<>();
        for (String word : found.words()) {
            lines.add(label(word, lines.isEmpty() ? "plot-read-name" : "plot-read-value"));
        }
        if (found.words().isEmpty() && !found.runs().isEmpty()) {
            int run = found.runs().getFirst();
            lines.add(label(plot.name(run), "plot-read-name"));
            lines.add(facts(plot.facts(run)));
            if (found.runs().size() > 1) {
                lines.add(label(Texts.get("plots.read.same", found.runs().size() - 1),
                        "plot-read-head"));
            }
        }
        return lines;
    }

    private static GridPane facts(List<Plot.Fact> facts) {
        GridPane grid = new GridPane(12, 1);
        for (int i = 0; i < Math.min(MOST, facts.size()); i++) {
            grid.add(label(facts.get(i).name(), "plot-read-head"), 0, i);
            grid.add(label(facts.get(i).value(), "plot-read-value"), 1, i);
        }
        if (facts.size() > MOST) {
            grid.add(label(Texts.get("plots.key.more", Figures.count(facts.size() - MOST)), "plot-read-head"), 0, MOST);
        }
        return grid;
    }

    /// What it says, for those who listen.
    static String spoken(Plot plot, int run) {
        StringBuilder text = new StringBuilder(plot.name(run));
        plot.facts(run).stream().limit(MOST)
                .forEach(fact -> text.append(", ").append(fact.name()).append(' ').append(fact.value()));
        return text.toString();
    }

    private static Label label(String text, String style) {
        Label label = new Label(text.length() > 300 ? text.substring(0, 300) + "…" : text);
        label.getStyleClass().add(style);
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(220);
        return label;
    }
}

package cotejo.ui.curves;

import cotejo.chart.CurveSpec;
import cotejo.chart.LineChart;
import cotejo.ui.Tip;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.shape.Line;

/// Which metric has which dash, in a panel of several. Where there is one run only its metrics have colours too.
final class MetricKey {

    private MetricKey() {
    }

    static List<Label> entries(LineChart chart) {
        boolean single = chart.legend().stream().flatMap(line -> line.runs().stream()).distinct().count() == 1;
        List<Label> entries = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (LineChart.Line line : chart.legend()) {
            if (said.add(line.metric())) {
                entries.add(entry(line.metric(), line.curve(), single ? line.curve().argb()
                        : chart.spec().theme().text()));
            }
        }
        return entries;
    }

    private static Label entry(String metric, CurveSpec curve, int argb) {
        Line sample = new Line(0, 0, 26, 0);
        sample.setStroke(BarsView.color(argb));
        sample.setStrokeWidth(2);
        for (float length : curve.dash().lengths()) {
            sample.getStrokeDashArray().add((double) length);
        }
        Label label = new Label(metric, sample);
        label.getStyleClass().add("curve-legend-entry");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(210);
        Tip.on(label, metric);
        return label;
    }
}

package cotejo.planted.model;

import org.jfree.chart.JFreeChart;

/// Breaks a rule on purpose: JFreeChart in the model.
public final class PlotsInTheModel {
    JFreeChart chart;
}

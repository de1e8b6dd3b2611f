package cotejo.planted.analysis;

import cotejo.planted.chart.ChartSeesStore;

/// Breaks a rule on purpose: analysis may not see chart.
public final class AnalysisSeesChart {
    ChartSeesStore seen;
}

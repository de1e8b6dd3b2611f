package cotejo.ui.runs;

/// How the curves beside the table are drawn, as a saved view keeps it.
///
/// @param layout    what shares the middle
/// @param xMode     the name of a [cotejo.chart.XMode]
/// @param panelSize the name of a [cotejo.ui.curves.PanelSize]
record ChartState(Layout layout, double smoothing, String xMode, boolean logY, String search, String panelSize) {

    /// What shares the middle of the panel.
    enum Layout {
        TABLE,
        BOTH,
        CURVES
    }

    static ChartState plain() {
        return new ChartState(Layout.TABLE, 0, "STEP", false, "", "MEDIUM");
    }

    ChartState withLayout(Layout wanted) {
        return new ChartState(wanted, smoothing, xMode, logY, search, panelSize);
    }
}

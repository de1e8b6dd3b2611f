package cotejo.ui.plots;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.Plot;
import cotejo.model.RunFrame;
import cotejo.ui.link.DragMode;
import cotejo.ui.link.Limits;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A chart on the board that is not of lines. The board gives it a place, runs and colours; it draws itself, off the
/// FX thread, and links with the others through [cotejo.ui.link.Linked]. All methods are called on the FX thread and
/// return at once.
public interface BoardChart extends AutoCloseable {

    /// The chart itself, without the title bar of its panel; always the same node.
    Node node();

    /// The runs it shows, as rows of a frame. The old picture stays until the new one is there.
    void show(RunFrame frame, int[] rows);

    /// Lets go of the picture: it is of runs of another experiment than those that come.
    void forget();

    /// What it shows of them.
    void spec(PanelSpec spec);

    /// The part of it that is seen, where these limits are for what stands along its axes ([PlotPanels#axes]).
    void limits(Limits limits);

    /// What a drag does.
    ObjectProperty<DragMode> drag();

    /// The colours to draw in.
    void theme(ChartTheme theme);

    /// What stands above it as a figure, such as "loss over lr"; empty before it has shown anything.
    ReadOnlyStringProperty title();

    /// What it shows now as a figure, or null before it has shown anything.
    @Nullable Drawing drawing(ChartTheme theme);

    /// What it shows now, or null before it has shown anything.
    @Nullable Plot plot();

    /// The ends of its axes where they were chosen.
    LineOptions.Limits seen();

    @Override
    void close();
}

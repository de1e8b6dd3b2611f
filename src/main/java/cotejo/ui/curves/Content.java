package cotejo.ui.curves;

import cotejo.chart.ChartTheme;
import cotejo.chart.Drawing;
import cotejo.export.ChartData;
import cotejo.ui.link.DragMode;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What a panel shows below its title.
interface Content extends AutoCloseable {

    /// Always the same node.
    Node node();

    /// Lets it hear the keys of the panel that holds it.
    void attach(Node panel);

    /// Takes over what the panel has become.
    void show(Tile tile);

    /// What a drag over it does; null where that cannot be chosen. Always the same.
    @Nullable ObjectProperty<DragMode> drag();

    /// What it calls itself by what it shows; empty where the panel's own title says it.
    ReadOnlyStringProperty heading();

    /// What the panel owns up to, in a line; may be empty.
    ReadOnlyStringProperty said();

    /// A sentence for those who do not see it.
    ReadOnlyStringProperty spoken();

    /// Makes what it shows as a figure, in the background; null when it shows nothing yet. To be asked on the thread of
    /// the window.
    @Nullable Callable<Drawing> figure(ChartTheme theme);

    /// Its data, as it draws them or as they were stored, to be read in the background; null when it shows nothing
    /// yet. To be asked on the thread of the window.
    @Nullable Callable<ChartData> data(ChartData.Kind kind);

    /// Begins anew after a failure.
    void again();

    @Override
    void close();
}

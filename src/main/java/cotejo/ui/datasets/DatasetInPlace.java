package cotejo.ui.datasets;

import cotejo.ui.UiContext;
import java.nio.file.Path;
import javafx.scene.Node;

/// A tabular file shown within another panel, as the panel of datasets would show it: rows, columns, inside. Close it
/// when something else takes its place.
public final class DatasetInPlace implements AutoCloseable {

    private final OpenDataset open;
    private final DatasetPage page;

    public DatasetInPlace(Path file, UiContext context) {
        this.open = new OpenDataset(file, context);
        this.page = new DatasetPage(open, KnownDataset.ofFile(file), context);
        // Its bars part where it is narrow, so that there is nothing to scroll to.
        page.setMinWidth(0);
        open.open();
    }

    public Node node() {
        return page;
    }

    @Override
    public void close() {
        page.close();
        open.close();
    }
}

package cotejo.dataset.other;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;

/// A NumPy array in a file of its own: one dimension is a column, two are a table, a structured one has its fields.
public final class NumpyFormat implements DatasetFormat {

    @Override
    public String id() {
        return "npy";
    }

    @Override
    public Fit fit(Path file, byte[] head) {
        return head.length > 8 && (head[0] & 0xff) == 0x93 && head[1] == 'N' && head[2] == 'U' && head[3] == 'M'
                && head[4] == 'P' && head[5] == 'Y' ? Fit.CERTAIN : Fit.NONE;
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        return new RowDataset(file, new NumpyRows(file));
    }
}

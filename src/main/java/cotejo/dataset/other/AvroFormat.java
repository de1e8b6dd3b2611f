package cotejo.dataset.other;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;

/// Avro's object container files: the fields of the record are the columns.
public final class AvroFormat implements DatasetFormat {

    @Override
    public String id() {
        return "avro";
    }

    @Override
    public Fit fit(Path file, byte[] head) {
        return head.length >= 4 && head[0] == 'O' && head[1] == 'b' && head[2] == 'j' && head[3] == 1
                ? Fit.CERTAIN : Fit.NONE;
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        return new RowDataset(file, new AvroRows(file));
    }
}

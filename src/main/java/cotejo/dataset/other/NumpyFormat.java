package cotejo.dataset.other;

import cotejo.codec.Blob;
import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

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
        Blob blob = Blob.open(file);
        try {
            NumpyArray array = new NumpyArray(blob, file.toString());
            return new RowDataset(file, new NumpyRows("npy", blob, file.toString(), List.of(array), array.columns(),
                    List.of(new FileFacts.Fact("header", array.header())), new Oddities()));
        } catch (IOException | RuntimeException failed) {
            blob.close();
            throw failed;
        }
    }
}

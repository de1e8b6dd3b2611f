package cotejo.dataset.parquet;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;

/// Apache Parquet: recognised by its magic number, or by its name when the file is too broken to have one.
public final class ParquetFormat implements DatasetFormat {

    @Override
    public String id() {
        return "parquet";
    }

    @Override
    public Fit fit(Path file, byte[] head) {
        if (Footer.magic(head, 0, "PAR1") || Footer.magic(head, 0, "PARE")) {
            return Fit.CERTAIN;
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(java.util.Locale.ROOT);
        return head.length > 0 && (name.endsWith(".parquet") || name.endsWith(".pq")) ? Fit.LIKELY : Fit.NONE;
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        return new ParquetDataset(file);
    }
}

package cotejo.dataset.other;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// JSON as rows: an object a line, or an array of objects.
public final class JsonFormat implements DatasetFormat {

    @Override
    public String id() {
        return "json";
    }

    @Override
    public Fit fit(Path file, byte[] head) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        String text = new String(head, StandardCharsets.UTF_8).strip();
        if (text.startsWith("\ufeff")) {
            text = text.substring(1).strip();
        }
        if (text.startsWith("[")) {
            String inside = text.substring(1).strip();
            return inside.startsWith("{") ? Fit.CERTAIN : lines ? Fit.LIKELY : Fit.NONE;
        }
        if (!text.startsWith("{")) {
            return Fit.NONE;
        }
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        return first.endsWith("}") ? Fit.CERTAIN : lines || end < 0 && head.length >= 1 << 16 ? Fit.LIKELY : Fit.NONE;
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        return new RowDataset(file, new JsonRows(file));
    }
}

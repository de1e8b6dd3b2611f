package cotejo.dataset.other;

import cotejo.dataset.Dataset;
import cotejo.dataset.DatasetFormat;
import cotejo.work.Cancel;
import java.io.IOException;
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
        boolean lines = JsonLayout.linesByName(file);
        boolean named = lines || String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".json");
        String text = JsonLayout.text(head);
        if (text.startsWith("[")) {
            String inside = text.substring(1).strip();
            return inside.startsWith("{") ? Fit.CERTAIN : named ? Fit.LIKELY : Fit.NONE;
        }
        if (!text.startsWith("{")) {
            return lines && JsonLayout.firstIsWhole(text) ? Fit.LIKELY : Fit.NONE;
        }
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        return first.endsWith("}") || JsonLayout.follow(text) ? Fit.CERTAIN
                : lines || end < 0 && head.length >= 1 << 16 ? Fit.LIKELY : Fit.NONE;
    }

    @Override
    public Dataset open(Path file, Cancel cancel) throws IOException {
        return new RowDataset(file, new JsonRows(file));
    }
}

package cotejo.ui.runs;

import cotejo.text.Texts;
import java.util.Locale;

/// The formats in which rows are copied and tables written.
enum CopyFormat {
    TSV("tsv"),
    CSV("csv"),
    MARKDOWN("md"),
    LATEX("tex"),
    JSON("json");

    private final String extension;

    CopyFormat(String extension) {
        this.extension = extension;
    }

    String extension() {
        return extension;
    }

    String label() {
        return Texts.get("runs.copy." + name().toLowerCase(Locale.ROOT));
    }
}

package cotejo.command;

import cotejo.export.Cell;
import cotejo.export.TableText;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Prints rows in the format asked for.
///
/// @param headers what stands over the columns
/// @param cells   the rows, each as long as the headers
record Rows(List<String> headers, List<List<Cell>> cells) {

    /// The values of `--format`.
    enum Format {
        TABLE,
        JSON,
        CSV,
        TSV,
        MARKDOWN,
        LATEX
    }

    /// The format asked for by `--format` or `--json`.
    static Format format(Arguments arguments) {
        if (arguments.json()) {
            return Format.JSON;
        }
        String wanted = arguments.text("--format").orElse("table");
        try {
            return Format.valueOf(wanted.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.usage(Texts.get("command.usage.format", wanted));
        }
    }

    /// Prints the rows; JSON is the affair of each command.
    void print(Format format, Session session) throws IOException {
        switch (format) {
            case TABLE -> TerminalTable.print(this, session.out());
            case JSON -> write(TableText.Format.JSON, session);
            case CSV -> write(TableText.Format.CSV, session);
            case TSV -> write(TableText.Format.TSV, session);
            case MARKDOWN -> write(TableText.Format.MARKDOWN, session);
            case LATEX -> write(TableText.Format.LATEX, session);
        }
    }

    private void write(TableText.Format format, Session session) throws IOException {
        TableText.write(format, TableText.Guard.DATA, headers, cells, session.out());
    }
}

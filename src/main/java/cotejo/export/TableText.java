package cotejo.export;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/// A table as text in one of the formats that other programs read: what *Copy as…*, *Export…* and `cotejo export`
/// write.
///
/// Values are exact: a number reads back to the same double, a text is the text that was stored. In CSV and TSV a
/// missing value is nothing between the separators and an empty text is `""`.
public final class TableText {

    /// The formats. All are UTF-8 without a mark at the beginning, lines end with a line feed.
    public enum Format implements NamedFormat {
        /// Cells parted by tabs, quoted as in CSV where they hold tabs, quotes or line ends.
        TSV("tsv"),
        /// RFC 4180 with line feeds.
        CSV("csv"),
        /// A table of GitHub-flavoured Markdown.
        MARKDOWN("md"),
        /// A `tabular` with the rules of the package booktabs.
        LATEX("tex"),
        /// An array of one object a row; a missing value is null, a non-finite number a string.
        JSON("json");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        @Override
        public String extension() {
            return extension;
        }

        /// The format of that name (`csv`, `markdown`) or file ending (`md`), in any case.
        public static Optional<Format> named(String text) {
            return NamedFormat.named(values(), text);
        }
    }

    /// What CSV and TSV are written for.
    public enum Guard {
        /// For programs: every text byte for byte.
        DATA,
        /// For spreadsheets: a text that a spreadsheet would take for a formula gets an apostrophe before it. Numbers
        /// never do, whether they are number cells or texts that are plain numbers, such as a param of `-0.5`.
        SPREADSHEET
    }

    private TableText() {
    }

    /// Writes a table. The rows may be gone through more than once; each has as many cells as there are headers.
    public static void write(Format format, Guard guard, List<String> headers, Iterable<? extends List<Cell>> rows,
            Writer out) throws IOException {
        switch (format) {
            case CSV, TSV -> {
                Lines lines = lines(format, guard, headers, out);
                for (List<Cell> row : rows) {
                    lines.row(row);
                }
            }
            case MARKDOWN -> MarkdownTable.write(headers, rows, out);
            case LATEX -> LatexTable.write(headers, rows, out);
            case JSON -> JsonRows.write(headers, rows, out);
        }
        out.flush();
    }

    /// Takes rows that are not all there at once.
    @FunctionalInterface
    public interface Lines {
        void row(List<Cell> cells) throws IOException;
    }

    /// Begins a table as CSV or TSV whose rows come one after another.
    ///
    /// @throws IllegalArgumentException for the other formats
    public static Lines lines(Format format, Guard guard, List<String> headers, Writer out) {
        return switch (format) {
            case CSV -> SeparatedText.lines(',', guard, headers, out);
            case TSV -> SeparatedText.lines('\t', guard, headers, out);
            case MARKDOWN, LATEX, JSON -> throw new IllegalArgumentException(format.extension());
        };
    }

    /// A table as one text, for the clipboard.
    public static String text(Format format, Guard guard, List<String> headers, Iterable<? extends List<Cell>> rows) {
        StringWriter out = new StringWriter();
        try {
            write(format, guard, headers, rows, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }
}

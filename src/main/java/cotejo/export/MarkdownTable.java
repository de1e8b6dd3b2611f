package cotejo.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// A table of GitHub-flavoured Markdown; columns without a text are aligned to the right.
final class MarkdownTable {

    private MarkdownTable() {
    }

    static void write(List<String> headers, Iterable<? extends List<Cell>> rows, Writer out) throws IOException {
        boolean[] numeric = numericColumns(headers.size(), rows);
        out.write("|");
        for (String header : headers) {
            out.write(" " + escape(header) + " |");
        }
        out.write("\n|");
        for (boolean right : numeric) {
            out.write(right ? " ---: |" : " --- |");
        }
        out.write("\n");
        for (List<Cell> row : rows) {
            out.write("|");
            for (Cell cell : row) {
                out.write(" " + text(cell) + " |");
            }
            out.write("\n");
        }
    }

    /// Which columns hold numbers and no text.
    static boolean[] numericColumns(int columns, Iterable<? extends List<Cell>> rows) {
        boolean[] hasNumber = new boolean[columns];
        boolean[] hasText = new boolean[columns];
        for (List<Cell> row : rows) {
            for (int column = 0; column < columns; column++) {
                Cell cell = row.get(column);
                hasNumber[column] |= cell instanceof Cell.Number;
                hasText[column] |= cell instanceof Cell.Text;
            }
        }
        for (int column = 0; column < columns; column++) {
            hasNumber[column] &= !hasText[column];
        }
        return hasNumber;
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> escape(text.value());
            case Cell.Number number -> NumberText.exact(number.value());
            case Cell.Empty _ -> "";
        };
    }

    /// A text that shows as itself: what Markdown or HTML would take for markup is escaped. An underscore within a
    /// word, as in `learning_rate`, is none.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '|', '`', '*', '<', '[', '~', '$' -> escaped.append('\\').append(c);
                case '&' -> escaped.append("&amp;");
                case '_' -> escaped.append(withinWord(text, i) ? "_" : "\\_");
                case '\r' -> {
                    if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
                        escaped.append("<br>");
                    }
                }
                case '\n' -> escaped.append("<br>");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean withinWord(String text, int at) {
        return at > 0 && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}

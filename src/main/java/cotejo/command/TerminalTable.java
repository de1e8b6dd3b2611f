package cotejo.command;

import cotejo.export.Cell;
import cotejo.export.NumberText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Rows for eyes: columns aligned, numbers to the right with six digits, long texts cut.
final class TerminalTable {

    /// What a cell shows at most, in characters.
    static final int WIDEST = 48;
    private static final MathContext DIGITS = new MathContext(6);

    private TerminalTable() {
    }

    static void print(Rows rows, Writer out) throws IOException {
        print(rows, WIDEST, out);
    }

    /// The last column as long as what it holds: of one thing, everything is to be read.
    static void printWhole(Rows rows, Writer out) throws IOException {
        print(rows, Integer.MAX_VALUE, out);
    }

    private static void print(Rows rows, int lastWidest, Writer out) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(rows.headers().stream().map(header -> fit(header, WIDEST)).toList());
        boolean[] right = new boolean[rows.headers().size()];
        for (List<Cell> row : rows.cells()) {
            List<String> line = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                right[column] |= row.get(column) instanceof Cell.Number;
                line.add(text(row.get(column), column == row.size() - 1 ? lastWidest : WIDEST));
            }
            lines.add(line);
        }
        int[] widths = new int[right.length];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(line.get(column)));
            }
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = line.get(column);
                boolean last = column == widths.length - 1;
                String blank = last && !right[column] ? "" : " ".repeat(widths[column] - width(cell));
                text.append(column == 0 ? "" : "  ").append(right[column] ? blank + cell : cell + blank);
            }
            out.write(text.toString().stripTrailing() + "\n");
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String text(Cell cell, int widest) {
        return switch (cell) {
            case Cell.Text text -> fit(text.value(), widest);
            case Cell.Number number -> number(number.value());
            case Cell.Empty _ -> "";
        };
    }

    static String number(double value) {
        if (!Double.isFinite(value) || value == Math.rint(value)) {
            return NumberText.exact(value);
        }
        return NumberText.exact(new BigDecimal(value).round(DIGITS).doubleValue());
    }

    /// A text from a stranger as one short line: what would steer the terminal is left out.
    static String fit(String text) {
        return fit(text, WIDEST);
    }

    private static String fit(String text, int widest) {
        String plain = plain(text);
        if (width(plain) <= widest) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, widest - 1)) + "…";
    }

    /// The text without control characters and without those that turn the direction of writing.
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean steers = Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
            plain.appendCodePoint(steers ? ' ' : c);
        });
        return plain.toString();
    }
}

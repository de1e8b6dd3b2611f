package cotejo.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A LaTeX `tabular` that needs the package booktabs and nothing else.
final class LatexTable {

    private LatexTable() {
    }

    static void write(List<String> headers, Iterable<? extends List<Cell>> rows, Writer out) throws IOException {
        out.write(LatexSigns.needs(texts(headers, rows)) + "\\begin{tabular}{");
        for (boolean right : MarkdownTable.numericColumns(headers.size(), rows)) {
            out.write(right ? "r" : "l");
        }
        out.write("}\n\\toprule\n");
        line(headers.stream().map(LatexTable::escape).toList(), out);
        out.write("\\midrule\n");
        for (List<Cell> row : rows) {
            line(row.stream().map(LatexTable::text).toList(), out);
        }
        out.write("\\bottomrule\n\\end{tabular}\n");
    }

    private static Iterable<String> texts(List<String> headers, Iterable<? extends List<Cell>> rows) {
        return () -> Stream.concat(headers.stream(), StreamSupport.stream(rows.spliterator(), false)
                .flatMap(List::stream).map(cell -> cell instanceof Cell.Text(String text) ? text : "")).iterator();
    }

    private static void line(List<String> cells, Writer out) throws IOException {
        out.write(String.join(" & ", cells) + " \\\\\n");
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> escape(text.value());
            case Cell.Number number -> number(number.value());
            case Cell.Empty _ -> "";
        };
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "$\\infty$" : "$-\\infty$";
        }
        String text = NumberText.exact(value);
        int exponent = text.indexOf('e');
        if (exponent >= 0) {
            String digits = text.substring(0, exponent);
            return "$" + digits + " \\times 10^{" + text.substring(exponent + 1) + "}$";
        }
        return text.startsWith("-") ? "$" + text + "$" : text;
    }

    /// A text that is set as itself. A bracket or star that begins a cell would be read as an argument of the `\\`
    /// before it, and two hyphens would be drawn as one dash.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '\\' -> escaped.append("\\textbackslash{}");
                case '<' -> escaped.append("\\textless{}");
                case '>' -> escaped.append("\\textgreater{}");
                case '|' -> escaped.append("\\textbar{}");
                case '[', '*' -> escaped.append(escaped.isEmpty() ? "{" + c + "}" : String.valueOf(c));
                case '-' -> escaped.append(i > 0 && text.charAt(i - 1) == '-' ? "{}-" : "-");
                default -> escaped.append(Character.isISOControl(c) ? " " : LatexSigns.of(c));
            }
        }
        return escaped.toString();
    }
}

package cotejo.export;

import cotejo.compare.Comparison;
import cotejo.compare.Section;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;

/// A comparison as one LaTeX `tabular` that needs booktabs: a rule and a title before each section, best values bold.
final class ComparisonLatex {

    private ComparisonLatex() {
    }

    static void write(Comparison comparison, Writer whole) throws IOException {
        StringWriter out = new StringWriter();
        table(comparison, out);
        String table = out.toString();
        whole.write(LatexSigns.needs(table) + table);
    }

    private static void table(Comparison comparison, Writer out) throws IOException {
        List<String> labels = RunLabels.of(comparison.runs());
        int columns = labels.size() + 1;
        out.write("\\begin{tabular}{" + "l".repeat(columns) + "}\n\\toprule\n");
        for (int run = 0; run < labels.size(); run++) {
            String mark = run == comparison.baseline() ? " (" + Texts.get("compare.baseline") + ")" : "";
            out.write(" & " + LatexTable.escape(labels.get(run) + mark));
        }
        out.write(" \\\\\n");
        List<ComparisonLine> lines = ComparisonLine.of(comparison);
        for (Section section : comparison.sections()) {
            out.write("\\midrule\n\\multicolumn{" + columns + "}{l}{\\textit{"
                    + LatexTable.escape(ComparisonText.title(section.kind())) + "}} \\\\\n");
            for (ComparisonLine line : lines) {
                if (line.section() == section.kind()) {
                    write(line, comparison, out);
                }
            }
        }
        out.write("\\bottomrule\n\\end{tabular}\n");
    }

    private static void write(ComparisonLine line, Comparison comparison, Writer out) throws IOException {
        out.write(LatexTable.escape(line.label()));
        for (int run = 0; run < comparison.runs().size(); run++) {
            String text = switch (line.cell(run)) {
                case Cell.Text cell -> LatexTable.escape(cell.value());
                case Cell.Number cell -> LatexTable.number(cell.value());
                case Cell.Empty _ -> "";
            };
            String change = line.changeText(run, comparison.baseline());
            boolean best = line.row().best() == run;
            out.write(" & " + (best && text.startsWith("$") ? "$\\mathbf{" + text.substring(1, text.length() - 1) + "}$"
                    : best ? "\\textbf{" + text + "}" : text)
                    + (change.isEmpty() ? "" : " " + LatexTable.escape(change)));
        }
        out.write(" \\\\\n");
    }
}

package cotejo.export;

import cotejo.compare.Comparison;
import cotejo.compare.Section;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// A comparison as GitHub-flavoured Markdown: a heading and a table a section, best values bold, changes from the
/// baseline behind the values.
final class ComparisonMarkdown {

    private ComparisonMarkdown() {
    }

    static void write(Comparison comparison, Writer out) throws IOException {
        List<ComparisonLine> lines = ComparisonLine.of(comparison);
        List<String> labels = RunLabels.of(comparison.runs());
        if (lines.isEmpty()) {
            out.write(Texts.get("compare.same") + "\n");
        }
        boolean first = true;
        for (Section section : comparison.sections()) {
            out.write((first ? "" : "\n") + "### " + ComparisonText.title(section.kind()) + "\n\n| "
                    + Texts.get("compare.column.key") + " |");
            first = false;
            for (int run = 0; run < labels.size(); run++) {
                String mark = run == comparison.baseline() ? " (" + Texts.get("compare.baseline") + ")" : "";
                out.write(" " + MarkdownTable.escape(labels.get(run) + mark) + " |");
            }
            out.write("\n| --- |" + " --- |".repeat(labels.size()) + "\n");
            for (ComparisonLine line : lines) {
                if (line.section() == section.kind()) {
                    write(line, comparison, out);
                }
            }
        }
    }

    private static void write(ComparisonLine line, Comparison comparison, Writer out) throws IOException {
        out.write("| " + MarkdownTable.escape(line.label()) + " |");
        for (int run = 0; run < comparison.runs().size(); run++) {
            String text = switch (line.cell(run)) {
                case Cell.Text cell -> MarkdownTable.escape(cell.value());
                case Cell.Number cell -> NumberText.exact(cell.value());
                case Cell.Empty _ -> "";
            };
            String change = line.changeText(run, comparison.baseline());
            out.write(" " + (line.row().best() == run ? "**" + text + "**" : text)
                    + (change.isEmpty() ? "" : " " + change) + " |");
        }
        out.write("\n");
    }
}

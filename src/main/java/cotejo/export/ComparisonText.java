package cotejo.export;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Emphasis;
import cotejo.compare.Excerpt;
import cotejo.compare.Section;
import cotejo.compare.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A comparison of runs in the formats other programs and people read: what *Export* in the window and `cotejo diff`
/// write. Values are exact.
public final class ComparisonText {

    /// The formats; all are UTF-8.
    public enum Format implements NamedFormat {
        /// The contract of `cotejo diff --json`.
        JSON(TableText.Format.JSON.extension()),
        /// One line a key, one column a run; with a baseline two more columns a run.
        CSV(TableText.Format.CSV.extension()),
        /// A table a section, best values bold.
        MARKDOWN(TableText.Format.MARKDOWN.extension()),
        /// One `tabular` with the rules of booktabs, best values bold.
        LATEX(TableText.Format.LATEX.extension()),
        /// One page that needs nothing else and holds no script.
        HTML("html");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        @Override
        public String extension() {
            return extension;
        }

        /// The format of that name or file ending, in any case.
        public static Optional<Format> named(String text) {
            return NamedFormat.named(values(), text);
        }
    }

    /// What may be told besides the tables.
    ///
    /// @param answers what was found out about two groups of the runs
    /// @param figures drawings that stand below the tables of a page, and nowhere else
    public record Extras(Optional<Answers> answers, List<Figure> figures) {

        public static final Extras NONE = new Extras(Optional.empty(), List.of());
    }

    /// A drawing for the page.
    ///
    /// @param svg one `svg` element made by this program, its texts escaped
    public record Figure(String title, String svg) {
    }

    private ComparisonText() {
    }

    /// Writes the comparison; with answers JSON and HTML have both, and the other formats, which are for pasting, only
    /// the answers. CSV holds one table: the tests if they are there, else the causes.
    public static void write(Format format, Comparison comparison, Extras extras, Writer out) throws IOException {
        if (extras.answers().isPresent() && format != Format.JSON && format != Format.HTML) {
            write(format, extras.answers().get(), out);
            return;
        }
        switch (format) {
            case JSON -> ComparisonJson.write(comparison, extras.answers(), out);
            case CSV -> csv(headers(comparison), rows(comparison), out);
            case MARKDOWN -> ComparisonMarkdown.write(comparison, out);
            case LATEX -> ComparisonLatex.write(comparison, out);
            case HTML -> new ComparisonHtml(comparison, extras, out).write();
        }
        out.flush();
    }

    private static void write(Format format, Answers answers, Writer out) throws IOException {
        switch (format) {
            case CSV -> csv(answers, out);
            case MARKDOWN -> AnswerText.markdown(answers, out);
            case LATEX -> AnswerText.latex(answers, out);
            case JSON, HTML -> throw new IllegalArgumentException(format.name());
        }
        out.flush();
    }

    private static void csv(Answers answers, Writer out) throws IOException {
        if (answers.tested().isPresent()) {
            csv(Answers.TEST_HEADERS, Answers.tests(answers.tested().get(), Answers.Digits.ALL), out);
        } else {
            csv(Answers.CAUSE_HEADERS, answers.causes(), out);
        }
    }

    private static void csv(List<String> headers, List<List<Cell>> rows, Writer out) throws IOException {
        TableText.write(TableText.Format.CSV, TableText.Guard.DATA, headers, rows, out);
    }

    /// The headers of the flat table: section, key, the runs; with a baseline each other run's change, absolute and in
    /// percent.
    public static List<String> headers(Comparison comparison) {
        List<String> headers = new ArrayList<>(List.of("section", "key"));
        List<String> labels = RunLabels.of(comparison.runs());
        headers.addAll(labels);
        for (int run = 0; run < labels.size(); run++) {
            if (comparison.baseline() >= 0 && run != comparison.baseline()) {
                headers.add("change " + labels.get(run));
                headers.add("change% " + labels.get(run));
            }
        }
        return headers;
    }

    /// The flat table.
    public static List<List<Cell>> rows(Comparison comparison) {
        List<List<Cell>> rows = new ArrayList<>();
        List<ComparedRun> runs = comparison.runs();
        for (ComparisonLine line : ComparisonLine.of(comparison)) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(line.section().id()), Cell.of(line.key())));
            for (int run = 0; run < runs.size(); run++) {
                cells.add(line.cell(run));
            }
            for (int run = 0; run < runs.size(); run++) {
                if (comparison.baseline() >= 0 && run != comparison.baseline()) {
                    addChange(line, run, comparison.baseline(), cells);
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    /// The headers of the flat table for eyes, which also says which run is best, where any is.
    public static List<String> briefHeaders(Comparison comparison) {
        List<String> headers = headers(comparison);
        if (ComparisonLine.of(comparison).stream().anyMatch(line -> line.row().best() >= 0)) {
            headers.add(comparison.runs().size() + 2, "best");
        }
        return headers;
    }

    /// The flat table for eyes: texts that are longer than `room` are cut so that what differs in them stays.
    public static List<List<Cell>> brief(Comparison comparison, int room) {
        List<ComparisonLine> lines = ComparisonLine.of(comparison);
        List<String> labels = RunLabels.of(comparison.runs());
        boolean marked = lines.stream().anyMatch(line -> line.row().best() >= 0);
        List<List<Cell>> rows = rows(comparison);
        for (int i = 0; i < rows.size(); i++) {
            List<List<Span>> spans = Emphasis.of(lines.get(i).row(), comparison.baseline());
            for (int run = 0; run < labels.size(); run++) {
                if (rows.get(i).get(run + 2) instanceof Cell.Text(String text) && !spans.get(run).isEmpty()) {
                    rows.get(i).set(run + 2, Cell.of(Excerpt.of(text, spans.get(run), room).text()));
                }
            }
            int best = lines.get(i).row().best();
            if (marked) {
                rows.get(i).add(labels.size() + 2, best < 0 ? Cell.empty() : Cell.of(labels.get(best)));
            }
        }
        return rows;
    }

    private static void addChange(ComparisonLine line, int run, int baseline, List<Cell> cells) {
        line.change(run, baseline).ifPresentOrElse(change -> {
            cells.add(Cell.of(change.absolute()));
            cells.add(Double.isNaN(change.percent()) ? Cell.empty() : Cell.of(change.percent()));
        }, () -> {
            cells.add(Cell.empty());
            cells.add(Cell.empty());
        });
    }

    /// What a section is called.
    // texts: compare.section.*
    static String title(Section.Kind kind) {
        return cotejo.text.Texts.get("compare.section." + kind.id());
    }
}

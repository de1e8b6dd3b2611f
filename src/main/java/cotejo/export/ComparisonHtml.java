package cotejo.export;

import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Emphasis;
import cotejo.compare.Section;
import cotejo.compare.Span;
import cotejo.compare.Verdict;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A comparison as one HTML page that loads nothing and holds no script.
///
/// Its security policy allows the one style sheet in it, by its hash, and nothing else: whatever a run's values say,
/// a browser runs, fetches and styles nothing for them. Everything from data is escaped besides.
final class ComparisonHtml {

    private static final String STYLE = style();
    private static final int LONG = 160;

    private final Comparison comparison;
    private final ComparisonText.Extras extras;
    private final Writer out;
    private final List<String> labels;

    ComparisonHtml(Comparison comparison, ComparisonText.Extras extras, Writer out) {
        this.comparison = comparison;
        this.extras = extras;
        this.out = out;
        this.labels = RunLabels.of(comparison.runs());
    }

    void write() throws IOException {
        String title = Texts.get("compare.html.title", labels.size());
        out.write("<!DOCTYPE html>\n<html lang=\"" + Texts.locale().getLanguage() + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
                + "content=\"default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; "
                + "base-uri 'none'; form-action 'none'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" + HtmlText.escape(title) + "</title>\n"
                + "<style>" + STYLE + "</style>\n</head>\n<body>\n<h1>" + HtmlText.escape(title) + "</h1>\n");
        runs();
        if (extras.answers().isPresent()) {
            AnswerText.html(extras.answers().get(), out);
        }
        if (comparison.sections().isEmpty()) {
            out.write("<p>" + HtmlText.escape(Texts.get("compare.same")) + "</p>\n");
        }
        List<ComparisonLine> lines = ComparisonLine.of(comparison);
        for (Section section : comparison.sections()) {
            section(section, lines.stream().filter(line -> line.section() == section.kind()).toList());
        }
        figures();
        out.write("</body>\n</html>\n");
    }

    private void runs() throws IOException {
        out.write("<ul class=\"runs\">\n");
        for (int run = 0; run < labels.size(); run++) {
            ComparedRun compared = comparison.runs().get(run);
            long start = compared.run().start();
            String mark = run == comparison.baseline()
                    ? " <em>" + HtmlText.escape(Texts.get("compare.baseline")) + "</em>" : "";
            out.write("<li><b>" + HtmlText.escape(labels.get(run)) + "</b>" + mark + "<br>"
                    + HtmlText.escape(compared.experiment()) + "<br><code>" + HtmlText.escape(compared.run().id())
                    + "</code>" + (start > 0 ? "<br>" + Instant.ofEpochMilli(start) : "") + "</li>\n");
        }
        out.write("</ul>\n");
    }

    private void section(Section section, List<ComparisonLine> lines) throws IOException {
        out.write("<details open>\n<summary>" + HtmlText.escape(ComparisonText.title(section.kind())) + " <span>"
                + lines.size() + "</span></summary>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">"
                + HtmlText.escape(Texts.get("compare.column.key")) + "</th>");
        for (int run = 0; run < labels.size(); run++) {
            out.write("<th scope=\"col\"" + (run == comparison.baseline() ? " class=\"base\"" : "") + ">"
                    + held(labels.get(run), HtmlText.escape(labels.get(run))) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
        for (ComparisonLine line : lines) {
            line(line);
        }
        out.write("</tbody>\n</table></div>\n</details>\n");
    }

    private void line(ComparisonLine line) throws IOException {
        out.write("<tr" + (line.row().verdict() != Verdict.SAME ? "" : " class=\"same\"") + "><th scope=\"row\">"
                + HtmlText.escape(line.label()) + "</th>");
        List<List<Span>> spans = Emphasis.of(line.row(), comparison.baseline());
        for (int run = 0; run < labels.size(); run++) {
            boolean best = line.row().best() == run;
            String inner = switch (line.cell(run)) {
                case Cell.Text cell -> held(cell.value(), marked(cell.value(), spans.get(run)));
                case Cell.Number cell -> "<span class=\"n\">" + NumberText.exact(cell.value()) + "</span>";
                case Cell.Empty _ -> "<span class=\"none\">–</span>";
            };
            String change = line.changeText(run, comparison.baseline());
            out.write("<td" + (best ? " class=\"best\"" : "") + ">" + inner
                    + (best ? " <small>" + HtmlText.escape(Texts.get("compare.best")) + "</small>" : "")
                    + (change.isEmpty() ? "" : "<br><small>" + change + "</small>") + "</td>");
        }
        out.write("</tr>\n");
    }

    /// A long text scrolls within its cell, so that the row stays in sight; on paper it is seen whole.
    private static String held(String text, String inner) {
        return text.length() <= LONG ? inner : "<div class=\"long\" tabindex=\"0\">" + inner + "</div>";
    }

    private static String marked(String text, List<Span> spans) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Span span : spans) {
            marked.append(HtmlText.escape(text.substring(at, span.start()))).append("<mark>")
                    .append(HtmlText.escape(text.substring(span.start(), span.end()))).append("</mark>");
            at = span.end();
        }
        return marked.append(HtmlText.escape(text.substring(at))).toString();
    }

    private void figures() throws IOException {
        for (ComparisonText.Figure figure : extras.figures()) {
            String svg = figure.svg();
            int element = Math.max(0, svg.indexOf("<svg"));
            out.write("<figure>\n" + svg.substring(element) + "\n<figcaption>" + HtmlText.escape(figure.title())
                    + "</figcaption>\n</figure>\n");
        }
    }

    private static String style() {
        try (@Nullable InputStream in = ComparisonHtml.class.getResourceAsStream("/cotejo/export/comparison.css")) {
            if (in == null) {
                throw new IllegalStateException("comparison.css is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}

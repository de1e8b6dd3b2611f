package cotejo.export;

import cotejo.compare.Cause;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Answers in words and tables: Markdown, LaTeX, and the beginning of an HTML page.
final class AnswerText {

    private AnswerText() {
    }

    static void markdown(Answers answers, Writer out) throws IOException {
        out.write("**" + MarkdownTable.escape(answers.groups().toString()) + "**\n");
        for (Answers.Explained one : answers.explained()) {
            out.write("\n### " + Texts.get("compare.page.explain") + "\n\n"
                    + MarkdownTable.escape(one.gap().sentence()) + "\n\n");
            int rank = 1;
            for (Cause cause : one.causes()) {
                out.write((cause.kind() == Cause.Kind.CURVE ? "- " : rank++ + ". ") + "**" + Answers.kind(cause)
                        + "**: " + MarkdownTable.escape(cause.sentence()) + "\n");
            }
            out.write((one.causes().isEmpty() ? Texts.get("compare.explain.nothing") + "\n" : "") + "\n"
                    + Texts.get("compare.explain.caveat") + "\n");
        }
        if (answers.tested().isPresent()) {
            Answers.Tested tested = answers.tested().get();
            out.write("\n### " + Texts.get("compare.page.real") + "\n\n");
            for (String sentence : tested.sentences()) {
                out.write(MarkdownTable.escape(sentence) + "\n\n");
            }
            MarkdownTable.write(Answers.testHeaders(), Answers.tests(tested, Answers.Digits.FOUR), out);
            out.write("\n" + answers.legend() + "\n");
        }
    }

    static void latex(Answers answers, Writer out) throws IOException {
        out.write("% needs \\usepackage{booktabs}\n\\noindent\\textbf{" + LatexTable.escape(answers.groups().toString())
                + "}\n");
        for (Answers.Explained one : answers.explained()) {
            out.write("\n\\paragraph{" + LatexTable.escape(Texts.get("compare.page.explain")) + "} "
                    + LatexTable.escape(one.gap().sentence()) + "\n");
            out.write(one.causes().isEmpty() ? LatexTable.escape(Texts.get("compare.explain.nothing")) + "\n"
                    : "\\begin{enumerate}\n");
            for (Cause cause : one.causes()) {
                out.write((cause.kind() == Cause.Kind.CURVE ? "\\item[--] " : "\\item ") + "\\textbf{"
                        + LatexTable.escape(Answers.kind(cause)) + "}: " + LatexTable.escape(cause.sentence()) + "\n");
            }
            out.write((one.causes().isEmpty() ? "" : "\\end{enumerate}\n")
                    + LatexTable.escape(Texts.get("compare.explain.caveat")) + "\n");
        }
        if (answers.tested().isPresent()) {
            Answers.Tested tested = answers.tested().get();
            out.write("\n\\paragraph{" + LatexTable.escape(Texts.get("compare.page.real")) + "}\n");
            for (String sentence : tested.sentences()) {
                out.write(LatexTable.escape(sentence) + "\n");
            }
            out.write("\n");
            LatexTable.write(Answers.testHeaders(), Answers.tests(tested, Answers.Digits.FOUR), out);
            out.write("\n" + LatexTable.escape(answers.legend()) + "\n");
        }
    }

    static void html(Answers answers, Writer out) throws IOException {
        out.write("<p>" + HtmlText.escape(answers.groups().toString()) + "</p>\n");
        for (Answers.Explained one : answers.explained()) {
            out.write("<h2>" + HtmlText.escape(Texts.get("compare.page.explain")) + "</h2>\n<p><b>"
                    + HtmlText.escape(one.gap().sentence()) + "</b></p>\n<ol class=\"notes\">\n");
            for (Cause cause : one.causes()) {
                out.write("<li" + (cause.kind() == Cause.Kind.CURVE ? " class=\"curve\"" : "") + "><b>"
                        + HtmlText.escape(Answers.kind(cause)) + "</b><br>" + HtmlText.escape(cause.sentence())
                        + "</li>\n");
            }
            out.write("</ol>\n<p class=\"quiet\">" + HtmlText.escape((one.causes().isEmpty()
                    ? Texts.get("compare.explain.nothing") + " " : "") + Texts.get("compare.explain.caveat"))
                    + "</p>\n");
        }
        if (answers.tested().isPresent()) {
            Answers.Tested tested = answers.tested().get();
            out.write("<h2>" + HtmlText.escape(Texts.get("compare.page.real")) + "</h2>\n");
            for (String sentence : tested.sentences()) {
                out.write("<p><b>" + HtmlText.escape(sentence) + "</b></p>\n");
            }
            table(tested, out);
            out.write("<p class=\"quiet\">" + HtmlText.escape(answers.legend()) + "</p>\n");
        }
    }

    private static void table(Answers.Tested tested, Writer out) throws IOException {
        out.write("<div class=\"scroll\"><table class=\"tests\">\n<thead><tr>");
        for (String head : Answers.testHeaders()) {
            out.write("<th scope=\"col\">" + HtmlText.escape(head) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
        for (List<Cell> row : Answers.tests(tested, Answers.Digits.FOUR)) {
            out.write("<tr>");
            boolean head = true;
            for (Cell cell : row) {
                out.write(switch (cell) {
                    case Cell.Text text -> (head ? "<th scope=\"row\">" : "<td>") + HtmlText.escape(text.value())
                            + (head ? "</th>" : "</td>");
                    case Cell.Number number -> "<td class=\"n\">" + NumberText.exact(number.value()) + "</td>";
                    case Cell.Empty _ -> "<td class=\"n none\">–</td>";
                });
                head = false;
            }
            out.write("</tr>\n");
        }
        out.write("</tbody>\n</table></div>\n");
    }
}

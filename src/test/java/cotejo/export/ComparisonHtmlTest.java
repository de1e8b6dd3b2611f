package cotejo.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.TwoGroups;
import cotejo.compare.Cause;
import cotejo.compare.Comparison;
import cotejo.compare.Gap;
import cotejo.compare.Groups;
import cotejo.compare.Known;
import cotejo.compare.Reality;
import cotejo.compare.Rules;
import cotejo.compare.SomeRuns;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a page made of strangers' values may not do.
class ComparisonHtmlTest {

    private static final String HOSTILE = "</table><script>alert(1)</script><img src=x onerror='a()'>\" style=\"x";

    private static String page(ComparisonText.Format format, String key, String value) throws IOException {
        Comparison comparison = Comparison.of(List.of(SomeRuns.with(1, Map.of(key, value)),
                SomeRuns.with(2, Map.of(key, value + "!"))), 0, Rules.strict(), Known.NOTHING, Cancel.never());
        StringWriter out = new StringWriter();
        ComparisonText.write(format, comparison,
                new ComparisonText.Extras(format == ComparisonText.Format.HTML ? answers(comparison, value)
                        : Optional.empty(), List.of(new ComparisonText.Figure(value, "<svg></svg>"))), out);
        return out.toString();
    }

    private static Optional<Answers> answers(Comparison comparison, String value) {
        Groups groups = Groups.of(new Groups.Side(value, comparison.runs().subList(0, 1)),
                new Groups.Side(value, comparison.runs().subList(1, 2)));
        Gap gap = new Gap(groups.first().runs(), groups.second().runs(), value);
        return Optional.of(new Answers(groups, List.of(new Answers.Explained(gap,
                List.of(new Cause(Cause.Kind.PARAM, value, 0.5, value)))), Optional.of(new Answers.Tested(
                        Reality.Correction.HOLM, List.of(new Reality(value,
                                TwoGroups.of(new double[] {1}, new double[] {2}), 1))))));
    }

    @Test
    void noValueBecomesMarkup() throws IOException {
        String page = page(ComparisonText.Format.HTML, HOSTILE, HOSTILE);
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertFalse(page.replaceAll("(?s)<style>.*</style>", "").contains("style=\""), page);
    }

    @Test
    void theValueItselfIsThere() throws IOException {
        assertTrue(page(ComparisonText.Format.HTML, "k", "a<b & \"c\"").contains("a&lt;b &amp; &quot;c&quot;"));
    }

    @Test
    void thePolicyAllowsTheOneStyleSheetByItsHash() throws Exception {
        String page = page(ComparisonText.Format.HTML, "k", "v");
        Matcher style = Pattern.compile("(?s)<style>(.*)</style>").matcher(page);
        assertTrue(style.find());
        String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
        assertTrue(page.contains("content=\"default-src 'none'; style-src 'sha256-" + hash + "';"), page);
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException {
        String page = page(ComparisonText.Format.HTML, "k", "http://example.org/a.png");
        assertFalse(Pattern.compile("<(link|iframe|object|embed|base|form|a )|\\b(src|href|srcset|action)=")
                .matcher(page).find(), page);
        assertFalse(page.contains("@import") || page.contains("url("), page);
    }

    @Test
    void aLongValueScrollsWithinItsCell() throws IOException {
        String page = page(ComparisonText.Format.HTML, "k", "word ".repeat(400));
        assertTrue(page.contains("<td><div class=\"long\" tabindex=\"0\">word word"), page);
        assertFalse(page(ComparisonText.Format.HTML, "k", "word").contains("<div class=\"long\""));
    }

    @Test
    void charactersThatTurnTheWritingAreShown() {
        assertEquals("a\ufffdb\ufffd", HtmlText.escape("a\u202eb\u0007"));
    }

    @Test
    void markdownAndLatexKeepTheirTables() throws IOException {
        for (String line : page(ComparisonText.Format.MARKDOWN, "a|b", "x|y\nz").lines()
                .filter(line -> line.startsWith("| a")).toList()) {
            assertEquals(4, line.replace("\\|", "").chars().filter(c -> c == '|').count(), line);
        }
        assertTrue(page(ComparisonText.Format.LATEX, "a&b", "50% of #1").contains("a\\&b & 50\\% of \\#1"));
    }
}

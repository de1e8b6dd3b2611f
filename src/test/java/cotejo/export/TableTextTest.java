package cotejo.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.export.TableText.Format;
import cotejo.export.TableText.Guard;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TableTextTest {

    private static final List<String> HEADERS = List.of("name", "loss");

    private static String text(Format format, Guard guard, String name, double loss) {
        return TableText.text(format, guard, HEADERS, List.of(List.of(Cell.of(name), Cell.of(loss))));
    }

    @Test
    void everyDoubleReadsBackBitForBit() {
        Random random = new Random(5);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            assertEquals(value, Double.parseDouble(NumberText.exact(value)));
        }
        for (double value : new double[] {0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e15, 1e16, 1e22, 0.1, -3}) {
            assertEquals(Double.doubleToRawLongBits(value),
                    Double.doubleToRawLongBits(Double.parseDouble(NumberText.exact(value))));
        }
    }

    @Test
    void numbersAreWrittenAsPeopleWriteThem() {
        assertEquals("3", NumberText.exact(3.0));
        assertEquals("0.0001", NumberText.exact(1e-4));
        assertEquals("1.5e-7", NumberText.exact(1.5e-7));
        assertEquals("12345678.5", NumberText.exact(12345678.5));
        assertEquals("1e22", NumberText.exact(1e22));
        assertEquals("-Infinity", NumberText.exact(Double.NEGATIVE_INFINITY));
        assertEquals("NaN", NumberText.exact(Double.NaN));
    }

    @Test
    void csvQuotesWhatNeedsItAndPartsMissingFromEmpty() {
        String csv = TableText.text(Format.CSV, Guard.DATA, List.of("a,b", "c", "d"),
                List.of(List.of(Cell.of("say \"x\"\nand y"), Cell.empty(), Cell.of("")),
                        List.of(Cell.of("=1+1"), Cell.of(-0.5), Cell.of(" x "))));
        assertEquals("\"a,b\",c,d\n\"say \"\"x\"\"\nand y\",,\"\"\n=1+1,-0.5, x \n", csv);
    }

    @Test
    void tsvReadsBackWhateverTheTextsHold() {
        String nasty = "tab\there \"quoted\" line\r\nend";
        String tsv = text(Format.TSV, Guard.DATA, nasty, 2.5);
        List<CsvRecord> records = new ArrayList<>();
        CsvReader.builder().fieldSeparator('\t').ofCsvRecord(tsv).forEach(records::add);
        assertEquals(List.of(nasty, "2.5"), records.get(1).getFields());
    }

    @Test
    void theSpreadsheetGuardTouchesFormulasOnly() {
        assertTrue(text(Format.CSV, Guard.SPREADSHEET, "=HYPERLINK(1)", -1).contains("\n'=HYPERLINK(1),-1\n"));
        assertTrue(text(Format.CSV, Guard.SPREADSHEET, "@sum", -1e-9).contains("\n'@sum,-1e-9\n"));
        assertTrue(text(Format.TSV, Guard.SPREADSHEET, "-cmd|x", 1).contains("\n'-cmd|x\t1\n"));
        for (String number : List.of("-0.5", "+1e-3", "-.5", "-inf", "-5.")) {
            assertTrue(text(Format.CSV, Guard.SPREADSHEET, number, 1).contains("\n" + number + ",1\n"), number);
        }
        for (String formula : List.of("-1+2", "+1e-3)", "-0.5 x", "--1")) {
            assertTrue(text(Format.CSV, Guard.SPREADSHEET, formula, 1).contains("\n'" + formula + ",1\n"), formula);
        }
    }

    @Test
    void withoutTheGuardNothingIsTouched() {
        assertTrue(text(Format.CSV, Guard.DATA, "=HYPERLINK(1)", -1).contains("\n=HYPERLINK(1),-1\n"));
    }

    @Test
    void markdownEscapesPipesAndMarkup() {
        assertEquals("""
                | name | loss |
                | --- | ---: |
                | a\\|b \\<i> x\\*y learning_rate \\_\\_init\\_\\_<br>second | 0.5 |
                """, text(Format.MARKDOWN, Guard.DATA, "a|b <i> x*y learning_rate __init__\r\nsecond", 0.5));
    }

    @Test
    void latexSetsTheTextItself() {
        assertEquals("""
                % needs \\usepackage{booktabs}
                \\begin{tabular}{lr}
                \\toprule
                name & loss \\\\
                \\midrule
                {[}a\\_b] 50\\% -{}-x \\textbackslash{}input\\{y\\} & $-1.5 \\times 10^{-7}$ \\\\
                \\bottomrule
                \\end{tabular}
                """, text(Format.LATEX, Guard.DATA, "[a_b] 50% --x \\input{y}", -1.5e-7));
    }

    /// pdfTeX 1.40.24 of TeX Live 2022 stops at λ and ≤ as they are, and at 日 in any case.
    @Test
    void latexSetsGreekAndMathematicsByNameAndSaysWhereOtherScriptsNeedAnotherEngine() {
        String greek = text(Format.LATEX, Guard.DATA, "λ ≤ Ω × é", 1);
        assertTrue(greek.contains("$\\lambda$ $\\le$ $\\Omega$ $\\times$ é & 1"), greek);
        assertTrue(greek.startsWith("% needs \\usepackage{booktabs}\n\\begin{tabular}"), greek);
        assertTrue(text(Format.LATEX, Guard.DATA, "日本", 1).contains("\n% holds signs that pdfLaTeX does not know"));
    }

    /// GitHub strikes out what stands between tildes, and sets what stands between dollar signs as a formula.
    @Test
    void markdownEscapesWhatGitHubAddsToIt() {
        assertTrue(text(Format.MARKDOWN, Guard.DATA, "~~x~~ $y_1$", 1).contains("\\~\\~x\\~\\~ \\$y_1\\$"));
    }

    /// What each format's own rules make of one value: RFC 4180, GitHub's Markdown, LaTeX's ten special characters,
    /// RFC 8259.
    @Test
    void oneAwkwardValueIsWrittenRightInEveryFormat() throws Exception {
        String nasty = "=1+1 \"q\" a|b & 5% x_y\nnext $#~^";
        assertEquals("name,loss\n\"=1+1 \"\"q\"\" a|b & 5% x_y\nnext $#~^\",0.5\n",
                text(Format.CSV, Guard.DATA, nasty, 0.5));
        assertEquals("name,loss\n\"'=1+1 \"\"q\"\" a|b & 5% x_y\nnext $#~^\",0.5\n",
                text(Format.CSV, Guard.SPREADSHEET, nasty, 0.5));
        String markdown = text(Format.MARKDOWN, Guard.DATA, nasty, 0.5);
        assertEquals(3, markdown.lines().count(), markdown);
        assertTrue(markdown.contains("a\\|b") && markdown.contains("x_y<br>next"), markdown);
        assertTrue(text(Format.LATEX, Guard.DATA, nasty, 0.5).contains("=1+1 \"q\" a\\textbar{}b \\& 5\\% x\\_y next "
                + "\\$\\#\\textasciitilde{}\\textasciicircum{} & 0.5 \\\\\n"));
        JsonNode row = JsonMapper.builder().build().readTree(text(Format.JSON, Guard.DATA, nasty, 0.5)).get(0);
        assertEquals(nasty, row.get("name").textValue());
    }

    @Test
    void jsonKeepsTypesAndMissingValues() throws Exception {
        String json = TableText.text(Format.JSON, Guard.DATA, List.of("x", "x", "y"),
                List.of(List.of(Cell.of("1"), Cell.of(1.5), Cell.empty()),
                        List.of(Cell.of("é\u0001\""), Cell.of(Double.NaN), Cell.of(Double.NEGATIVE_INFINITY))));
        JsonNode rows = JsonMapper.builder().build().readTree(json);
        assertTrue(rows.get(0).get("x").isTextual());
        assertEquals(1.5, rows.get(0).get("x (2)").doubleValue());
        assertTrue(rows.get(0).get("y").isNull());
        assertEquals("é\u0001\"", rows.get(1).get("x").textValue());
        assertEquals("NaN", rows.get(1).get("x (2)").textValue());
        assertEquals("-Infinity", rows.get(1).get("y").textValue());
    }

    @Test
    void formatsAreFoundByNameAndByEnding() {
        assertEquals(Format.MARKDOWN, Format.named("md").orElseThrow());
        assertEquals(Format.LATEX, Format.named("LaTeX").orElseThrow());
        assertTrue(Format.named("xlsx").isEmpty());
    }
}

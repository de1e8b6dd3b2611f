package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Figures of many lines name them, and still show them.
final class FigureLegendTest {

    private static final Pattern MORE = Pattern.compile("and (\\d+) more");
    private static final Pattern POINT = Pattern.compile("[ML]\\s*[-\\d.]+[ ,]([-\\d.]+)");

    private static List<String> sweep(int runs) {
        return IntStream.range(0, runs).mapToObj(i -> "lr=0.00" + i + " · seed=" + i % 3 + " · hidden=64").toList();
    }

    private static LineChart chart(List<String> names, double... y) {
        double[] values = y.length > 0 ? y : IntStream.range(0, 200).mapToDouble(i -> Math.sin(i * 0.1)).toArray();
        Curve raw = Curve.of(new Column.Regular(0, 1, values.length), values);
        List<LineChart.Line> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            CurveSpec curve = new CurveSpec(i, names.get(i), 0xffcf222e, Dash.SOLID, raw, null);
            lines.add(new LineChart.Line(curve, "loss", List.of((long) i), null, null));
        }
        List<CurveSpec> curves = lines.stream().map(LineChart.Line::curve).toList();
        ChartSpec spec = new ChartSpec("loss", XMode.STEP, "Step", Scale.LINEAR, Scale.LINEAR, curves,
                ChartSpec.fullX(curves), ChartSpec.fullY(curves, Scale.LINEAR), ChartSpec.Markers.AUTO,
                ChartTheme.PRINT.withFontSize(9), Locale.ENGLISH, ZoneOffset.UTC, null);
        return new LineChart(spec, LineOptions.of(new PanelSpec("p", PanelSpec.Kind.LINE, "", Map.of())), lines,
                new LineChart.Extra(0, 0, 0, 0, 0, 0));
    }

    private static Document svg(LineChart chart, FigureSize size) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                FigureFile.bytes(chart, size, FigureFile.Format.SVG)));
    }

    private static List<String> texts(Document svg) {
        NodeList found = svg.getElementsByTagName("text");
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }

    private static double height(Document svg) {
        return Double.parseDouble(svg.getDocumentElement().getAttribute("height").replace("pt", ""));
    }

    /// How high the lines reach.
    private static double linesHigh(Document svg) {
        NodeList paths = svg.getElementsByTagName("path");
        return IntStream.range(0, paths.getLength()).mapToObj(i -> ((Element) paths.item(i)).getAttribute("d"))
                .filter(d -> d.length() > 1000).mapToDouble(d -> {
                    double[] y = POINT.matcher(d).results().mapToDouble(point -> Double.parseDouble(point.group(1)))
                            .toArray();
                    return Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
                }).max().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80mm", "120mm", "600px", "900px"})
    void twentySixRunsLeaveTheirLinesTheirRoom(String width) throws Exception {
        FigureSize size = FigureSize.parse(width).orElseThrow();
        double high = linesHigh(svg(chart(sweep(26)), size));
        assertTrue(high > size.across() * 0.27, high + " of " + size.across());
    }

    @Test
    void twentySixRunsAreAllNamedWhereTheHeightIsFree() throws Exception {
        List<String> texts = texts(svg(chart(sweep(26)), FigureSize.parse("120mm").orElseThrow()));
        assertTrue(texts.contains("lr · seed · hidden"), texts.toString());
        for (int i = 0; i < 26; i++) {
            assertTrue(texts.contains("0.00" + i + " · " + i % 3 + " · 64"), texts.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60mm", "75mm", "100mm"})
    void inAHeightThatWasChosenWhatHasNoRoomIsCounted(String height) throws Exception {
        Document svg = svg(chart(sweep(60)), FigureSize.parse("120mm").orElseThrow()
                .high(FigureSize.parse(height).orElseThrow()));
        List<String> texts = texts(svg);
        long named = texts.stream().filter(text -> text.endsWith(" · 64")).count();
        long more = texts.stream().map(MORE::matcher).filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1))).sum();
        assertEquals(60, named + more, texts.toString());
        assertTrue(linesHigh(svg) > height(svg) * 0.33, linesHigh(svg) + " of " + height(svg));
    }

    @Test
    void aFigureOfFewLinesIsAsHighAsEver() throws Exception {
        Document svg = svg(chart(sweep(2)), FigureSize.parse("120mm").orElseThrow());
        assertEquals(340.16 * 0.62, height(svg), 0.01);
        assertTrue(texts(svg).containsAll(sweep(2)), texts(svg).toString());
    }

    @Test
    void namesWithoutCommonParamsStayWhole() throws Exception {
        List<String> names = IntStream.range(0, 14).mapToObj(i -> i == 7 ? "baseline" : "lr=0." + i).toList();
        List<String> texts = texts(svg(chart(names), FigureSize.parse("160mm").orElseThrow()));
        assertTrue(texts.containsAll(names), texts.toString());
    }

    @Test
    void whatOnlySomeNamesHaveBehindTheirParamsStays() {
        List<String> names = IntStream.range(0, 13)
                .mapToObj(i -> "lr=0." + i + (i < 2 ? " · twin-" + i : "")).toList();
        LegendNames told = LegendNames.of(names);
        assertEquals("lr", told.heading());
        assertEquals(List.of("0.0 · twin-0", "0.1 · twin-1", "0.2"), told.names().subList(0, 3));
    }

    /// The machine may have no other font, and then they would be boxes.
    @Test
    void everyLetterOfARemarkIsInTheProgramsType() throws Exception {
        LineChart chart = chart(List.of("a"), 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2);
        String remarks = String.join(" ", chart.remarks(FigureSize.parse("120mm").orElseThrow()));
        assertTrue(remarks.contains("NaN") && remarks.contains("∞"), remarks);
        try (InputStream ttf = Objects.requireNonNull(
                ChartSpec.class.getResourceAsStream("/cotejo/fonts/CotejoSans-Regular.ttf"))) {
            Font type = Font.createFont(Font.TRUETYPE_FONT, ttf);
            assertEquals("", remarks.codePoints().filter(letter -> !type.canDisplay(letter))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
        }
    }
}

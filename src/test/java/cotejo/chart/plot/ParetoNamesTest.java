package cotejo.chart.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.chart.ChartFont;
import cotejo.chart.ChartTheme;
import cotejo.chart.FigureFile;
import cotejo.chart.FigureSize;
import cotejo.chart.PanelSpec;
import cotejo.model.RunFrame;
import cotejo.query.SeriesAt;
import cotejo.work.Cancel;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The names of the runs of a Pareto front.
final class ParetoNamesTest {

    private record Written(String text, Rectangle2D box) {
    }

    /// Seven of the front, close to the axes at both ends, and some that are beaten.
    private static RunFrame runs(double up, double along) {
        Sweeps sweep = new Sweeps();
        for (int i = 0; i < 7; i++) {
            sweep.run("front-run-" + i, Map.of(), Map.of("a", along * i * i, "b", up * (6 - i) * (6 - i)));
            sweep.run("beaten-" + i, Map.of(), Map.of("a", along * (20 + i), "b", up * (20.0 + i)));
        }
        return sweep.frame();
    }

    private static List<Written> written(String width, RunFrame frame, Map<String, String> options) throws Exception {
        return written(width, 9, frame, options);
    }

    private static List<Written> written(String width, int points, RunFrame frame, Map<String, String> options)
            throws Exception {
        Plot plot = Plots.of(new PanelSpec("p", PanelSpec.Kind.PARETO, "", options), frame, Sweeps.rows(frame),
                new Plots.Context(SeriesAt.none(), ZoneOffset.UTC, Cancel.never()));
        ChartTheme theme = ChartTheme.PRINT.withFontSize(points);
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                FigureFile.bytes(plot.drawing(theme), FigureSize.parse(width).orElseThrow(), FigureFile.Format.SVG)));
        NodeList found = svg.getElementsByTagName("text");
        Font font = ChartFont.of(theme.fontFamily(), Font.PLAIN, points);
        List<Written> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element text = (Element) found.item(i);
            double x = Double.parseDouble(text.getAttribute("x"));
            double y = Double.parseDouble(text.getAttribute("y"));
            // From the top of its small letters to its baseline.
            all.add(new Written(text.getTextContent(), new Rectangle2D.Double(x, y - 5, font.getStringBounds(
                    text.getTextContent(), new FontRenderContext(null, true, true)).getWidth(), 5)));
        }
        return all;
    }

    @Test
    void largeLettersOnASmallFigureLeaveNumbersWhole() throws Exception {
        List<String> texts = written("60mm", 24, runs(0.01, 0.01), Map.of("x", "metrics.a", "y", "metrics.b"))
                .stream().map(Written::text).toList();
        assertTrue(texts.stream().noneMatch(text -> text.replace("…", "").isEmpty()), texts.toString());
        assertTrue(texts.stream().filter(text -> text.matches("0[.]\\d+")).count() > 1, texts.toString());
    }

    @SuppressWarnings("ReferenceEquality")
    @ParameterizedTest
    @CsvSource({"80mm,LOWER,1", "60mm,LOWER,1", "120mm,LOWER,1", "80mm,HIGHER,-1", "60mm,HIGHER,-1", "400px,HIGHER,-1"})
    void standOverNoOtherText(String width, String better, double sign) throws Exception {
        List<Written> all = written(width, runs(sign, sign), Map.of("x", "metrics.a", "y", "metrics.b", "xBetter",
                better, "yBetter", better));
        List<Written> names = all.stream().filter(one -> one.text().startsWith("fro")).toList();
        assertTrue(!names.isEmpty(), all.toString());
        for (Written name : names) {
            assertEquals(List.of(), all.stream().filter(one -> one != name && one.box().intersects(name.box()))
                    .map(Written::text).toList(), name.text());
        }
    }
}

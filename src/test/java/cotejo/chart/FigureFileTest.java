package cotejo.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.analysis.Column;
import cotejo.analysis.Curve;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Figures as files.
final class FigureFileTest {

    private static final FigureSize SIZE = FigureSize.parse("120mm").orElseThrow();

    private static double[] noise(int n) {
        Random random = new Random(5);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = random.nextGaussian();
        }
        return y;
    }

    private static ChartSpec spec(int points, String name) {
        double[] y = noise(points);
        y[points / 2] = 40;
        Curve raw = Curve.of(new Column.Regular(0, 1, points), y);
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            low[i] = i % 1000 == 999 ? Double.NaN : y[i] - 2;
            high[i] = i % 1000 == 999 ? Double.NaN : y[i] + 2;
        }
        Column x = new Column.Regular(0, 1, points);
        CurveSpec one = new CurveSpec(1, name, 0xffcf222e, Dash.DASHED, Marker.TRIANGLE, CurveSpec.Role.LINE, raw, null,
                new BandSpec(Curve.of(x, low), Curve.of(x, high)));
        CurveSpec two = new CurveSpec(2, "second", 0xff0969da, Dash.SOLID, Curve.of(new Column.Regular(0, 1, 3),
                new double[] {1, Double.NaN, 3}), null);
        List<CurveSpec> curves = List.of(one, two);
        return new ChartSpec("loss & more", XMode.STEP, "Step", Scale.LINEAR, Scale.LINEAR, curves,
                ChartSpec.fullX(curves), ChartSpec.fullY(curves, Scale.LINEAR), ChartSpec.Markers.AUTO,
                ChartTheme.PRINT, Locale.ENGLISH, ZoneOffset.UTC, null);
    }

    private static Drawing figure(int points, String name) {
        return (g2, width, height) -> Figure.draw(spec(points, name), List.of("12 values hidden"), g2, width, height);
    }

    private static Document svg(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static List<String> texts(Document svg) {
        NodeList found = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void theSameChartIsTheSameFile(FigureFile.Format format) throws IOException {
        assertArrayEquals(FigureFile.bytes(figure(2000, "ä < b"), SIZE, format),
                FigureFile.bytes(figure(2000, "ä < b"), SIZE, format));
    }

    @Test
    void textInSvgIsText() throws Exception {
        List<String> texts = texts(svg(FigureFile.bytes(figure(50, "lr=0.1 · <b>&\"ñ\""), SIZE,
                FigureFile.Format.SVG)));
        assertTrue(texts.containsAll(List.of("loss & more", "Step", "lr=0.1 · <b>&\"ñ\"", "second",
                "12 values hidden")), texts.toString());
    }

    @Test
    void anSvgOnPaperIsMeasuredInPointsAndOneOnScreenInPixels() throws Exception {
        Element paper = svg(FigureFile.bytes(figure(50, "a"), SIZE, FigureFile.Format.SVG)).getDocumentElement();
        assertEquals("340.16pt", paper.getAttribute("width"));
        Element screen = svg(FigureFile.bytes(figure(50, "a"), FigureSize.parse("900px").orElseThrow(),
                FigureFile.Format.SVG)).getDocumentElement();
        assertEquals("900", screen.getAttribute("width"));
    }

    @Test
    void noPathHasTwentyThousandPoints() throws Exception {
        for (String width : List.of("120mm", "4000px")) {
            Document svg = svg(FigureFile.bytes(figure(300_000, "many"), FigureSize.parse(width).orElseThrow(),
                    FigureFile.Format.SVG));
            NodeList paths = svg.getElementsByTagName("path");
            int most = 0;
            for (int i = 0; i < paths.getLength(); i++) {
                String d = ((Element) paths.item(i)).getAttribute("d");
                most = Math.max(most, (int) d.chars().filter(c -> c == 'L' || c == 'M').count());
            }
            assertTrue(most > 2000 && most < 20_000, width + ": " + most);
        }
    }

    /// Ghostscript reads these files too, `gs -sDEVICE=txtwrite`; here just what the format promises is looked at.
    @Test
    void aPdfHasItsObjectsWhereItsTableSays() throws IOException {
        byte[] file = FigureFile.bytes(figure(500, "a run"), SIZE, FigureFile.Format.PDF);
        String pdf = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-1."));
        Matcher start = Pattern.compile("startxref\n(\\d+)\n%%EOF\n$").matcher(pdf);
        assertTrue(start.find());
        int table = Integer.parseInt(start.group(1));
        assertTrue(pdf.startsWith("xref\n0 ", table));
        Matcher entry = Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf.substring(table));
        int number = 1;
        while (entry.find()) {
            assertTrue(pdf.startsWith(number + " 0 obj\n", Integer.parseInt(entry.group(1))), "object " + number);
            number++;
        }
        assertTrue(number > 8, number + " objects");
    }

    @Test
    void aPdfBringsItsFontAndSaysWhichCharactersItsGlyphsAre() throws IOException {
        byte[] file = FigureFile.bytes(figure(50, "Ñandú"), SIZE, FigureFile.Format.PDF);
        String pdf = new String(file, StandardCharsets.ISO_8859_1);
        assertTrue(pdf.contains("/FontFile2") && pdf.contains("/BaseFont/CotejoSans-Regular"));
        String streams = inflated(file, pdf);
        assertTrue(streams.contains("beginbfchar") && streams.contains("<00D1>"), "Ñ");
        assertTrue(streams.contains(" Tj ET"));
    }

    private static String inflated(byte[] file, String pdf) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int at = pdf.indexOf("\nstream\n"); at >= 0; at = pdf.indexOf("\nstream\n", at + 1)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int begin = at + "\nstream\n".length();
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(file, begin,
                    file.length - begin))) {
                in.transferTo(out);
            }
            all.append(out.toString(StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void lettersTheFontLacksAreOutlines() throws IOException {
        assertTrue(FigureFile.bytes(figure(50, "損失"), SIZE, FigureFile.Format.PDF).length > 1000);
    }

    @Test
    void aPngOnPaperHasThreeHundredPixelsAnInch(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.png");
        FigureFile.write(figure(500, "a"), SIZE, FigureFile.Format.PNG, file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(1417, image.getWidth());
        assertEquals(ChartTheme.PRINT.background(), image.getRGB(2, 2));
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }

    /// As Java's own reader tells it, which also checks the sum of the chunk.
    @Test
    void aPngOnPaperSaysHowLargeItIs() throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(FigureFile.bytes(figure(500, "a"), SIZE,
                FigureFile.Format.PNG))));
        IIOMetadataNode all = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0");
        Element size = (Element) all.getElementsByTagName("HorizontalPixelSize").item(0);
        assertEquals(120.0, reader.getWidth(0) * Double.parseDouble(size.getAttribute("value")), 0.05);
        assertEquals(1417, reader.read(0).getWidth());
    }

    @Test
    void everyThemeIsPhotographed() throws IOException {
        Path out = Files.createDirectories(Path.of("target", "curves"));
        for (FigureFile.Format format : FigureFile.Format.values()) {
            FigureFile.write(figure(3000, "a run"), FigureSize.parse("900px").orElseThrow(), format,
                    out.resolve("figure." + format.name().toLowerCase(Locale.ROOT)));
        }
        assertTrue(Files.size(out.resolve("figure.pdf")) > 1000);
    }

    @Test
    void sizesAreReadInTheUnitsOfPapersAndScreens() {
        assertEquals(72, FigureSize.parse("1in").orElseThrow().across());
        assertEquals(340.157, SIZE.across(), 1e-3);
        assertEquals(900, FigureSize.parse("900").orElseThrow().across());
        for (String wrong : List.of("", "wide", "1mm", "9e9px", "-3cm", "0px", "12 miles")) {
            assertEquals(Optional.empty(), FigureSize.parse(wrong), wrong);
        }
    }

    @Test
    void theFormatIsTheFilesEnding() {
        assertEquals(Optional.of(FigureFile.Format.SVG), FigureFile.Format.of(Path.of("a.b.SVG")));
        assertEquals(Optional.empty(), FigureFile.Format.of(Path.of("svg")));
    }
}

package cotejo.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SVG and PDF are drawn, and nothing outside the file is loaded for it.
class PagesTest {

    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' "
            + "xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='20'>";

    @TempDir
    Path folder;

    private Pages pages(String name, byte[] bytes) throws IOException {
        Preview preview = Previewers.of(Files.write(folder.resolve(name), bytes), Cancel.never());
        Preview meant = preview instanceof Preview.Written written ? written.meant() : preview;
        return assertInstanceOf(Preview.Drawing.class, meant).pages();
    }

    private Pages svg(String inside) throws IOException {
        return pages("a.svg", (SVG + inside + "</svg>").getBytes(StandardCharsets.UTF_8));
    }

    private static Color at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y), true);
    }

    private static byte[] png(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            image.setRGB(i % 4, i / 4, colour.getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// Dashes are made one by one, also where nobody sees them, and by code that cannot be stopped.
    @Test
    void aLineOfMoreDashesThanAnybodySeesIsWhole() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(200, 100));
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.setLineDashPattern(new float[] {0.0001f, 0.0001f}, 0);
                out.setLineWidth(20);
                out.moveTo(0, 50);
                out.lineTo(1_000_000_000, 50);
                out.stroke();
            }
            document.save(pdf);
        }
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertEquals(Color.BLACK, at(pages("a.pdf", pdf.toByteArray()).draw(0, 1, Cancel.never()), 20, 50));
            BufferedImage image = svg("<path d='M0 10H1000000000' stroke='#000000' stroke-width='20' "
                    + "stroke-dasharray='0.0001 0.0001'/>").draw(0, 1, Cancel.never());
            assertEquals(Color.BLACK, at(image, 20, 10));
        });
    }

    /// A number after the closing of a part: the library that draws would close it again until memory ends.
    @Test
    void aPathEndsWhereItIsInError() throws IOException {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            BufferedImage image = svg("<path fill='#ff0000' d='M0 0H40V20H0Z 5 5'/>").draw(0, 1, Cancel.never());
            assertEquals(0xffff0000, image.getRGB(20, 10));
        });
    }

    @Test
    void anSvgIsDrawnAtAnyScale() throws IOException {
        BufferedImage image = svg("<rect width='20' height='20' fill='#ff0000'/>").draw(0, 2, Cancel.never());
        assertEquals(80, image.getWidth());
        assertEquals(Color.RED, at(image, 20, 20));
        assertEquals(Color.WHITE, at(image, 60, 20));
    }

    @Test
    void aPictureInsideAnSvgIsDrawn() throws IOException {
        BufferedImage image = svg("<image width='40' height='20' preserveAspectRatio='none' "
                + "xlink:href='data:image/png;base64," + Base64.getEncoder().encodeToString(png(Color.BLUE)) + "'/>")
                .draw(0, 1, Cancel.never());
        assertEquals(Color.BLUE, at(image, 20, 10));
    }

    @Test
    void aPictureBesideAnSvgIsNotLoaded() throws IOException {
        Files.write(folder.resolve("beside.png"), png(Color.BLUE));
        BufferedImage image = svg("<image width='40' height='20' xlink:href='beside.png'/><image width='40' "
                + "height='20' xlink:href='" + folder.resolve("beside.png").toUri() + "'/>")
                .draw(0, 1, Cancel.never());
        for (int x = 0; x < 40; x++) {
            assertTrue(!at(image, x, 10).equals(Color.BLUE));
        }
    }

    /// Ten times ten times ten …: a few lines that ask for 10^11 strokes.
    @Test
    void anSvgThatAsksForTooMuchIsShownAsText() throws IOException {
        StringBuilder text = new StringBuilder(SVG + "<defs><g id='a0'><rect width='1' height='1'/></g>");
        for (int i = 1; i <= 11; i++) {
            text.append("<g id='a").append(i).append("'>")
                    .append(("<use xlink:href='#a" + (i - 1) + "'/>").repeat(10)).append("</g>");
        }
        text.append("</defs><use xlink:href='#a11'/></svg>");
        Preview preview = Previewers.of(Files.writeString(folder.resolve("b.svg"), text), Cancel.never());
        assertInstanceOf(Preview.Text.class, preview);
    }

    @Test
    void drawingStopsWhenNobodyWantsItAnyMore() throws IOException {
        Pages pages = svg("<rect width='20' height='20'/>");
        Cancel cancel = new Cancel();
        cancel.request();
        assertThrows(CancelledException.class, () -> pages.draw(0, 1, cancel));
    }

    @Test
    void anSvgThatIsNoneIsShownAsText() throws IOException {
        Preview preview = Previewers.of(Files.writeString(folder.resolve("b.svg"), "<svg xmlns='x'><rect"),
                Cancel.never());
        assertInstanceOf(Preview.Text.class, preview);
    }

    private byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(new PDRectangle(200, 100));
                document.addPage(page);
                try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                    out.setNonStrokingColor(i == 0 ? Color.RED : Color.GREEN);
                    out.addRect(0, 0, 100, 100);
                    out.fill();
                    out.beginText();
                    out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    out.newLineAtOffset(110, 40);
                    out.showText("loss");
                    out.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void thePagesOfAPdfAreDrawn() throws IOException {
        Pages pages = pages("report.pdf", pdf(2));
        assertEquals(2, pages.count());
        assertEquals(200, pages.width(0));
        assertEquals(Color.RED, at(pages.draw(0, 1, Cancel.never()), 50, 50));
        assertEquals(Color.GREEN, at(pages.draw(1, 1, Cancel.never()), 50, 50));
    }

    @Test
    void noPageIsDrawnWithMorePixelsThanFitIntoMemory() throws IOException {
        Pages pages = pages("report.pdf", pdf(1));
        BufferedImage image = pages.draw(0, 1000, Cancel.never());
        assertTrue((long) image.getWidth() * image.getHeight() <= Pages.MOST_PIXELS * 1.01);
    }

    @Test
    void aBrokenPdfSaysWhatStandsInPlainSight() throws IOException {
        Preview preview = Previewers.of(Files.writeString(folder.resolve("c.pdf"), "%PDF-1.7 and no more"),
                Cancel.never());
        assertInstanceOf(Preview.Facts.class, preview);
    }

    @Test
    void nothingIsWrittenForThePagesOfAPdf() throws IOException {
        Path cache = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
        boolean before = Files.exists(cache);
        pages("report.pdf", pdf(1)).draw(0, 1, Cancel.never());
        assertEquals(before, Files.exists(cache));
    }
}

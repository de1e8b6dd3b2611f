package cotejo.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Charts as files. The same drawing at the same size gives the same bytes: no dates, no random ids.
public final class FigureFile {

    /// Pixels per inch of a PNG measured on paper.
    private static final double DENSITY = 300;

    /// The most pixels a PNG may have.
    private static final long MOST_PIXELS = 120_000_000;

    /// The formats of figures.
    public enum Format {
        /// Pixels: one per `px`, or 300 per inch where the size is one on paper.
        PNG,
        /// Vectors; text stays text.
        SVG,
        /// Vectors; text stays text, and the font goes along.
        PDF;

        /// The format of a file's ending, in any case.
        public static Optional<Format> of(Path file) {
            String name = file.toString().toUpperCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith("." + format.name())) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    private FigureFile() {
    }

    /// Writes a figure. The file appears when it is whole, in the place of an older one.
    ///
    /// @throws IOException when it cannot be written
    public static void write(Drawing drawing, FigureSize size, Format format, Path file) throws IOException {
        put(bytes(drawing, size, format), file);
    }

    /// Writes what is there already, in the same way.
    ///
    /// @throws IOException when it cannot be written
    public static void put(byte[] content, Path file) throws IOException {
        Path fresh = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// A figure as the content of a file.
    ///
    /// @throws IOException when a PNG would be too large
    public static byte[] bytes(Drawing drawing, FigureSize wanted, Format format) throws IOException {
        FigureSize size = wanted.of(drawing);
        return switch (format) {
            case PNG -> png(drawing, size);
            case SVG -> {
                SvgSheet sheet = new SvgSheet();
                drawing.draw(new VectorGraphics(sheet), size.across(), size.upright());
                yield sheet.file(size.across(), size.upright(), size.paper() ? "pt" : "");
            }
            case PDF -> {
                PdfSheet sheet = new PdfSheet();
                drawing.draw(new VectorGraphics(sheet), size.across(), size.upright());
                // A pixel is 1/96 inch, as in CSS.
                yield sheet.file(size.across(), size.upright(), size.paper() ? 1 : 0.75);
            }
        };
    }

    private static byte[] png(Drawing drawing, FigureSize size) throws IOException {
        BufferedImage image = image(drawing, size, size.paper() ? DENSITY / 72 : 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", out)) {
            throw new IOException("this Java has no writer of PNG");
        }
        return size.paper() ? PngDensity.set(out.toByteArray(), DENSITY) : out.toByteArray();
    }

    /// A figure as a picture, such as for the clipboard.
    ///
    /// @param density pixels per unit of the drawing
    /// @throws IOException when it would be too large
    public static BufferedImage image(Drawing drawing, FigureSize wanted, double density) throws IOException {
        FigureSize size = wanted.of(drawing);
        int width = (int) Math.max(1, Math.round(size.across() * density));
        int height = (int) Math.max(1, Math.round(size.upright() * density));
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("a picture of " + width + " × " + height + " pixels is too large");
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.scale(density, density);
        drawing.draw(g2, size.across(), size.upright());
        g2.dispose();
        return image;
    }
}

package cotejo.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a PDF of one page: paths as paths, text as text in the program's own font, which goes along. The same drawing
/// gives the same bytes.
final class PdfSheet implements VectorGraphics.Sheet {

    private final StringBuilder page = new StringBuilder();
    private final Map<String, PdfFont> fonts = new LinkedHashMap<>();
    private final Map<Integer, String> opacities = new LinkedHashMap<>();
    private final PdfFile pdf = new PdfFile();
    private final List<Integer> images = new ArrayList<>();

    /// The whole file.
    ///
    /// @param width of the page, in its units
    /// @param unit  how many points of 1/72 inch a unit has
    byte[] file(double width, double height, double unit) {
        String flip = Coordinates.text(unit) + " 0 0 " + Coordinates.text(-unit) + " 0 "
                + Coordinates.text(height * unit) + " cm\n";
        int content = pdf.stream("", (flip + page).getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder resources = new StringBuilder("<</Font<<");
        fonts.forEach((name, font) -> resources.append('/').append(name(name)).append(' ').append(font.write(pdf))
                .append(" 0 R"));
        resources.append(">>/ExtGState<<");
        opacities.forEach((alpha, name) -> resources.append('/').append(name).append("<</ca ")
                .append(Coordinates.text(alpha / 255.0)).append("/CA ").append(Coordinates.text(alpha / 255.0))
                .append(">>"));
        resources.append(">>/XObject<<");
        for (int image : images) {
            resources.append("/I").append(image).append(' ').append(image).append(" 0 R");
        }
        resources.append(">>>>");
        int pages = pdf.reserve();
        int own = pdf.add("<</Type/Page/Parent " + pages + " 0 R/MediaBox[0 0 " + Coordinates.text(width * unit) + " "
                + Coordinates.text(height * unit) + "]/Contents " + content + " 0 R/Resources" + resources + ">>");
        pdf.put(pages, "<</Type/Pages/Kids[" + own + " 0 R]/Count 1>>");
        return pdf.bytes(pdf.add("<</Type/Catalog/Pages " + pages + " 0 R>>"));
    }

    private static String name(String font) {
        return font.replace("-", "");
    }

    @Override
    public void fill(Shape shape, Color color, @Nullable Shape clip) {
        begin(clip, color);
        color(color, "rg");
        path(shape);
        page.append(rule(shape).isEmpty() ? "f" : "f*").append("\nQ\n");
    }

    @Override
    public void stroke(Shape path, BasicStroke stroke, Color color, @Nullable Shape clip) {
        begin(clip, color);
        color(color, "RG");
        page.append(Coordinates.text(stroke.getLineWidth())).append(" w ").append(stroke.getEndCap()).append(" J ")
                .append(stroke.getLineJoin()).append(" j\n");
        float[] dash = stroke.getDashArray();
        if (dash != null) {
            page.append('[');
            for (float length : dash) {
                page.append(Coordinates.text(length)).append(' ');
            }
            page.append("] ").append(Coordinates.text(stroke.getDashPhase())).append(" d\n");
        }
        path(path);
        page.append("S\nQ\n");
    }

    @Override
    public void text(String text, AffineTransform at, Font font, Color color, @Nullable Shape clip) {
        PdfFont own = fonts.computeIfAbsent(font.isBold() ? "CotejoSans-Bold" : "CotejoSans-Regular", PdfFont::new);
        if (!own.has(text)) {
            // Scripts that the program's font lacks become outlines of what this machine writes them with.
            Font other = new Font(Font.SANS_SERIF, font.getStyle(), 1).deriveFont(font.getSize2D());
            Shape outline = other.createGlyphVector(new FontRenderContext(null, true, true), text).getOutline();
            fill(at.createTransformedShape(outline), color, clip);
            return;
        }
        begin(clip, color);
        color(color, "rg");
        page.append("BT /").append(font.isBold() ? "CotejoSansBold" : "CotejoSansRegular").append(' ')
                .append(Coordinates.text(font.getSize2D())).append(" Tf ");
        matrix(at.getScaleX(), at.getShearY(), -at.getShearX(), -at.getScaleY(), at);
        page.append(" Tm ").append(own.encoded(text)).append(" Tj ET\nQ\n");
    }

    private void matrix(double a, double b, double c, double d, AffineTransform at) {
        page.append(Coordinates.text(a)).append(' ').append(Coordinates.text(b)).append(' ')
                .append(Coordinates.text(c)).append(' ').append(Coordinates.text(d)).append(' ')
                .append(Coordinates.text(at.getTranslateX())).append(' ').append(Coordinates.text(at.getTranslateY()));
    }

    @Override
    public void image(BufferedImage image, AffineTransform at, @Nullable Shape clip) {
        int pixels = image.getWidth() * image.getHeight();
        byte[] colors = new byte[3 * pixels];
        byte[] alphas = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            colors[3 * i] = (byte) (argb >> 16);
            colors[3 * i + 1] = (byte) (argb >> 8);
            colors[3 * i + 2] = (byte) argb;
            alphas[i] = (byte) (argb >>> 24);
        }
        String size = "/Type/XObject/Subtype/Image/Width " + image.getWidth() + "/Height " + image.getHeight()
                + "/BitsPerComponent 8";
        int mask = pdf.stream(size + "/ColorSpace/DeviceGray", alphas);
        int number = pdf.stream(size + "/ColorSpace/DeviceRGB/SMask " + mask + " 0 R", colors);
        images.add(number);
        begin(clip, Color.BLACK);
        AffineTransform upright = new AffineTransform(at);
        upright.translate(0, 1);
        upright.scale(1, -1);
        matrix(upright.getScaleX(), upright.getShearY(), upright.getShearX(), upright.getScaleY(), upright);
        page.append(" cm /I").append(number).append(" Do\nQ\n");
    }

    private void begin(@Nullable Shape clip, Color color) {
        page.append("q\n");
        if (clip != null) {
            path(clip);
            page.append('W').append(rule(clip)).append(" n\n");
        }
        if (color.getAlpha() < 255) {
            page.append('/').append(opacities.computeIfAbsent(color.getAlpha(), alpha -> "A" + alpha))
                    .append(" gs\n");
        }
    }

    private static String rule(Shape shape) {
        return shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD ? "*" : "";
    }

    private void color(Color color, String operator) {
        page.append(Coordinates.text(color.getRed() / 255.0)).append(' ')
                .append(Coordinates.text(color.getGreen() / 255.0)).append(' ')
                .append(Coordinates.text(color.getBlue() / 255.0)).append(' ').append(operator).append('\n');
    }

    private void path(Shape shape) {
        double[] p = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> numbers("m", p[0], p[1]);
                case PathIterator.SEG_LINETO -> numbers("l", p[0], p[1]);
                case PathIterator.SEG_QUADTO -> {
                    numbers("c", x + 2 * (p[0] - x) / 3, y + 2 * (p[1] - y) / 3, p[2] + 2 * (p[0] - p[2]) / 3,
                            p[3] + 2 * (p[1] - p[3]) / 3, p[2], p[3]);
                    p[0] = p[2];
                    p[1] = p[3];
                }
                case PathIterator.SEG_CUBICTO -> {
                    numbers("c", p);
                    p[0] = p[4];
                    p[1] = p[5];
                }
                default -> page.append("h\n");
            }
            x = p[0];
            y = p[1];
        }
    }

    private void numbers(String operator, double... numbers) {
        for (double number : numbers) {
            page.append(Coordinates.text(number)).append(' ');
        }
        page.append(operator).append('\n');
    }
}

package cotejo.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Writes SVG 1.1: paths as paths, text as text in the chart's font or the next best of the reader. The same drawing
/// gives the same bytes.
final class SvgSheet implements VectorGraphics.Sheet {

    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> clips = new LinkedHashMap<>();

    /// The whole file.
    ///
    /// @param width  of the page, in its units
    /// @param unit   how long a unit is on paper, such as `pt` or `px`
    byte[] file(double width, double height, String unit) {
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(Coordinates.text(width)).append(unit)
                .append("\" height=\"").append(Coordinates.text(height)).append(unit).append("\" viewBox=\"0 0 ")
                .append(Coordinates.text(width)).append(' ').append(Coordinates.text(height)).append("\">\n");
        clips.forEach((path, id) -> svg.append("<clipPath id=\"").append(id).append("\"><path d=\"").append(path)
                .append("\"/></clipPath>\n"));
        return svg.append(body).append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void fill(Shape shape, Color color, @Nullable Shape clip) {
        String rule = shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD
                ? " fill-rule=\"evenodd\"" : "";
        body.append("<path d=\"").append(path(shape)).append('"').append(rule).append(paint("fill", color))
                .append(clipped(clip)).append("/>\n");
    }

    @Override
    public void stroke(Shape path, BasicStroke stroke, Color color, @Nullable Shape clip) {
        body.append("<path d=\"").append(path(path)).append("\" fill=\"none\"").append(paint("stroke", color))
                .append(" stroke-width=\"").append(Coordinates.text(stroke.getLineWidth())).append('"');
        if (stroke.getEndCap() != BasicStroke.CAP_BUTT) {
            body.append(" stroke-linecap=\"").append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? "round" : "square")
                    .append('"');
        }
        if (stroke.getLineJoin() != BasicStroke.JOIN_MITER) {
            body.append(" stroke-linejoin=\"").append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? "round"
                    : "bevel").append('"');
        }
        float[] dash = stroke.getDashArray();
        if (dash != null) {
            body.append(" stroke-dasharray=\"");
            for (int i = 0; i < dash.length; i++) {
                body.append(i == 0 ? "" : " ").append(Coordinates.text(dash[i]));
            }
            body.append('"');
        }
        body.append(clipped(clip)).append("/>\n");
    }

    @Override
    public void text(String text, AffineTransform at, Font font, Color color, @Nullable Shape clip) {
        boolean straight = at.getShearX() == 0 && at.getShearY() == 0 && at.getScaleX() == at.getScaleY();
        double size = font.getSize2D() * (straight ? at.getScaleX() : 1);
        body.append("<text");
        if (straight) {
            body.append(" x=\"").append(Coordinates.text(at.getTranslateX())).append("\" y=\"")
                    .append(Coordinates.text(at.getTranslateY())).append('"');
        } else {
            body.append(" transform=\"matrix(").append(Coordinates.text(at.getScaleX())).append(' ')
                    .append(Coordinates.text(at.getShearY())).append(' ').append(Coordinates.text(at.getShearX()))
                    .append(' ').append(Coordinates.text(at.getScaleY())).append(' ')
                    .append(Coordinates.text(at.getTranslateX())).append(' ')
                    .append(Coordinates.text(at.getTranslateY())).append(")\"");
        }
        body.append(" font-family=\"").append(escaped(family(font))).append("\" font-size=\"")
                .append(Coordinates.text(size)).append('"');
        if (font.isBold()) {
            body.append(" font-weight=\"600\"");
        }
        body.append(paint("fill", color)).append(clipped(clip)).append(" xml:space=\"preserve\">")
                .append(escaped(text)).append("</text>\n");
    }

    /// The chart's own font is Inter with other figures, so Inter is the next best, then what such a page has.
    private static String family(Font font) {
        return font.getFamily().equals(ChartFont.FAMILY) ? "'" + ChartFont.FAMILY
                + "', Inter, 'Helvetica Neue', Arial, sans-serif" : "'" + font.getFamily() + "', sans-serif";
    }

    @Override
    public void image(BufferedImage image, AffineTransform at, @Nullable Shape clip) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", png)) {
                throw new IOException("no writer of PNG");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        body.append("<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\" transform=\"matrix(")
                .append(Coordinates.text(at.getScaleX())).append(' ').append(Coordinates.text(at.getShearY()))
                .append(' ').append(Coordinates.text(at.getShearX())).append(' ')
                .append(Coordinates.text(at.getScaleY())).append(' ').append(Coordinates.text(at.getTranslateX()))
                .append(' ').append(Coordinates.text(at.getTranslateY())).append(")\"").append(clipped(clip))
                .append(" href=\"data:image/png;base64,").append(Base64.getEncoder().encodeToString(png.toByteArray()))
                .append("\"/>\n");
    }

    private static String paint(String what, Color color) {
        String opacity = color.getAlpha() == 255 ? ""
                : " " + what + "-opacity=\"" + Coordinates.text(color.getAlpha() / 255.0) + "\"";
        return " %s=\"#%06x\"%s".formatted(what, color.getRGB() & 0xffffff, opacity);
    }

    private String clipped(@Nullable Shape clip) {
        if (clip == null) {
            return "";
        }
        String path = path(clip instanceof Area area && area.isRectangular() ? area.getBounds2D() : clip);
        return " clip-path=\"url(#" + clips.computeIfAbsent(path, any -> "c" + clips.size()) + ")\"";
    }

    private static String path(Shape shape) {
        StringBuilder d = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(p);
            d.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : kind == PathIterator.SEG_QUADTO ? 4
                    : kind == PathIterator.SEG_CUBICTO ? 6 : 2;
            for (int n = 0; n < numbers; n++) {
                d.append(n == 0 ? "" : " ").append(Coordinates.text(p[n]));
            }
        }
        return d.toString();
    }

    /// Text for XML; what XML 1.0 has no form for is left out.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(c -> c >= 0x20 && c != 0xfffe && c != 0xffff && (c < 0xd800 || c > 0xdfff)
                || c == '\t' || c == '\n').forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}

package cotejo.chart;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Graphics that hand everything on as paths and texts in plain colours, for formats of vectors. Images come only as
/// what charts draw for many lines at once; gradients and composites other than opacity are not used by charts.
final class VectorGraphics extends PlainGraphics {

    /// Where drawing goes.
    interface Sheet {

        /// A shape in units of the page, filled.
        void fill(Shape shape, Color color, @Nullable Shape clip);

        /// A path in units of the page, drawn along.
        void stroke(Shape path, BasicStroke stroke, Color color, @Nullable Shape clip);

        /// A line of text; the place is the left end of its base line.
        ///
        /// @param at from units of the text to the page
        void text(String text, AffineTransform at, Font font, Color color, @Nullable Shape clip);

        /// A picture, in a unit square that `at` puts on the page.
        void image(BufferedImage image, AffineTransform at, @Nullable Shape clip);
    }

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Sheet sheet;
    private final BufferedImage scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    private final RenderingHints hints = new RenderingHints(RenderingHints.KEY_FRACTIONALMETRICS,
            RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    private AffineTransform transform = new AffineTransform();
    private Color color = Color.BLACK;
    private Paint paint = Color.BLACK;
    private Color background = Color.WHITE;
    private Stroke stroke = new BasicStroke();
    private Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private Composite composite = AlphaComposite.SrcOver;
    /// In units of the page.
    private @Nullable Shape clip;

    VectorGraphics(Sheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public Graphics create() {
        VectorGraphics copy = new VectorGraphics(sheet);
        copy.transform = new AffineTransform(transform);
        copy.color = color;
        copy.paint = paint;
        copy.background = background;
        copy.stroke = stroke;
        copy.font = font;
        copy.composite = composite;
        copy.clip = clip;
        copy.hints.putAll(hints);
        return copy;
    }

    private Color ink() {
        float opacity = composite instanceof AlphaComposite alpha ? alpha.getAlpha() : 1;
        return opacity == 1 ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(),
                Math.round(color.getAlpha() * opacity));
    }

    @Override
    public void draw(Shape s) {
        if (ink().getAlpha() == 0) {
            return;
        }
        if (stroke instanceof BasicStroke basic) {
            sheet.stroke(transform.createTransformedShape(s), scaled(basic), ink(), clip);
        } else {
            fill(stroke.createStrokedShape(s));
        }
    }

    private BasicStroke scaled(BasicStroke basic) {
        float scale = (float) Math.sqrt(Math.abs(transform.getDeterminant()));
        if (scale == 1) {
            return basic;
        }
        float[] dash = basic.getDashArray();
        if (dash != null) {
            for (int i = 0; i < dash.length; i++) {
                dash[i] *= scale;
            }
        }
        return new BasicStroke(basic.getLineWidth() * scale, basic.getEndCap(), basic.getLineJoin(),
                basic.getMiterLimit(), dash, basic.getDashPhase() * scale);
    }

    @Override
    public void fill(Shape s) {
        if (ink().getAlpha() > 0) {
            sheet.fill(transform.createTransformedShape(s), ink(), clip);
        }
    }

    @Override
    public void drawString(String str, float x, float y) {
        if (!str.isBlank() && ink().getAlpha() > 0) {
            AffineTransform at = new AffineTransform(transform);
            at.translate(x, y);
            sheet.text(str, at, font, ink(), clip);
        }
    }

    @Override
    public void drawGlyphVector(GlyphVector g, float x, float y) {
        fill(g.getOutline(x, y));
    }

    @Override
    public boolean drawImage(Image img, AffineTransform xform, @Nullable ImageObserver obs) {
        if (img instanceof BufferedImage image) {
            AffineTransform at = new AffineTransform(transform);
            at.concatenate(xform);
            at.scale(image.getWidth(), image.getHeight());
            sheet.image(image, at, clip);
        }
        return true;
    }

    @Override
    public boolean hit(Rectangle rect, Shape s, boolean onStroke) {
        return transform.createTransformedShape(onStroke ? stroke.createStrokedShape(s) : s).intersects(rect);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return scratch.createGraphics().getDeviceConfiguration();
    }

    @Override
    public void setComposite(Composite comp) {
        composite = comp;
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setPaint(@Nullable Paint to) {
        if (to != null) {
            paint = to;
            color = to instanceof Color plain ? plain : color;
        }
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setColor(@Nullable Color c) {
        setPaint(c);
    }

    @Override
    public Color getColor() {
        return color;
    }

    @Override
    public void setStroke(Stroke s) {
        stroke = s;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        if (value == null) {
            hints.remove(key);
        } else {
            hints.put(key, value);
        }
    }

    @Override
    public @Nullable Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> to) {
        hints.clear();
        hints.putAll(to);
    }

    @Override
    public void addRenderingHints(Map<?, ?> more) {
        hints.putAll(more);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }

    @Override
    public void setTransform(AffineTransform t) {
        transform = new AffineTransform(t);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setBackground(Color c) {
        background = c;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return CONTEXT;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setFont(@Nullable Font f) {
        font = f == null ? font : f;
    }

    @Override
    public FontMetrics getFontMetrics(Font f) {
        Graphics2D measure = scratch.createGraphics();
        measure.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        measure.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = measure.getFontMetrics(f);
        measure.dispose();
        return metrics;
    }

    @Override
    public void clip(@Nullable Shape s) {
        if (s == null) {
            clip = null;
            return;
        }
        Shape more = transform.createTransformedShape(s);
        Shape known = clip;
        if (known == null) {
            clip = more;
        } else {
            Area both = new Area(known);
            both.intersect(new Area(more));
            clip = both;
        }
    }

    @Override
    public void setClip(@Nullable Shape s) {
        clip = s == null ? null : transform.createTransformedShape(s);
    }

    @Override
    public @Nullable Shape getClip() {
        Shape known = clip;
        if (known == null) {
            return null;
        }
        try {
            return transform.createInverse().createTransformedShape(known);
        } catch (NoninvertibleTransformException flat) {
            return new Rectangle();
        }
    }

    @Override
    AffineTransform own() {
        return transform;
    }
}

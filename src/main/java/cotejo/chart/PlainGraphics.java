package cotejo.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.jspecify.annotations.Nullable;

/// The many ways of [Graphics2D] to ask for the same few things, led back to these: shapes, texts, images, clips.
abstract sealed class PlainGraphics extends Graphics2D permits VectorGraphics {

    /// From units of the caller to the page; changed by those who turn or move.
    abstract AffineTransform own();

    @Override
    public abstract void clip(@Nullable Shape s);

    @Override
    public abstract boolean drawImage(Image img, AffineTransform xform, @Nullable ImageObserver obs);

    @Override
    public void drawString(String str, int x, int y) {
        drawString(str, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        StringBuilder plain = new StringBuilder();
        for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
            plain.append(c);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public void drawImage(BufferedImage img, BufferedImageOp op, int x, int y) {
        drawImage(op == null ? img : op.filter(img, null), AffineTransform.getTranslateInstance(x, y), null);
    }

    @Override
    public void drawRenderedImage(RenderedImage img, AffineTransform xform) {
        if (img instanceof BufferedImage image) {
            drawImage(image, xform, null);
        }
    }

    @Override
    public void drawRenderableImage(RenderableImage img, AffineTransform xform) {
        drawRenderedImage(img.createDefaultRendering(), xform);
    }

    @Override
    public boolean drawImage(Image img, int x, int y, @Nullable ImageObserver observer) {
        return drawImage(img, AffineTransform.getTranslateInstance(x, y), observer);
    }

    @Override
    public boolean drawImage(Image img, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        AffineTransform at = AffineTransform.getTranslateInstance(x, y);
        at.scale((double) width / img.getWidth(null), (double) height / img.getHeight(null));
        return drawImage(img, at, observer);
    }

    @Override
    public boolean drawImage(Image img, int x, int y, Color bgcolor, @Nullable ImageObserver observer) {
        return drawImage(img, x, y, observer);
    }

    @Override
    public boolean drawImage(Image img, int x, int y, int width, int height, Color bgcolor,
            @Nullable ImageObserver observer) {
        return drawImage(img, x, y, width, height, observer);
    }

    @Override
    public boolean drawImage(Image img, int dx1, int dy1, int dx2, int dy2, int sx1, int sy1, int sx2, int sy2,
            @Nullable ImageObserver observer) {
        return img instanceof BufferedImage image && drawImage(image.getSubimage(Math.min(sx1, sx2),
                Math.min(sy1, sy2), Math.abs(sx2 - sx1), Math.abs(sy2 - sy1)), dx1, dy1, dx2 - dx1, dy2 - dy1,
                observer);
    }

    @Override
    public boolean drawImage(Image img, int dx1, int dy1, int dx2, int dy2, int sx1, int sy1, int sx2, int sy2,
            Color bgcolor, @Nullable ImageObserver observer) {
        return drawImage(img, dx1, dy1, dx2, dy2, sx1, sy1, sx2, sy2, observer);
    }

    @Override
    public void translate(int x, int y) {
        own().translate(x, y);
    }

    @Override
    public void translate(double tx, double ty) {
        own().translate(tx, ty);
    }

    @Override
    public void rotate(double theta) {
        own().rotate(theta);
    }

    @Override
    public void rotate(double theta, double x, double y) {
        own().rotate(theta, x, y);
    }

    @Override
    public void scale(double sx, double sy) {
        own().scale(sx, sy);
    }

    @Override
    public void shear(double shx, double shy) {
        own().shear(shx, shy);
    }

    @Override
    public void transform(AffineTransform t) {
        own().concatenate(t);
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle(x, y, width, height));
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle(x, y, width, height));
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        Shape clip = getClip();
        return clip == null ? null : clip.getBounds();
    }

    @Override
    public void setPaintMode() {
        // Nothing else is ever done.
    }

    @Override
    public void setXORMode(Color c1) {
        throw new UnsupportedOperationException("no format of vectors can do this");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw new UnsupportedOperationException("no format of vectors can do this");
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        Color before = getColor();
        setColor(getBackground());
        fillRect(x, y, width, height);
        setColor(before);
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int startAngle, int arcAngle) {
        draw(new Arc2D.Double(x, y, width, height, startAngle, arcAngle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int startAngle, int arcAngle) {
        fill(new Arc2D.Double(x, y, width, height, startAngle, arcAngle, Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] x, int[] y, int points) {
        draw(path(x, y, points));
    }

    @Override
    public void drawPolygon(int[] x, int[] y, int points) {
        Path2D path = path(x, y, points);
        path.closePath();
        draw(path);
    }

    @Override
    public void fillPolygon(int[] x, int[] y, int points) {
        fill(path(x, y, points));
    }

    private static Path2D path(int[] x, int[] y, int points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        return path;
    }

    @Override
    public void dispose() {
        // Nothing is held.
    }
}

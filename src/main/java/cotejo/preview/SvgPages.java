package cotejo.preview;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.DomDocument;
import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.RenderableResource;
import com.github.weisj.jsvg.parser.resources.ResourceLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.parser.resources.ResourceSupplier;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.renderer.RenderContext;
import com.github.weisj.jsvg.renderer.output.Output;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import cotejo.codec.Blob;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// The one page of an SVG. Scripts are never run; what its addresses point to is never loaded, except pictures that
/// stand in the file itself.
final class SvgPages implements Pages {

    private static final long LARGEST = 32L << 20;
    private static final DocumentLimits LIMITS = new DocumentLimits(12, 60, 400_000);
    /// A number behind the command that closes a part of a path. The library would close it again for ever.
    private static final Pattern AFTER_CLOSE = Pattern.compile("(?<=[Zz])[\\s,]*[-+.\\d]");
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(20);

    private final SVGDocument document;
    private final FloatSize size;

    private SvgPages(SVGDocument document) {
        this.document = document;
        this.size = document.size();
    }

    /// The picture, or nothing when it is too large or none.
    static Optional<Pages> of(Blob blob) throws IOException {
        if (blob.size() > LARGEST) {
            return Optional.empty();
        }
        LoaderContext context = LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                .resourceLoader(new Inside()).documentLimits(LIMITS).preProcessor(SvgPages::endPaths)
                .build();
        try (InputStream in = new ByteArrayInputStream(blob.bytes(0, (int) blob.size()))) {
            @Nullable SVGDocument document = new SVGLoader().load(in, null, context);
            return Optional.ofNullable(document).map(SvgPages::new).filter(SvgPages::drawable).map(pages -> pages);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            return Optional.empty();
        }
    }

    /// Ends paths where they are in error, as SVG asks for: what stands before is drawn.
    private static void endPaths(DomElement element) {
        // Of paths, and of text along one.
        for (String name : List.of("d", "path")) {
            String path = element.attribute(name);
            Matcher wrong = AFTER_CLOSE.matcher(path == null ? "" : path);
            if (path != null && wrong.find()) {
                element.setAttribute(name, path.substring(0, wrong.start()));
            }
        }
        element.children().forEach(SvgPages::endPaths);
    }

    private boolean drawable() {
        return size.width > 0 && size.height > 0 && Double.isFinite(size.width) && Double.isFinite(size.height);
    }

    @Override
    public int count() {
        return 1;
    }

    @Override
    public double width(int page) {
        return size.width;
    }

    @Override
    public double height(int page) {
        return size.height;
    }

    @Override
    public BufferedImage draw(int page, double scale, Cancel cancel) throws IOException {
        double by = bounded(page, scale);
        int width = Math.clamp(Math.round(size.width * by), 1, 16_000);
        int height = Math.clamp(Math.round(size.height * by), 1, 16_000);
        try {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            // What brings no ground of its own was meant for paper.
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            Output output = new Stoppable(cancel).over(Output.createForGraphics(graphics));
            document.renderWithPlatform(NullPlatformSupport.INSTANCE, output, new ViewBox(width, height));
            graphics.dispose();
            return image;
        } catch (CancelledException asked) {
            throw asked;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw new IOException(Texts.get("preview.image.broken", "SVG"), broken);
        }
    }

    /// Lets every stroke ask whether drawing is still wanted: `use` elements in `use` elements may ask for any number.
    private static final class Stoppable {

        private final Cancel cancel;
        private final long end = System.nanoTime() + LONGEST;

        Stoppable(Cancel cancel) {
            this.cancel = cancel;
        }

        Output over(Output output) {
            return (Output) Proxy.newProxyInstance(Output.class.getClassLoader(), new Class<?>[] {Output.class},
                    (proxy, method, args) -> {
                        cancel.check();
                        if (System.nanoTime() - end > 0) {
                            throw new IllegalStateException("drawing takes too long");
                        }
                        if (method.getName().equals("drawShape") && output.stroke() instanceof BasicStroke stroke
                                && stroke.getDashArray() != null
                                && Dashes.tooMany((Shape) args[0], stroke.getDashArray())) {
                            output.setStroke(new BasicStroke(stroke.getLineWidth(), stroke.getEndCap(),
                                    stroke.getLineJoin(), stroke.getMiterLimit()));
                        }
                        try {
                            Object result = method.invoke(output, args);
                            return method.getName().equals("createChild") ? over((Output) result) : result;
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }

    /// Pictures whose bytes stand in the file; the size that they claim is looked at before they are unpacked.
    private static final class Inside implements ResourceLoader {

        private static final String MARK = ";base64,";

        @Override
        public ResourceSupplier<RenderableResource> loadImage(DomDocument in, URI address) throws IOException {
            String text = address.toString();
            int at = text.indexOf(MARK);
            if (!text.startsWith("data:image/") || at < 0) {
                throw new IOException("not inside the file");
            }
            BufferedImage image = decode(Base64.getMimeDecoder().decode(text.substring(at + MARK.length())));
            return platform -> Optional.of(new Picture(image));
        }

        private static BufferedImage decode(byte[] bytes) throws IOException {
            try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
                var readers = ImageIO.getImageReaders(in);
                if (!readers.hasNext()) {
                    throw new IOException("no picture");
                }
                ImageReader reader = readers.next();
                try {
                    reader.setInput(in, true, true);
                    if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                        throw new IOException("too many pixels");
                    }
                    return reader.read(0);
                } finally {
                    reader.dispose();
                }
            }
        }
    }

    private record Picture(BufferedImage image) implements RenderableResource {

        @Override
        public FloatSize intrinsicSize(RenderContext context) {
            return new FloatSize(image.getWidth(), image.getHeight());
        }

        @Override
        public void render(Output output, RenderContext context, AffineTransform place) {
            output.drawImage(image, place, null);
        }
    }
}

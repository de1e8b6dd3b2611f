package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.work.Cancel;
import java.awt.AlphaComposite;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// The frames of an animated WebP, each laid over what the ones before left on the canvas (RFC 9649, section 2.7.1.1).
final class WebpFrames {

    private static final int MOST = 5000;
    private static final int HEAD = 12;
    private static final int ANIMATED = 2;

    /// A frame.
    ///
    /// @param blends whether what is behind it shines through
    /// @param clears whether its place is empty again afterwards
    private record Frame(int x, int y, int width, int height, boolean blends, boolean clears) {
    }

    private final int width;
    private final int height;
    private final List<Frame> frames;
    /// What the frames before the next one have left.
    private @Nullable BufferedImage canvas;
    private int next;

    private WebpFrames(int width, int height, List<Frame> frames) {
        this.width = width;
        this.height = height;
        this.frames = frames;
    }

    /// @return null when the file is not animated
    static @Nullable WebpFrames of(Blob blob) throws IOException {
        byte[] head = blob.bytes(HEAD, 18);
        if (head.length < 18 || !name(head).equals("VP8X") || (head[8] & ANIMATED) == 0) {
            return null;
        }
        List<Frame> frames = new ArrayList<>();
        long at = HEAD;
        while (at + 8 <= blob.size() && frames.size() < MOST) {
            byte[] chunk = blob.bytes(at, 24);
            long length = little(chunk, 4, 4);
            if (name(chunk).equals("ANMF") && chunk.length == 24) {
                int flags = chunk[23];
                frames.add(new Frame((int) little(chunk, 8, 3) * 2, (int) little(chunk, 11, 3) * 2,
                        (int) little(chunk, 14, 3) + 1, (int) little(chunk, 17, 3) + 1, (flags & 2) == 0,
                        (flags & 1) != 0));
            }
            at += 8 + length + (length & 1);
        }
        return frames.isEmpty() ? null : new WebpFrames((int) little(head, 12, 3) + 1, (int) little(head, 15, 3) + 1,
                List.copyOf(frames));
    }

    long width() {
        return width;
    }

    long height() {
        return height;
    }

    List<Dimension> sizes() {
        return frames.stream().map(frame -> new Dimension(width, height)).toList();
    }

    /// The canvas with a frame on it. Going on from the frame before costs one frame, going back all from the first.
    synchronized BufferedImage draw(int index, ImageReader reader, Cancel cancel) throws IOException {
        BufferedImage onto = canvas;
        if (onto == null || next > index) {
            onto = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            canvas = onto;
            next = 0;
        }
        BufferedImage shown = onto;
        while (next <= index) {
            cancel.check();
            Frame frame = frames.get(next);
            if (frame.x() + (long) frame.width() > width || frame.y() + (long) frame.height() > height) {
                throw new IOException("A frame lies outside the canvas.");
            }
            BufferedImage picture;
            try {
                picture = Argb.of(PictureFile.read(reader, next, 1));
            } catch (IOException | RuntimeException | Error broken) {
                canvas = null;
                throw broken;
            }
            next++;
            put(frame, picture, onto);
            if (next > index) {
                shown = copy(onto);
            }
            if (frame.clears()) {
                clear(frame, onto);
            }
        }
        return shown;
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        copy.setData(image.getRaster());
        return copy;
    }

    private static void put(Frame frame, BufferedImage picture, BufferedImage onto) {
        Graphics2D g = onto.createGraphics();
        g.setComposite(frame.blends() ? AlphaComposite.SrcOver : AlphaComposite.Src);
        g.drawImage(picture, frame.x(), frame.y(), null);
        g.dispose();
    }

    private static void clear(Frame frame, BufferedImage onto) {
        Graphics2D g = onto.createGraphics();
        g.setComposite(AlphaComposite.Clear);
        g.fillRect(frame.x(), frame.y(), frame.width(), frame.height());
        g.dispose();
    }

    private static String name(byte[] chunk) {
        return new String(chunk, 0, Math.min(4, chunk.length), StandardCharsets.ISO_8859_1);
    }

    private static long little(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }
}

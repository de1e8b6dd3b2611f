package cotejo.preview;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import cotejo.codec.Blob;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// A file of pixels: what it is, how many pictures it holds and how large they are, by its first bytes and headers; the
/// pixels when they are asked for, within a bound of memory. The file is opened anew each time. Not for the FX thread.
public final class PictureFile implements Pages {

    private static final int MOST_COUNTED = 5000;

    private final Path file;
    private final PictureFormat format;
    private final List<Dimension> sizes;
    private final List<IconFile.Entry> icons;
    private final @Nullable WebpFrames frames;
    private final String words;

    private PictureFile(Path file, PictureFormat format, List<Dimension> sizes, List<IconFile.Entry> icons,
            @Nullable WebpFrames frames, String words) {
        this.file = file;
        this.format = format;
        this.sizes = sizes;
        this.icons = icons;
        this.frames = frames;
        this.words = words;
    }

    /// What a file holds; empty when it is no picture of a kind that is known.
    ///
    /// @throws IOException when it is broken, or larger than can be shown; the message is a sentence
    public static Optional<PictureFile> of(Path file) throws IOException {
        try (Blob blob = Blob.open(file)) {
            byte[] head = blob.bytes(0, Candidate.HEAD);
            Optional<PictureFormat> format = PictureFormat.of(head, blob.size());
            return format.isEmpty() ? Optional.empty() : Optional.of(of(file, format.get(), blob, head));
        }
    }

    private static PictureFile of(Path file, PictureFormat format, Blob blob, byte[] head) throws IOException {
        if (format == PictureFormat.ICO) {
            List<IconFile.Entry> icons = IconFile.entries(head, blob.size());
            return new PictureFile(file, format, icons.stream().map(icon -> new Dimension(icon.width(), icon.height()))
                    .toList(), icons, null, format.title());
        }
        WebpFrames frames = format == PictureFormat.WEBP ? WebpFrames.of(blob) : null;
        if (frames != null) {
            bounded(format, frames.width(), frames.height(), MOST_PIXELS);
            return new PictureFile(file, format, frames.sizes(), List.of(), frames,
                    Texts.get("preview.image.frames", format.title(), frames.sizes().size()));
        }
        if (format == PictureFormat.TIFF) {
            try {
                TiffTables.check(blob);
            } catch (IOException tooMuch) {
                throw broken(format, tooMuch);
            }
        }
        return reading(file, format, reader -> {
            int count = format == PictureFormat.TIFF ? Math.min(MOST_COUNTED, reader.getNumImages(true)) : 1;
            List<Dimension> sizes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int width = reader.getWidth(i);
                int height = reader.getHeight(i);
                if (width < 1 || height < 1) {
                    throw broken(format, null);
                }
                if (i == 0) {
                    bounded(format, width, height, format.mostPixels());
                }
                sizes.add(new Dimension(width, height));
            }
            if (sizes.isEmpty()) {
                throw broken(format, null);
            }
            return new PictureFile(file, format, List.copyOf(sizes), List.of(), null,
                    words(format, reader, sizes.getFirst()));
        });
    }

    private static String words(PictureFormat format, ImageReader reader, Dimension size) throws IOException {
        if (format == PictureFormat.TIFF) {
            ImageTypeSpecifier type = reader.getRawImageType(0);
            return type != null && Argb.stretched(type.getSampleModel().getDataType())
                    ? Texts.get("preview.image.stretched", format.title()) : format.title();
        }
        if (format == PictureFormat.GIF) {
            // Whoever plays it holds all frames.
            int frames = reader.getNumImages(true);
            return frames > 1 && 4L * size.width * size.height * frames > PictureFormat.MOST_BYTES
                    ? Texts.get("preview.image.first", format.title(), frames) : format.title();
        }
        return format.title();
    }

    private static void bounded(PictureFormat format, long width, long height, long most) throws IOException {
        if (width * height > most) {
            throw new Sentence(Texts.get("preview.image.large", Long.toString(width), Long.toString(height),
                    Figures.count(Math.min(most, format.mostPixels()) / 1_000_000)), null);
        }
    }

    /// Such as PNG, with how many frames there are where there are more, and how numbers became colours.
    public String format() {
        return words;
    }

    @Override
    public int count() {
        return sizes.size();
    }

    @Override
    public double width(int page) {
        return sizes.get(page).width;
    }

    @Override
    public double height(int page) {
        return sizes.get(page).height;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public BufferedImage draw(int page, double scale, Cancel cancel) throws IOException {
        return read(page, MOST_PIXELS, cancel);
    }

    /// The pixels of a picture, as red, green, blue and how opaque; of a large one every n-th across and down.
    ///
    /// @param most how many pixels at most
    /// @throws IOException when it is broken, or too large; the message is a sentence
    public BufferedImage read(int index, long most, Cancel cancel) throws IOException {
        bounded(format, sizes.get(index).width, sizes.get(index).height, format.mostPixels());
        if (!icons.isEmpty()) {
            return icon(index);
        }
        return reading(file, format, reader -> {
            reader.addIIOReadProgressListener(new Stopping(cancel));
            if (frames != null) {
                return frames.draw(index, reader, cancel);
            }
            int every = every(reader, index, most);
            BufferedImage image = isFloating(reader, index) ? floating(index, every, cancel)
                    : read(reader, index, every);
            cancel.check();
            return Argb.of(image);
        });
    }

    static BufferedImage read(ImageReader reader, int index, int every) throws IOException {
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(index, how);
    }

    private static boolean isFloating(ImageReader reader, int index) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(index);
        int samples = type == null ? DataBuffer.TYPE_BYTE : type.getSampleModel().getDataType();
        return samples == DataBuffer.TYPE_FLOAT || samples == DataBuffer.TYPE_DOUBLE;
    }

    /// Java's own reader of TIFF leaves fractions as they are; the other one ends them at 0 and 1.
    private BufferedImage floating(int index, int every, Cancel cancel) throws IOException {
        try (@Nullable ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
            while (in != null && readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (!(reader instanceof TIFFImageReader)) {
                        reader.addIIOReadProgressListener(new Stopping(cancel));
                        reader.setInput(in, false, true);
                        return read(reader, index, every);
                    }
                } finally {
                    reader.dispose();
                }
            }
        }
        throw broken(format, null);
    }

    /// So that the picture as it is read and as it is shown fit into the bound together.
    private static int every(ImageReader reader, int index, long most) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(index);
        int bytes = 4;
        if (type != null) {
            SampleModel samples = type.getSampleModel();
            bytes = Math.max(4, samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / 8);
        }
        long fit = Math.clamp(PictureFormat.MOST_BYTES / (bytes + 4), 1, Math.max(1, most));
        double pixels = (double) reader.getWidth(index) * reader.getHeight(index);
        return Math.max(1, (int) Math.ceil(Math.sqrt(pixels / fit)));
    }

    private BufferedImage icon(int index) throws IOException {
        try (Blob blob = Blob.open(file)) {
            BufferedImage image = IconFile.read(blob, icons.get(index));
            if (image == null) {
                throw broken(format, null);
            }
            return Argb.of(image);
        } catch (IOException | RuntimeException broken) {
            throw broken(format, broken);
        }
    }

    /// Something that is asked of a reader.
    private interface Question<T> {
        T ask(ImageReader reader) throws IOException;
    }

    private static <T> T reading(Path file, PictureFormat format, Question<T> question) throws IOException {
        ImageIO.setUseCache(false);
        try (@Nullable ImageInputStream in = input(file, format)) {
            ImageReader reader = in == null ? null : reader(format, in);
            if (reader == null) {
                throw broken(format, null);
            }
            try {
                reader.setInput(in, false, true);
                return question.ask(reader);
            } finally {
                reader.dispose();
            }
        } catch (Sentence | CancelledException said) {
            throw said;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw broken(format, broken);
        }
    }

    private static @Nullable ImageInputStream input(Path file, PictureFormat format) throws IOException {
        return format == PictureFormat.WEBP && Files.size(file) <= PictureFormat.MOST_BYTES ? new WebpBytes(file)
                : ImageIO.createImageInputStream(file.toFile());
    }

    private static @Nullable ImageReader reader(PictureFormat format, ImageInputStream in) throws IOException {
        if (format == PictureFormat.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        if (format == PictureFormat.TIFF) {
            return new TIFFImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        return readers.hasNext() ? readers.next() : null;
    }

    private static Sentence broken(PictureFormat format, @Nullable Throwable why) {
        return why instanceof Sentence said ? said : new Sentence(Texts.get("preview.image.broken", format.title()),
                why);
    }

    /// What is said to the person.
    private static final class Sentence extends IOException {
        private static final long serialVersionUID = 1L;

        Sentence(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// Stops a reader between rows.
    private record Stopping(Cancel cancel) implements IIOReadProgressListener {
        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            if (cancel.requested()) {
                throw new CancelledException();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {
            // Of no interest, as the other steps.
        }

        @Override
        public void sequenceComplete(ImageReader source) {
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {
        }

        @Override
        public void imageComplete(ImageReader source) {
        }

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
        }

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {
        }

        @Override
        public void thumbnailComplete(ImageReader source) {
        }

        @Override
        public void readAborted(ImageReader source) {
        }
    }
}

package cotejo.preview;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The bytes of a WebP file for a library that is to be held back in two ways. It is not told how many there are: by
/// that it guesses how much they may unpack, and refuses plain surfaces. And behind the end stand some zeros, and then
/// an error: it takes a mere end for no reason to stop, and tries again for every pixel.
final class WebpBytes extends MemoryCacheImageInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_BEHIND = 1 << 14;

    private final InputStream bytes;
    private int behind;

    WebpBytes(Path file) throws IOException {
        this(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    private WebpBytes(InputStream bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read < 0) {
            behind(1);
        }
        return Math.max(0, read);
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = Math.max(0, super.read(to, from, length));
        if (read < length && super.read() < 0) {
            Arrays.fill(to, from + read, from + length, (byte) 0);
            behind(length - read);
            return length;
        }
        if (read < length) {
            seek(getStreamPosition() - 1);
        }
        return read;
    }

    private void behind(int more) throws IOException {
        behind += more;
        if (behind > MOST_BEHIND) {
            throw new IOException("cut short");
        }
    }

    @Override
    public void close() throws IOException {
        try (bytes) {
            super.close();
        }
    }
}

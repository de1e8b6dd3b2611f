package cotejo.codec;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream of which only so much is given: what unpacks to more breaks off with an exception.
public final class BoundedStream extends FilterInputStream {

    private final long most;
    private long given;

    /// @param most how many bytes are given at most
    public BoundedStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    private void count(long bytes) throws IOException {
        given += Math.max(0, bytes);
        if (given > most) {
            throw new IOException("unpacks to more than " + most + " bytes");
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = super.read(to, from, length);
        count(read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

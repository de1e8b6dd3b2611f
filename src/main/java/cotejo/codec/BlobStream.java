package cotejo.codec;

import java.io.IOException;
import java.io.InputStream;

/// A blob read in order.
final class BlobStream extends InputStream {

    private final Blob blob;
    private long at;

    BlobStream(Blob blob, long at) {
        this.blob = blob;
        this.at = at;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = blob.read(at, to, from, length);
        at += read;
        return read > 0 ? read : -1;
    }

    @Override
    public long skip(long bytes) {
        long skipped = Math.clamp(bytes, 0, Math.max(0, blob.size() - at));
        at += skipped;
        return skipped;
    }
}

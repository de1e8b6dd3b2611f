package cotejo.dataset.csv;

import java.io.IOException;

/// The bytes of a text in an encoding whose delimiters are single bytes, readable at any place; unpacked and rewritten
/// in the background where the file is not like that.
interface TextBytes extends AutoCloseable {

    /// Reads up to `length` bytes, waiting for those that are still being unpacked.
    ///
    /// @return how many, -1 at the end
    int read(long at, byte[] into, int offset, int length) throws IOException;

    /// Bytes so far; all of them once it is complete.
    long size();

    /// Bytes taken from the file itself.
    long bytesRead();

    /// The size of the file itself.
    long fileBytes();

    @Override
    void close();
}

package cotejo.dataset.other;

import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import cotejo.dataset.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that is read row by row from some places on.
interface RowFormat extends AutoCloseable {

    /// The id of the format.
    String id();

    List<Field> columns();

    /// Begins reading at a place that a cursor was at, or at the first row for a place of -1.
    Cursor open(long place) throws IOException;

    List<FileFacts.Fact> facts();

    /// Metadata as recorded in the file, key by key.
    default Map<String, String> keyValues() {
        return Map.of();
    }

    /// What is odd is added here.
    Oddities oddities();

    long bytesRead();

    long fileBytes();

    @Override
    void close();

    /// Reads rows in order.
    interface Cursor extends AutoCloseable {

        /// Where one can begin again before the next row; -2 where one cannot.
        long place();

        /// The next row, a value a column; null at the end.
        @Nullable List<Value> next() throws IOException;

        @Override
        void close() throws IOException;
    }
}

package cotejo.dataset.other;

import cotejo.codec.Blob;
import cotejo.dataset.Field;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Oddities;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of one array, or of several of one length side by side.
final class NumpyRows implements RowFormat {

    private final String id;
    private final Blob blob;
    private final String file;
    private final List<NumpyArray> arrays;
    private final List<Field> columns;
    private final List<FileFacts.Fact> facts;
    private final Oddities oddities;
    private final long rows;

    /// @param file what a sentence calls it
    NumpyRows(String id, Blob blob, String file, List<NumpyArray> arrays, List<Field> columns,
            List<FileFacts.Fact> facts, Oddities oddities) {
        this.id = id;
        this.blob = blob;
        this.file = file;
        this.arrays = arrays;
        this.columns = columns;
        this.facts = facts;
        this.oddities = oddities;
        this.rows = arrays.getFirst().rows();
    }

    @Override
    public Cursor open(long place) {
        return new Cursor() {
            private long row = Math.max(0, place);

            @Override
            public long place() {
                return row;
            }

            @Override
            public @Nullable List<Value> next() throws IOException {
                if (row >= rows) {
                    return null;
                }
                List<Value> values = new ArrayList<>(columns.size());
                try {
                    for (NumpyArray array : arrays) {
                        array.row(row, values);
                    }
                } catch (RuntimeException nonsense) {
                    throw new UnreadableData(Texts.get("dataset.other.broken", file,
                            Texts.get("dataset.other.nonsense")), nonsense);
                }
                row++;
                return values;
            }

            @Override
            public void close() {
                // The file stays open for other cursors.
            }
        };
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Field> columns() {
        return columns;
    }

    @Override
    public List<FileFacts.Fact> facts() {
        return facts;
    }

    @Override
    public Oddities oddities() {
        return oddities;
    }

    @Override
    public long bytesRead() {
        return arrays.stream().mapToLong(NumpyArray::read).sum();
    }

    @Override
    public long fileBytes() {
        return blob.size();
    }

    @Override
    public void close() {
        try {
            blob.close();
        } catch (IOException ignored) {
            org.slf4j.LoggerFactory.getLogger(NumpyRows.class).debug("close", ignored);
        }
    }
}

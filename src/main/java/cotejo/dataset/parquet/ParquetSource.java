package cotejo.dataset.parquet;

import cotejo.dataset.Oddities;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What all readers of one open file share: the file, its footer, what was learnt of its chunks, and counts.
final class ParquetSource implements AutoCloseable {

    private static final int CHUNKS_KEPT = 4096;

    private final PagedFile file;
    private final Footer footer;
    private final ParquetSchema schema;
    private final Oddities oddities = new Oddities();
    private final AtomicLong pagesChecked = new AtomicLong();
    private final AtomicLong pagesUnchecked = new AtomicLong();
    private final BitSet columnsRead = new BitSet();
    private @Nullable Encrypted encrypted;
    private final Map<Long, ChunkAt> chunks = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ChunkAt> eldest) {
            return size() > CHUNKS_KEPT;
        }
    };

    ParquetSource(Path path) throws IOException {
        file = new PagedFile(path);
        try {
            footer = Footer.read(file);
            schema = new ParquetSchema(footer.schema());
            if (footer.rows() != footer.meta().getNum_rows()) {
                oddity("rows", Texts.get("dataset.parquet.rows", path, footer.meta().getNum_rows(),
                        footer.rows()));
            }
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    PagedFile file() {
        return file;
    }

    Footer footer() {
        return footer;
    }

    ParquetSchema schema() {
        return schema;
    }

    Oddities oddities() {
        return oddities;
    }

    ChunkAt chunk(int group, int leaf) {
        synchronized (chunks) {
            return chunks.computeIfAbsent((long) group << 32 | leaf, any -> new ChunkAt(this, group, leaf));
        }
    }

    /// What of the file is encrypted; looked for when somebody asks.
    synchronized Encrypted encrypted() {
        Encrypted known = encrypted;
        if (known == null) {
            known = new Encrypted(file.path(), schema, footer);
            encrypted = known;
        }
        return known;
    }

    void touched(int column) {
        synchronized (columnsRead) {
            columnsRead.set(column);
        }
    }

    int columnsTouched() {
        synchronized (columnsRead) {
            return columnsRead.cardinality();
        }
    }

    void oddity(String kind, String sentence) {
        oddities.add(kind, -1, () -> sentence);
    }

    /// One that is told once, however often it is met.
    synchronized void oddOnce(String kind, String sentence) {
        if (oddities.list().stream().noneMatch(known -> known.kind().equals(kind))) {
            oddity(kind, sentence);
        }
    }

    void checked() {
        pagesChecked.incrementAndGet();
    }

    void unchecked() {
        pagesUnchecked.incrementAndGet();
    }

    long pagesChecked() {
        return pagesChecked.get();
    }

    long pagesUnchecked() {
        return pagesUnchecked.get();
    }

    @Override
    public void close() {
        file.close();
    }
}

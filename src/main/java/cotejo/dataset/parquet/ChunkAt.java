package cotejo.dataset.parquet;

import cotejo.dataset.UnreadableData;
import cotejo.dataset.Vector;
import cotejo.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// One column chunk: where it lies, and what was learnt of it on the way, such as where its pages begin. Safe from any
/// thread.
// Getters of the footer's own format are marked nullable, required fields too. What a damaged file leaves out is caught
// where it is read, and told in a sentence.
@SuppressWarnings("NullAway")
final class ChunkAt {

    private static final int UNCOUNTED = 100;

    private final ParquetSource source;
    private final int group;
    private final int leaf;
    private final ColumnChunk raw;
    private final Physical physical;
    private SoftReference<Vector> dictionary = new SoftReference<>(null);
    private long[] offsets = new long[0];
    private long[] firstRows = new long[0];
    private int pages;
    private long walkedTo;
    private long walkedRows;
    private boolean indexTried;
    private boolean complete;
    private volatile boolean audited;

    ChunkAt(ParquetSource source, int group, int leaf) {
        this.source = source;
        this.group = group;
        this.leaf = leaf;
        this.raw = source.footer().meta().getRow_groups().get(group).getColumns().get(leaf);
        this.physical = Physical.of(source.schema().leaf(leaf), source.schema().type(leaf));
    }

    /// What the footer says of it.
    ///
    /// @throws UnreadableData when it is encrypted
    ColumnMetaData meta() throws IOException {
        ColumnMetaData meta = raw.getMeta_data();
        if (meta == null || Encrypted.is(raw)) {
            throw source.encrypted().sentence(List.of(leaf));
        }
        return meta;
    }

    Physical physical() {
        return physical;
    }

    int maxRep() {
        return source.schema().leaf(leaf).getMaxRepetitionLevel();
    }

    int maxDef() {
        return source.schema().leaf(leaf).getMaxDefinitionLevel();
    }

    long rows() {
        return source.footer().meta().getRow_groups().get(group).getNum_rows();
    }

    long start() throws IOException {
        return Footer.start(meta());
    }

    long end() throws IOException {
        return start() + meta().getTotal_compressed_size();
    }

    /// How far the last page may reach beyond the end: early writers left the header of the dictionary out when they
    /// counted a chunk's bytes (PARQUET-816).
    long slack() throws IOException {
        return Math.clamp(source.file().size() - end(), 0, UNCOUNTED);
    }

    private String name() {
        return String.join(".", source.schema().leaf(leaf).getPath());
    }

    /// The sentence for damage: it names file, column and row group.
    UnreadableData broken(String why) {
        return new UnreadableData(Texts.get("dataset.parquet.broken", source.file().path(), name(), group + 1, why));
    }

    synchronized @Nullable Vector dictionary() {
        return dictionary.get();
    }

    synchronized void keepDictionary(Vector read, int bytes) {
        dictionary = new SoftReference<>(read);
    }

    /// Holds the headers of all pages to the footer, once.
    void audit(ChunkPages pages) throws IOException {
        if (!audited) {
            pages.audit();
            audited = true;
        }
    }

    /// The page a row of the row group is in, as its offset and first row; the first one found that may hold it.
    record Place(long offset, long firstRow) {
    }

    /// Where to begin reading for a row of this row group: at its page by the offset index or by page headers, else at
    /// the beginning.
    synchronized Place place(long row) throws IOException {
        readIndex();
        if (!complete && row > 0) {
            walk(row);
        }
        int at = Arrays.binarySearch(firstRows, 0, pages, row);
        int page = at >= 0 ? at : -at - 2;
        return page < 0 ? new Place(start(), 0) : new Place(offsets[page], firstRows[page]);
    }

    private void add(long offset, long firstRow) {
        if (pages == offsets.length) {
            offsets = Arrays.copyOf(offsets, Math.max(16, pages * 2));
            firstRows = Arrays.copyOf(firstRows, Math.max(16, pages * 2));
        }
        offsets[pages] = offset;
        firstRows[pages++] = firstRow;
    }

    private void readIndex() throws IOException {
        if (indexTried) {
            return;
        }
        indexTried = true;
        int length = raw.getOffset_index_length();
        if (!raw.isSetOffset_index_offset() || length <= 0 || length > Limits.PAGE_HEADER_BYTES) {
            return;
        }
        try {
            OffsetIndex index = Util.readOffsetIndex(new ByteArrayInputStream(
                    source.file().read(raw.getOffset_index_offset(), length)));
            long lastRow = -1;
            for (PageLocation page : index.getPage_locations()) {
                if (page.getFirst_row_index() <= lastRow || page.getFirst_row_index() >= Math.max(1, rows())
                        || page.getOffset() < start() || page.getOffset() >= end()) {
                    throw new IOException("page at " + page.getOffset());
                }
                lastRow = page.getFirst_row_index();
                add(page.getOffset(), lastRow);
            }
            complete = pages > 0 && firstRows[0] == 0;
        } catch (IOException | RuntimeException unusable) {
            source.oddity("index", Texts.get("dataset.parquet.index", source.file().path(), name(), group + 1));
        }
        if (!complete) {
            pages = 0;
        }
    }

    /// Follows page headers up to the page of a row; only where headers say how many rows a page has.
    private void walk(long row) throws IOException {
        ChunkPages reader = new ChunkPages(source, this);
        if (walkedTo > 0) {
            reader.seek(walkedTo);
        }
        while (walkedRows <= row) {
            ChunkPages.Header header = reader.nextHeader();
            if (header == null) {
                complete = true;
                return;
            }
            long rows = maxRep() == 0 ? Page.values(header.page())
                    : header.page().isSetData_page_header_v2() ? header.page().getData_page_header_v2().getNum_rows()
                    : -1;
            if (rows < 0) {
                complete = true;
                pages = 0;
                return;
            }
            long before = reader.headerStart();
            add(before, walkedRows);
            walkedRows += rows;
            walkedTo = header.next();
        }
    }
}

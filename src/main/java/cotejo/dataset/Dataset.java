package cotejo.dataset;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An open table in a file or in a folder of part files. Columns are numbered in the order of [#columns()], rows
/// from 0. All methods are safe from any thread, none keeps more than a window in memory, and whatever the file holds
/// they end with an [UnreadableData] whose sentence names the file, and the column and row group where that is known.
public interface Dataset extends AutoCloseable {

    /// What was opened.
    Path file();

    /// The id of the format, such as `parquet` or `csv`.
    String format();

    /// The columns, nested ones as one each.
    List<Field> columns();

    /// How many rows there are, as far as it is known now.
    RowCount rowCount();

    /// Waits until the rows are counted.
    ///
    /// @return the number of rows
    long countRows(Cancel cancel) throws IOException;

    /// The rows from `first` on, at most `count`, fewer at the end. Only the named columns are read where the format
    /// allows that.
    Rows rows(long first, int count, int[] columns, Cancel cancel) throws IOException;

    /// Single rows in the order they are asked for.
    Rows pick(long[] rows, int[] columns, Cancel cancel) throws IOException;

    /// The stretches of rows that can be scanned apart from each other, in order; together all rows.
    List<RowRange> parts(Cancel cancel) throws IOException;

    /// Streams some leaves of a stretch of rows to a sink, batch by batch, in order. Different stretches may be
    /// scanned at the same time.
    void scan(RowRange range, List<Leaf> leaves, BatchSink sink, Cancel cancel) throws IOException;

    /// Whether one column can be read without the others.
    default Layout layout() {
        return Layout.ROWS;
    }

    /// How the file is laid out.
    enum Layout {
        /// A column can be read alone.
        COLUMNS,
        /// Whoever reads one column reads them all.
        ROWS
    }

    /// What has been read since it was opened.
    Reading reading();

    /// Every file it is in, as each was when it was opened.
    List<FileStamp> stamps();

    /// What was odd so far: each kind counted, with the first place it was met at.
    List<Oddity> oddities();

    /// What the file says of itself: structure, sizes, metadata.
    FileFacts facts(Cancel cancel) throws IOException;

    /// What the file's own statistics say of a leaf, without reading data.
    KnownFacts known(Leaf leaf);

    /// Calls back when the row count, the reading or the oddities have changed on their own, from any thread.
    void onChange(Runnable listener);

    @Override
    void close();
}

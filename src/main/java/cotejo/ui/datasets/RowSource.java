package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Rows;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.view.DataView;
import cotejo.text.Figures;
import cotejo.ui.grid.GridSource;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rows of an open dataset for a grid: blocks of rows and columns are read when they come into sight and kept while
/// there is room, so that a table of any size needs the memory of a window.
final class RowSource implements GridSource {

    private static final int ROWS = 128;
    /// Columns that are read together: a few of many where they lie apart, all of a text file.
    private static final int COLUMNS = 32;
    private static final int KEPT = 600;

    private record Block(long page, int group) {
    }

    private final List<Field> fields;
    private final List<Head> heads = new ArrayList<>();
    private final Latest latest;
    private final Executor front;
    private final Runnable arrived;
    private final Consumer<Throwable> failed;
    private final DataView view;
    private final Map<Block, List<List<Value>>> blocks = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Block, List<List<Value>>> eldest) {
            return size() > KEPT;
        }
    };
    private Set<Block> asked = Set.of();

    /// @param view    the rows to show, in their order
    /// @param arrived called on the front when cells have come
    /// @param failed  told what could not be read, on the front
    RowSource(Dataset dataset, DataView view, Executor background, Executor front, Runnable arrived,
            Consumer<Throwable> failed) {
        this.view = view;
        this.fields = dataset.columns();
        this.front = front;
        this.arrived = arrived;
        this.failed = failed;
        this.latest = new Latest(background, front);
        for (Field field : fields) {
            heads.add(new Head(field.name(), field.type().label(), CellText.align(field.type()),
                    CellText.width(field.name(), field.type())));
        }
    }

    @Override
    public long rows() {
        return view.rows();
    }

    @Override
    public int columns() {
        return heads.size();
    }

    @Override
    public Head head(int column) {
        return heads.get(column);
    }

    @Override
    public String label(long row) {
        return Figures.count(fileRow(row) + 1);
    }

    /// Rows are named by their number in the file, whatever is left of it.
    @Override
    public String widest() {
        return Figures.count(Math.max(1, view.total()));
    }

    /// The number of a row in the file, from 0.
    long fileRow(long row) {
        return row < 0 || row >= view.rows() ? row : view.rowNumber(row);
    }

    @Override
    public @Nullable Cell cell(long row, int column) {
        Value value = value(row, column);
        return value == null ? null : CellText.of(value, fields.get(column).type());
    }

    /// The value of a cell, or null while it is not read.
    @Nullable Value value(long row, int column) {
        List<List<Value>> block = blocks.get(new Block(row / ROWS, column / COLUMNS));
        int line = (int) (row % ROWS);
        return block == null || line >= block.size() ? null : block.get(line).get(column % COLUMNS);
    }

    @Override
    public void seen(long first, long end, List<Integer> columns) {
        Set<Block> wanted = new LinkedHashSet<>();
        for (long page = first / ROWS; page * ROWS < end; page++) {
            for (int column : columns) {
                wanted.add(new Block(page, column / COLUMNS));
            }
        }
        wanted.removeIf(block -> complete(block, end));
        if (wanted.isEmpty() || asked.containsAll(wanted)) {
            return;
        }
        asked = Set.copyOf(wanted);
        latest.submit(cancel -> {
            for (Block block : wanted) {
                List<List<Value>> cells = readable(block, cancel);
                front.execute(() -> {
                    blocks.put(block, cells);
                    arrived.run();
                });
            }
            return true;
        }, done -> asked = Set.of(), failure -> {
            asked = Set.of();
            failed.accept(failure);
        });
    }

    /// Whether a block is there and has the rows up to `end`; the last one grows while rows are counted.
    private boolean complete(Block block, long end) {
        List<List<Value>> known = blocks.get(block);
        return known != null && (known.size() == ROWS || block.page() * ROWS + known.size() >= Math.min(end, rows()));
    }

    /// A block that cannot be read is there all the same, and each of its cells says why.
    private List<List<Value>> readable(Block block, Cancel cancel) throws IOException {
        try {
            return read(block, cancel);
        } catch (UnreadableData broken) {
            front.execute(() -> failed.accept(broken));
            List<Value> line = Collections.nCopies(COLUMNS, new Value.Unreadable(String.valueOf(broken.getMessage())));
            return Collections.nCopies((int) Math.clamp(rows() - block.page() * ROWS, 0, ROWS), line);
        }
    }

    private List<List<Value>> read(Block block, Cancel cancel) throws IOException {
        long first = block.page() * ROWS;
        int from = block.group() * COLUMNS;
        int[] columns = new int[Math.min(COLUMNS, heads.size() - from)];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = from + i;
        }
        return read(first, ROWS, columns, cancel).cells();
    }

    /// Reads some rows as they are shown, from any thread but the window's.
    Rows read(long first, int count, int[] columns, Cancel cancel) throws IOException {
        return view.rows(first, count, columns, cancel);
    }

    /// Ends reading.
    void close() {
        latest.cancel();
    }
}

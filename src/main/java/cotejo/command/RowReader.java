package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Rows;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.view.DataView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a stretch of rows window by window. The first window is read before anything is printed, so that a file of
/// which nothing can be read leaves nothing behind; where a later one breaks off, what came before it counts.
final class RowReader {

    private static final int WINDOW = 1000;
    /// Cells of a window: each costs a look into the file, so that later ones are longer.
    private static final int CELLS = 1 << 19;
    /// Characters of a window from which on windows grow no more.
    private static final long MOST_TEXT = 4L << 20;

    private final DataView view;
    private final int[] columns;
    private final long from;
    private final long to;
    private final Session session;
    private long at;
    private int window = WINDOW;
    private List<List<Value>> read = List.of();
    private @Nullable UnreadableData broken;

    /// What is done with each row.
    interface RowSink {
        void row(List<Value> row) throws IOException;
    }

    RowReader(DataView view, int[] columns, long from, long to, Session session) {
        this.view = view;
        this.columns = columns;
        this.from = from;
        this.to = to;
        this.session = session;
        this.at = from;
    }

    long from() {
        return from;
    }

    /// What broke the rows off.
    Optional<UnreadableData> broken() {
        return Optional.ofNullable(broken);
    }

    /// Reads the next window; there is none when it stays empty.
    void more() throws IOException {
        int count = (int) Math.min(window, to - at);
        Rows rows = count == 0 ? new Rows(at, columns, List.of()) : view.rows(at, count, columns, session.cancel());
        read = rows.cells();
        at += read.size();
        window = Math.max(WINDOW, Math.min(small() ? window * 2 : window / 2, CELLS / Math.max(1, columns.length)));
    }

    /// Whether the rows just read take so little that twice as many can be had at once.
    private boolean small() {
        long room = 0;
        for (List<Value> row : read) {
            for (Value value : row) {
                room += switch (value) {
                    case Value.Text text -> text.text().length();
                    case Value.Binary _, Value.Items _, Value.Pairs _, Value.Struct _ -> CELLS;
                    default -> 0;
                };
            }
        }
        return room < MOST_TEXT;
    }

    void each(RowSink sink) throws IOException {
        while (!read.isEmpty()) {
            for (List<Value> row : read) {
                sink.row(row);
            }
            try {
                more();
            } catch (UnreadableData said) {
                broken = said;
                return;
            }
        }
    }

    /// All rows of the file, as far as it can be read.
    long count(Dataset dataset) throws IOException {
        try {
            return dataset.countRows(session.cancel());
        } catch (UnreadableData said) {
            broken = broken == null ? said : broken;
            return dataset.rowCount().rows();
        }
    }

    /// How the command ends: rows that broke off are a problem of the input, and told.
    int end(int exit, Dataset dataset) {
        if (broken == null) {
            return exit;
        }
        String sentence = String.valueOf(broken.getMessage());
        if (dataset.oddities().stream().noneMatch(oddity -> oddity.message().equals(sentence))) {
            Program.complain(session.err(), sentence);
        }
        return Exit.PROBLEMS;
    }
}

package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.FileFacts;
import cotejo.dataset.Reading;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import cotejo.dataset.view.DataView;
import cotejo.model.Problem;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import cotejo.work.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// One file that is looked at. Used on the FX thread; reads elsewhere. Close it when another takes its place.
final class OpenDataset implements AutoCloseable {

    /// How far opening has come.
    sealed interface State {

        /// It is being opened.
        record Opening() implements State {
        }

        /// It is open.
        record Open(Dataset dataset, RowSource rows) implements State {
        }

        /// It cannot be shown, and why.
        record Failed(String message) implements State {
        }
    }

    private final Path file;
    private final UiContext context;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Opening());
    private final ReadOnlyObjectWrapper<@Nullable FileFacts> facts = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final Cancel cancel = new Cancel();
    private final Latest factsReader;
    private final Latest reader;
    private long openedIn;
    private boolean closed;
    private boolean telling;

    OpenDataset(Path file, UiContext context) {
        this.file = file;
        this.context = context;
        this.reader = new Latest(context.background(), context.front());
        this.factsReader = new Latest(context.background(), context.front());
    }

    /// Opens the file; [#state] tells how that went.
    void open() {
        long begun = System.nanoTime();
        context.background().execute(() -> {
            try {
                Dataset dataset = Datasets.open(file, cancel);
                long took = System.nanoTime() - begun;
                context.front().execute(() -> opened(dataset, took));
            } catch (CancelledException _) {
                // Another file took its place before this one was open.
            } catch (Exception | StackOverflowError | OutOfMemoryError failure) {
                context.front().execute(() -> state.set(new State.Failed(words(failure))));
            }
        });
    }

    /// Reads a delimited text in another way. The table shown before stays until the new one is there.
    void reread(CsvDialect dialect) {
        if (state.get() instanceof State.Open(Delimited text, RowSource rows)) {
            long begun = System.nanoTime();
            reader.submit(wish -> text.with(dialect, wish), next -> {
                if (closed) {
                    context.background().execute(next::close);
                    return;
                }
                rows.close();
                facts.set(null);
                opened(next, System.nanoTime() - begun);
                context.background().execute(text::close);
            }, failure -> trouble.set(words(failure)));
        }
    }

    private void opened(Dataset dataset, long took) {
        if (closed) {
            context.background().execute(dataset::close);
            return;
        }
        openedIn = took;
        RowSource rows = rows(dataset, DataView.all(dataset));
        dataset.onChange(this::changed);
        state.set(new State.Open(dataset, rows));
        arrived();
    }

    /// Some of its rows in some order, for a grid.
    RowSource rows(Dataset dataset, DataView view) {
        return new RowSource(dataset, view, context.background(), context.front(), this::arrived,
                failure -> trouble.set(words(failure)));
    }

    /// Why something could not be read, in a sentence.
    String words(Throwable failure) {
        if (failure instanceof UnreadableData told && told.getMessage() != null) {
            return told.getMessage();
        }
        LoggerFactory.getLogger(OpenDataset.class).warn("{} could not be read", file, failure);
        return Texts.get("datasets.failed.why", file.toString(), Problem.words(failure));
    }

    /// From any thread; many of these are told as one.
    private synchronized void changed() {
        if (!telling) {
            telling = true;
            context.front().execute(() -> {
                synchronized (this) {
                    telling = false;
                }
                arrived();
            });
        }
    }

    private void arrived() {
        if (state.get() instanceof State.Open(Dataset dataset, RowSource _) && !closed) {
            status.set(read(dataset));
            version.set(version.get() + 1);
        }
    }

    /// Says anew what was read, because something else than rows was.
    void readMore() {
        if (state.get() instanceof State.Open(Dataset dataset, RowSource _) && !closed) {
            status.set(read(dataset));
        }
    }

    /// What had to be read, such as "4 of 1,000 columns, 12 MB of 2.9 GB, 0.2 s".
    private String read(Dataset dataset) {
        Reading reading = dataset.reading();
        List<String> parts = new ArrayList<>();
        parts.add(Texts.get(dataset.rowCount().isWhole() ? "datasets.status.rows" : "datasets.status.counting",
                dataset.rowCount().rows()));
        parts.add(Texts.get("datasets.status.columns", Figures.count(reading.columnsRead()), reading.columns()));
        parts.add(Texts.get("datasets.status.bytes", bytesRead(reading),
                Figures.bytes(reading.fileBytes())));
        parts.add(Texts.get("datasets.status.seconds", String.format(Texts.locale(), "%.2f", openedIn / 1e9)));
        parts.add(Texts.get("datasets.status.reading", String.format(Texts.locale(), "%.2f",
                reading.nanos() / 1e9)));
        return String.join(" · ", parts);
    }

    /// How much of the file was read; what was read again counts once the whole of it was.
    static String bytesRead(Reading... readings) {
        return Figures.bytes(Arrays.stream(readings)
                .mapToLong(reading -> Math.min(reading.bytesRead(), reading.fileBytes())).sum());
    }

    /// Reads what the file says of itself, once.
    void wantFacts() {
        if (facts.get() == null && state.get() instanceof State.Open(Dataset dataset, RowSource _)) {
            factsReader.submit(dataset::facts, facts::set, failure -> trouble.set(words(failure)));
        }
    }

    Path file() {
        return file;
    }

    UiContext context() {
        return context;
    }

    /// The id of its format; empty while it is not open.
    String format() {
        return state.get() instanceof State.Open(Dataset dataset, RowSource _) ? dataset.format() : "";
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable FileFacts> facts() {
        return facts.getReadOnlyProperty();
    }

    /// What was read, in words.
    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /// What could not be read lately, in words; empty when nothing.
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// Changes when cells, counts or oddities have come.
    ReadOnlyLongProperty version() {
        return version.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        cancel.request();
        factsReader.cancel();
        reader.cancel();
        if (state.get() instanceof State.Open(Dataset dataset, RowSource rows)) {
            rows.close();
            context.background().execute(dataset::close);
        }
    }
}

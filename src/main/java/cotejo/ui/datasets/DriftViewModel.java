package cotejo.ui.datasets;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.Reading;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.profile.Drift;
import cotejo.model.Problem;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.LoggerFactory;

/// Two files beside each other: how their schemas differ, and how far each column has moved. Columns are told as they
/// are found, and stopping keeps what was found.
final class DriftViewModel implements AutoCloseable {

    /// How far opening has come.
    sealed interface State {
        /// They are being opened.
        record Opening() implements State {
        }

        /// Both are open.
        record Open(Dataset before, Dataset after, Drift.SchemaDiff schema) implements State {
        }

        /// One of them cannot be shown, and why.
        record Failed(String message) implements State {
        }
    }

    private final Path first;
    private final Path second;
    private final UiContext context;
    private final Latest latest;
    private final List<Dataset> opened = new ArrayList<>();
    private final List<Drift.ColumnDrift> arrived = new ArrayList<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Opening());
    private final ReadOnlyObjectWrapper<List<Drift.ColumnDrift>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(RowsViewModel.IDLE);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final long begun = System.nanoTime();
    private boolean telling;
    private boolean closed;

    DriftViewModel(Path first, Path second, UiContext context) {
        this.first = first;
        this.second = second;
        this.context = context;
        this.latest = new Latest(context.background(), context.front());
    }

    /// Opens both and compares them; [#state] and [#columns] tell how that goes.
    void start() {
        share.set(-1);
        latest.submit(this::work, done -> ended(), failure -> {
            if (state.get() instanceof State.Open) {
                context.notices().problems(words(failure), List.of());
            } else {
                state.set(new State.Failed(words(failure)));
            }
            ended();
        });
    }

    private boolean work(Cancel cancel) throws IOException {
        Dataset before = opened(Datasets.open(first, cancel));
        Dataset after = opened(Datasets.open(second, cancel));
        Drift.SchemaDiff schema = Drift.schema(before.columns(), after.columns());
        context.front().execute(() -> {
            if (!closed) {
                state.set(new State.Open(before, after, schema));
                tell();
            }
        });
        Progress progress = (what, done, total) -> context.front().execute(() -> {
            if (share.get() != RowsViewModel.IDLE && total > 0) {
                share.set((double) done / total);
            }
        });
        Drift.each(before, after, new Take(), progress, cancel);
        return true;
    }

    private Dataset opened(Dataset dataset) {
        synchronized (opened) {
            opened.add(dataset);
        }
        return dataset;
    }

    private void ended() {
        share.set(RowsViewModel.IDLE);
        merge();
    }

    private String words(Throwable failure) {
        if (failure instanceof UnreadableData told && told.getMessage() != null) {
            return told.getMessage();
        }
        LoggerFactory.getLogger(DriftViewModel.class).warn("{} and {} were not compared", first, second, failure);
        return Texts.get("datasets.failed.why", first + ", " + second, Problem.words(failure));
    }

    private final class Take implements Drift.Found {
        @Override
        public void drift(Drift.ColumnDrift drift) {
            synchronized (arrived) {
                arrived.add(drift);
                wake();
            }
        }

        @Override
        public void failed(String name, UnreadableData why) {
            synchronized (arrived) {
                failures.put(name, String.valueOf(why.getMessage()));
                wake();
            }
        }

        /// Many columns are told as one.
        private void wake() {
            if (!telling) {
                telling = true;
                context.front().execute(DriftViewModel.this::merge);
            }
        }
    }

    private void merge() {
        List<Drift.ColumnDrift> all;
        synchronized (arrived) {
            telling = false;
            all = new ArrayList<>(arrived);
        }
        if (!closed) {
            all.sort(Drift.ColumnDrift.MOVED_MOST_FIRST);
            columns.set(List.copyOf(all));
            tell();
        }
    }

    private void tell() {
        if (state.get() instanceof State.Open(Dataset before, Dataset after, Drift.SchemaDiff _)) {
            Reading a = before.reading();
            Reading b = after.reading();
            status.set(String.join(" · ", List.of(
                    Texts.get("datasets.drift.status", columns.get().size()),
                    Texts.get("datasets.status.bytes", OpenDataset.bytesRead(a, b),
                            Figures.bytes(a.fileBytes() + b.fileBytes())),
                    String.format(Texts.locale(), "%.1f s", (System.nanoTime() - begun) / 1e9))));
        }
    }

    /// Gives up comparing; what was found stays.
    void stop() {
        latest.cancel();
        ended();
    }

    /// Where the numbers come from: all rows, or a sample.
    String source() {
        return state.get() instanceof State.Open(Dataset before, Dataset after, Drift.SchemaDiff _)
                && Math.max(before.rowCount().rows(), after.rowCount().rows()) > Drift.SAMPLE
                ? Texts.get("datasets.source.SAMPLE", Figures.count(Drift.SAMPLE)) : Texts.get("datasets.source.SCAN");
    }

    /// Why columns could not be compared, by name.
    Map<String, String> failures() {
        synchronized (arrived) {
            return new LinkedHashMap<>(failures);
        }
    }

    Path first() {
        return first;
    }

    Path second() {
        return second;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// The columns compared so far, those that moved most first.
    ReadOnlyObjectProperty<List<Drift.ColumnDrift>> columns() {
        return columns.getReadOnlyProperty();
    }

    /// How much is done, as [RowsViewModel#share()] says it.
    ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /// What was read, in words.
    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        latest.cancel();
        context.background().execute(() -> {
            synchronized (opened) {
                opened.forEach(Dataset::close);
            }
        });
    }
}

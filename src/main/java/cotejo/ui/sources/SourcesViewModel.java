package cotejo.ui.sources;

import cotejo.importing.Importers;
import cotejo.importing.LastProblems;
import cotejo.importing.RunImporter;
import cotejo.model.Change;
import cotejo.model.Problem;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.UiContext;
import cotejo.work.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The sources of the workspace as they stand, and what can be done with them.
final class SourcesViewModel implements AutoCloseable {

    /// What there is to show.
    enum State {
        LOADING,
        EMPTY,
        FULL,
        FAILED
    }

    private final UiContext context;
    private final Latest loading;
    private final Bag bag = new Bag();
    private final ObservableList<SourceRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private String trouble = "";

    SourcesViewModel(UiContext context) {
        this.context = context;
        this.loading = new Latest(context.background(), context.front());
        bag.add(context.workspace().database().changes().listen(this::changed));
        bag.add(loading::cancel);
        load();
    }

    ObservableList<SourceRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /// Why the sources could not be read, when [State#FAILED].
    String trouble() {
        return trouble;
    }

    private void changed(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Sources || change instanceof Change.Runs || change instanceof Change.Views) {
                load();
                return;
            }
        }
    }

    void load() {
        loading.submit(cancel -> read(), this::show, failure -> {
            trouble = Problem.describe(failure);
            state.set(State.FAILED);
        });
    }

    private List<SourceRow> read() {
        RunFrame frame = context.workspace().catalog().frame();
        Map<Long, Integer> runs = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            runs.merge(frame.run(row).sourceKey(), 1, Integer::sum);
        }
        LastProblems problems = new LastProblems(context.workspace().views());
        List<SourceRow> read = new ArrayList<>();
        for (Source source : context.workspace().sources().all()) {
            read.add(new SourceRow(source, format(source), runs.getOrDefault(source.key(), 0), problems.of(source)));
        }
        return read;
    }

    private static String format(Source source) {
        return Importers.all().stream().filter(importer -> importer.id().equals(source.format()))
                .map(RunImporter::label).findFirst().orElse(source.format());
    }

    private void show(List<SourceRow> read) {
        rows.setAll(read);
        state.set(read.isEmpty() ? State.EMPTY : State.FULL);
        long watched = read.stream().filter(row -> row.source().watched()).count();
        status.set(read.isEmpty() ? "" : watched == 0 ? Texts.get("sources.status", read.size())
                : Texts.get("sources.statusWatched", read.size(), watched));
    }

    /// Turns watching of a source on or off.
    void watch(Source source) {
        change(new Source(source.key(), source.format(), source.path(), source.label(), source.imported(),
                !source.watched(), source.remap()));
    }

    /// Says where a source's artifacts lie now.
    ///
    /// @param folder null for where the source says
    void remap(Source source, @Nullable Path folder) {
        change(new Source(source.key(), source.format(), source.path(), source.label(), source.imported(),
                source.watched(), folder == null ? "" : folder.toString()));
    }

    void rename(Source source, String label) {
        change(new Source(source.key(), source.format(), source.path(), label, source.imported(), source.watched(),
                source.remap()));
    }

    private void change(Source source) {
        context.background().execute(() -> {
            try {
                context.workspace().sources().update(source);
            } catch (RuntimeException failure) {
                context.notices().failed(Texts.get("sources.change.failed", source.label(),
                        Problem.describe(failure)), failure);
            }
        });
    }

    /// Takes a source and its runs out of the workspace.
    void remove(SourceRow row) {
        var _ = context.workspace().tasks().start(Texts.get("sources.remove.task", row.source().label()),
                (progress, cancel) -> {
                    context.workspace().sources().remove(row.source().key());
                    return row;
                }).handle((done, failure) -> {
                    if (failure == null) {
                        context.notices().info(Texts.get("sources.remove.done", row.source().label()));
                    } else {
                        context.notices().failed(Texts.get("sources.change.failed", row.source().label(),
                                Problem.describe(failure)), failure);
                    }
                    return null;
                });
    }

    @Override
    public void close() {
        bag.close();
    }
}

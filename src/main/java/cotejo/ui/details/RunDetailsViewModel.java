package cotejo.ui.details;

import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.ui.UiContext;
import cotejo.work.Latest;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the details of the selected run show. Works out its rows in the background and keeps up with the catalog.
public final class RunDetailsViewModel implements AutoCloseable {

    private record Shown(Optional<Run> run, List<DetailRow> rows) {
    }

    private final UiContext context;
    private final Latest latest;
    private final AutoCloseable following;
    private final ObservableList<DetailRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Run>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty search = new SimpleStringProperty("");
    private final Set<Section> closed = EnumSet.of(Section.TAGS);
    private final Set<String> openFolders = new HashSet<>();
    private @Nullable Long key;

    public RunDetailsViewModel(UiContext context) {
        this.context = context;
        this.latest = new Latest(context.background(), context.front());
        this.following = context.workspace().catalog().listen(frame -> context.front().execute(this::rebuild));
        search.subscribe(text -> rebuild());
    }

    /// Shows a run, or nothing.
    public void show(@Nullable Long runKey) {
        if (runKey == null ? key != null : !runKey.equals(key)) {
            openFolders.clear();
        }
        key = runKey;
        rebuild();
    }

    ObservableList<DetailRow> rows() {
        return rows;
    }

    /// The run shown; empty while nothing is selected, or when the run has gone.
    public ReadOnlyObjectProperty<Optional<Run>> run() {
        return run.getReadOnlyProperty();
    }

    StringProperty search() {
        return search;
    }

    void toggle(Section section) {
        if (!closed.remove(section)) {
            closed.add(section);
        }
        rebuild();
    }

    void toggleFolder(String path) {
        if (!openFolders.remove(path)) {
            openFolders.add(path);
        }
        rebuild();
    }

    private void rebuild() {
        Long wanted = key;
        if (wanted == null) {
            latest.cancel();
            run.set(Optional.empty());
            rows.clear();
            return;
        }
        String text = search.get();
        Set<Section> folded = EnumSet.copyOf(closed.isEmpty() ? EnumSet.noneOf(Section.class) : closed);
        Set<String> folders = Set.copyOf(openFolders);
        latest.submit(cancel -> {
            RunFrame frame = context.workspace().catalog().frame();
            int row = frame.row(wanted);
            if (row < 0) {
                return new Shown(Optional.empty(), List.of());
            }
            List<DetailRow> artifacts = Artifacts.rows(context.workspace(), frame, row,
                    text.isBlank() ? folders::contains : any -> true, cancel);
            cancel.check();
            return new Shown(Optional.of(frame.run(row)),
                    new DetailRows(frame, row, text, folded, artifacts).build());
        }, shown -> {
            run.set(shown.run());
            change(shown.rows());
        }, failure -> context.notices().failed(cotejo.text.Texts.get("details.failed"), failure));
    }

    /// Only what differs is replaced, so that the list stays where it was scrolled to when a folder is opened.
    private void change(List<DetailRow> next) {
        int same = 0;
        int shorter = Math.min(rows.size(), next.size());
        while (same < shorter && rows.get(same).equals(next.get(same))) {
            same++;
        }
        int end = 0;
        while (end < shorter - same && rows.get(rows.size() - 1 - end).equals(next.get(next.size() - 1 - end))) {
            end++;
        }
        int replaced = Math.min(rows.size(), next.size()) - end;
        for (int at = same; at < replaced; at++) {
            rows.set(at, next.get(at));
        }
        if (rows.size() - end > replaced) {
            rows.remove(replaced, rows.size() - end);
        } else if (next.size() - end > replaced) {
            rows.addAll(replaced, next.subList(replaced, next.size() - end));
        }
    }

    @Override
    public void close() {
        latest.cancel();
        try {
            following.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

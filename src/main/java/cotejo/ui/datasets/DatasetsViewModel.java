package cotejo.ui.datasets;

import cotejo.model.DatasetRef;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.work.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The datasets there are, and the one that is looked at.
final class DatasetsViewModel implements AutoCloseable {

    /// Files opened by hand that the list keeps.
    private static final int RECENT = 20;

    private final UiContext context;
    private final Latest latest;
    private final AutoCloseable subscription;
    private final List<Path> opened = new ArrayList<>();
    private List<KnownDataset> known = List.of();
    private final ReadOnlyObjectWrapper<List<KnownDataset>> list = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable OpenDataset> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable KnownDataset> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DriftViewModel> pair = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private @Nullable Path before;
    private boolean loaded;
    private Runnable whenLoaded = () -> { };

    DatasetsViewModel(UiContext context) {
        this.context = context;
        this.latest = new Latest(context.background(), context.front());
        Consumer<RunFrame> changed = frame -> context.front().execute(this::load);
        this.subscription = context.workspace().catalog().listen(changed);
    }

    /// Looks which datasets the runs read, and where they lie.
    void load() {
        latest.submit(cancel -> KnownDataset.of(context.workspace().catalog().frame(),
                context.workspace().sources().all()), found -> {
                    known = found;
                    loaded = true;
                    fill();
                    Runnable then = whenLoaded;
                    whenLoaded = () -> { };
                    then.run();
                }, failure -> context.notices().failed(Texts.get("datasets.list.failed"), failure));
    }

    private void fill() {
        List<KnownDataset> lines = new ArrayList<>();
        for (Path file : opened) {
            if (known.stream().noneMatch(line -> file.equals(line.file()))) {
                lines.add(KnownDataset.ofFile(file));
            }
        }
        lines.addAll(known);
        list.set(List.copyOf(lines));
        if (current.get() == null) {
            status.set(Texts.get("datasets.status.list", known.size()));
        }
    }

    /// Opens a file, which joins the list when no run refers to it.
    void open(Path file) {
        Path path = joined(file);
        OpenDataset last = current.get();
        before = last == null || path.equals(last.file()) ? null : last.file();
        list.get().stream().filter(line -> path.equals(line.file())).findFirst().ifPresent(this::choose);
        before = null;
    }

    /// While a file is being opened in place of another one: that one.
    @Nullable Path before() {
        return before;
    }

    private Path joined(Path file) {
        Path path = file.toAbsolutePath().normalize();
        opened.remove(path);
        opened.addFirst(path);
        if (opened.size() > RECENT) {
            opened.removeLast();
        }
        fill();
        return path;
    }

    /// Shows a line of the list; one whose file cannot be found shows what is known of it.
    void choose(KnownDataset line) {
        if (line.equals(chosen.get()) && pair.get() == null) {
            return;
        }
        endComparison();
        leave();
        chosen.set(line);
        Path file = line.file();
        if (file == null) {
            status.set(Texts.get("datasets.status.missing", line.name()));
            return;
        }
        // What was said of the one before is not true of this one, above all when it cannot be opened.
        status.set("");
        OpenDataset next = new OpenDataset(file, context);
        next.status().addListener((property, before, now) -> status.set(now));
        current.set(next);
        next.open();
    }

    /// Puts two files beside each other, instead of the one that is looked at.
    void compare(Path before, Path after) {
        endComparison();
        DriftViewModel next = new DriftViewModel(before, after, context);
        next.status().addListener((property, old, now) -> status.set(now));
        pair.set(next);
        next.start();
    }

    /// Shows a dataset that runs read, as soon as those are looked through.
    void show(DatasetRef dataset) {
        onceLoaded(() -> of(dataset).ifPresent(this::choose));
    }

    /// Puts two datasets that runs read beside each other, or says which of them is not here.
    void compare(DatasetRef first, DatasetRef second) {
        onceLoaded(() -> {
            Optional<Path> one = of(first).map(KnownDataset::file);
            Optional<Path> other = of(second).map(KnownDataset::file);
            if (one.isPresent() && other.isPresent()) {
                compare(one.get(), other.get());
            } else {
                of(one.isEmpty() ? first : second).ifPresent(this::choose);
            }
        });
    }

    private void onceLoaded(Runnable then) {
        if (loaded) {
            then.run();
        } else {
            whenLoaded = then;
        }
    }

    private Optional<KnownDataset> of(DatasetRef dataset) {
        return known.stream().filter(line -> dataset.equals(line.dataset())).findFirst();
    }

    /// Puts another file beside the one that is open; it joins the list.
    void compareWith(Path other) {
        OpenDataset open = current.get();
        if (open != null) {
            Path path = joined(other);
            compare(open.file(), path);
        }
    }

    /// Shows again what was looked at before.
    void endComparison() {
        DriftViewModel last = pair.get();
        if (last != null) {
            pair.set(null);
            last.close();
        }
    }

    private void leave() {
        OpenDataset last = current.get();
        current.set(null);
        if (last != null) {
            last.close();
        }
    }

    UiContext context() {
        return context;
    }

    /// Whether the runs have been looked through.
    boolean loaded() {
        return loaded;
    }

    ReadOnlyObjectProperty<List<KnownDataset>> list() {
        return list.getReadOnlyProperty();
    }

    /// The file that is open, or null.
    ReadOnlyObjectProperty<@Nullable OpenDataset> current() {
        return current.getReadOnlyProperty();
    }

    /// The two files that are compared, or null.
    ReadOnlyObjectProperty<@Nullable DriftViewModel> pair() {
        return pair.getReadOnlyProperty();
    }

    /// The line that is chosen, or null.
    ReadOnlyObjectProperty<@Nullable KnownDataset> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public void close() {
        latest.cancel();
        endComparison();
        leave();
        try {
            subscription.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

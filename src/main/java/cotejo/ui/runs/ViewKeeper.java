package cotejo.ui.runs;

import cotejo.store.ViewStore;
import cotejo.text.Texts;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps views with the workspace: one per scope that saves itself, and those that were given a name. Writing happens
/// behind the window, in order, the newest of several.
final class ViewKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(ViewKeeper.class);
    private static final String BY_ITSELF = "";
    private static final String HISTORY = "runs-filters";

    private record Place(String scope, String name) {
    }

    private final UiContext context;
    private final Map<Place, Optional<String>> waiting = new LinkedHashMap<>();
    private boolean writing;

    ViewKeeper(UiContext context) {
        this.context = context;
    }

    private ViewStore store() {
        return context.workspace().views();
    }

    /// The named views are shared by all experiments: a view is a way of looking.
    private static final String NAMED = "runs";

    void autosave(Scope scope, TableState state) {
        put(new Place(scope.key(), BY_ITSELF), Optional.of(TableStateJson.write(state)));
    }

    void save(String name, TableState state) {
        put(new Place(NAMED, name), Optional.of(TableStateJson.write(state)));
    }

    /// Deletes a named view, to be had back by undo: under another name when its own was taken meanwhile.
    void delete(String name, TableState view) {
        AtomicReference<CompletableFuture<String>> at =
                new AtomicReference<>(CompletableFuture.completedFuture(name));
        did("runs.did.view.delete", name, () -> at.set(giveBack(name, view)), () -> {
            var _ = at.get().thenAccept(this::remove);
        });
    }

    /// Keeps a view under its name, or under one that is free, which is told.
    private CompletableFuture<String> giveBack(String name, TableState view) {
        return CompletableFuture.supplyAsync(() -> {
            String free = name;
            for (int number = 2; taken(free); number++) {
                free = name + " (" + number + ")";
            }
            save(free, view);
            return free;
        }, context.background()).thenApplyAsync(free -> {
            if (!free.equals(name)) {
                context.notices().info(Texts.get("runs.views.backAs", name, free));
            }
            return free;
        }, context.front());
    }

    /// Whether there is a view of this name; what is waiting to be written counts.
    private boolean taken(String name) {
        synchronized (this) {
            Optional<String> unwritten = waiting.get(new Place(NAMED, name));
            if (unwritten != null) {
                return unwritten.isPresent();
            }
        }
        return store().get(NAMED, name).isPresent();
    }

    /// Lets a named view keep another look, the old one to be had back by undo.
    void replace(String name, TableState view, TableState by) {
        did("runs.did.view.replace", name, () -> save(name, view), () -> save(name, by));
    }

    // texts: runs.did.view.delete runs.did.view.replace
    private void did(String key, String name, Runnable back, Runnable deed) {
        deed.run();
        String text = Texts.get(key, name);
        context.undo().did(new UndoStack.Deed(text, back, deed));
        context.notices().undoable(text);
    }

    private void remove(String name) {
        put(new Place(NAMED, name), Optional.empty());
    }

    void rename(String from, String to) {
        if (from.equals(to)) {
            return;
        }
        context.background().execute(() -> store().get(NAMED, from).ifPresent(json -> {
            put(new Place(NAMED, to), Optional.of(json));
            put(new Place(NAMED, from), Optional.empty());
        }));
    }

    private void put(Place place, Optional<String> json) {
        synchronized (this) {
            waiting.remove(place);
            waiting.put(place, json);
            if (writing) {
                return;
            }
            writing = true;
        }
        context.background().execute(this::write);
    }

    private void write() {
        while (true) {
            List<Map.Entry<Place, Optional<String>>> batch;
            synchronized (this) {
                batch = new ArrayList<>(waiting.entrySet());
                waiting.clear();
                if (batch.isEmpty()) {
                    writing = false;
                    return;
                }
            }
            for (Map.Entry<Place, Optional<String>> one : batch) {
                write(one.getKey(), one.getValue());
            }
        }
    }

    private void write(Place place, Optional<String> json) {
        try {
            if (json.isPresent()) {
                store().put(place.scope(), place.name(), json.get());
            } else {
                store().remove(place.scope(), place.name());
            }
        } catch (RuntimeException failure) {
            LOG.warn("The view of {} could not be kept", place, failure);
        }
    }

    /// The state in which a scope was left; what is waiting to be written counts.
    Optional<TableState> load(Scope scope) {
        synchronized (this) {
            Optional<String> unwritten = waiting.get(new Place(scope.key(), BY_ITSELF));
            if (unwritten != null && unwritten.isPresent()) {
                return unwritten.map(TableStateJson::read);
            }
        }
        return store().get(scope.key(), BY_ITSELF).map(TableStateJson::read);
    }

    /// The named views, told on the front thread.
    void names(Consumer<Map<String, TableState>> then) {
        context.background().execute(() -> {
            Map<String, TableState> views = new LinkedHashMap<>();
            store().all(NAMED).forEach((name, json) -> views.put(name, TableStateJson.read(json)));
            context.front().execute(() -> then.accept(views));
        });
    }

    void history(List<String> filters) {
        put(new Place(HISTORY, BY_ITSELF), Optional.of(String.join("\n", filters)));
    }

    List<String> history() {
        return store().get(HISTORY, BY_ITSELF).map(text -> text.lines().toList()).orElse(List.of());
    }
}

package cotejo.ui.models;

import cotejo.model.Change;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.Problem;
import cotejo.model.RegistryEvent;
import cotejo.registry.Promotions;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import cotejo.ui.Bag;
import cotejo.ui.UiContext;
import cotejo.ui.UndoStack;
import cotejo.work.Cancel;
import cotejo.work.Latest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The registry as the panel shows it, and what a person does with it.
final class ModelsViewModel implements AutoCloseable {

    /// What there is to show.
    enum State {
        LOADING, EMPTY, FULL, FAILED
    }

    /// Which way it is shown.
    enum Mode {
        BOARD, TABLE, HISTORY
    }

    /// What was read.
    ///
    /// @param trash what lies in the trash, latest first
    /// @param cards all versions that are not in the trash, put together on the thread that reads
    record Content(List<ModelCard> models, List<String> stages, List<Trashed> trash, Pile cards) {
        static final Content NONE = new Content(List.of(), List.of(), List.of(), Pile.of(List.of()));

        static Content read(Registry registry) {
            List<ModelCard> all = registry.all();
            List<ModelCard> models = all.stream().filter(model -> model.deleted() == 0).toList();
            return new Content(models, registry.stages(), Trashed.of(all), Pile.of(models));
        }
    }

    /// Work with the registry on another thread.
    interface Work {
        void on(Registry registry) throws Exception;
    }

    /// A model that gets another name, which is what models are known by.
    private record Renaming(ModelId from, ModelId to) {
    }

    private final UiContext context;
    private final Latest loading;
    private final Latest asking;
    private final Bag bag = new Bag();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(Content.NONE);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.BOARD);
    private final ObjectProperty<@Nullable ModelId> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Card> open = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private String trouble = "";
    private @Nullable Renaming renaming;

    ModelsViewModel(UiContext context) {
        this.context = context;
        this.loading = new Latest(context.background(), context.front());
        this.asking = new Latest(context.background(), context.front());
        bag.add(context.workspace().database().changes().listen(changes -> {
            if (changes.stream().anyMatch(c -> c instanceof Change.Models || c instanceof Change.Sources)) {
                load();
            }
        }));
        bag.add(loading::cancel);
        bag.add(asking::cancel);
        bag.listen(selected, (value, before, now) -> tell());
        bag.listen(search, (value, before, now) -> tell());
        load();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Content> content() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    ObjectProperty<Mode> mode() {
        return mode;
    }

    /// The model that is looked at; null for all.
    ObjectProperty<@Nullable ModelId> selected() {
        return selected;
    }

    /// The version whose page is shown; null for none.
    ObjectProperty<@Nullable Card> open() {
        return open;
    }

    StringProperty search() {
        return search;
    }

    String trouble() {
        return trouble;
    }

    Registry registry() {
        return context.workspace().models();
    }

    UiContext context() {
        return context;
    }

    void load() {
        loading.submit(cancel -> Content.read(registry()), this::show, failure -> {
            trouble = Problem.describe(failure);
            state.set(State.FAILED);
        });
    }

    private void show(Content read) {
        content.set(read);
        state.set(read.models().isEmpty() ? State.EMPTY : State.FULL);
        selected.set(Optional.ofNullable(selected.get()).flatMap(id -> model(now(id))).map(ModelCard::id)
                .orElse(null));
        Card page = open.get();
        if (page != null) {
            open.set(card(now(page.model().id()), page.version().version()).orElse(null));
        }
        tell();
    }

    /// What a model is known by since it was renamed here.
    private ModelId now(ModelId id) {
        Renaming last = renaming;
        return last != null && last.from().equals(id) && model(id).isEmpty() ? last.to() : id;
    }

    private void tell() {
        List<ModelCard> models = shown();
        int versions = pile().cards().size();
        status.set(content.get().models().isEmpty() ? ""
                : Texts.get("models.status", models.size(), versions));
    }

    Optional<Card> card(ModelId id, int version) {
        return model(id).flatMap(model -> model.version(version).map(found -> new Card(model, found)));
    }

    Optional<ModelCard> model(ModelId id) {
        return content.get().models().stream().filter(model -> model.id().equals(id)).findAny();
    }

    /// The models that pass the search: by name, description, tag or alias, or by what a version of theirs says.
    List<ModelCard> found() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return content.get().models().stream().filter(model -> wanted.isEmpty() || matches(model, wanted)).toList();
    }

    private static boolean matches(ModelCard model, String wanted) {
        return (model.name() + "\n" + model.description() + "\n@" + String.join("\n@", model.aliases().keySet())
                + "\n" + model.tags()).toLowerCase(Locale.ROOT).contains(wanted)
                || model.live().stream().anyMatch(version -> (version.description() + "\n" + version.tags())
                        .toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// The models whose versions are shown: the selected one, else all that pass the search.
    List<ModelCard> shown() {
        ModelId only = selected.get();
        return only == null ? found() : content.get().models().stream().filter(m -> m.id().equals(only)).toList();
    }

    /// The versions shown.
    Pile pile() {
        List<ModelCard> shown = shown();
        return shown.size() == content.get().models().size() ? content.get().cards() : Pile.of(shown);
    }

    /// Does something with the registry; what it refuses is told as a notice.
    void act(Work work) {
        context.background().execute(() -> {
            try {
                work.on(registry());
            } catch (Exception failure) {
                context.front().execute(() -> context.notices().failed(Problem.describe(failure), failure));
            }
        });
    }

    /// Reads something on another thread.
    <T> void read(Latest latest, Function<Registry, T> reading, java.util.function.Consumer<T> then) {
        latest.submit(cancel -> reading.apply(registry()), then,
                failure -> context.notices().failed(Problem.describe(failure), failure));
    }

    /// Reads what a question needs on another thread, and then asks it; a newer question takes its place.
    <T> void ask(Function<Registry, T> reading, java.util.function.Consumer<T> then) {
        read(asking, reading, then);
    }

    /// Takes something out of the trash; undo puts it back.
    void restore(Trashed thing) {
        ModelId id = thing.model().id();
        act(registry -> {
            registry.restore(id, thing.version(), Registry.me());
            context.front().execute(() -> {
                context.undo().did(new UndoStack.Deed(Texts.get("models.restore"),
                        () -> act(r -> r.delete(id, thing.version(), Registry.me())),
                        () -> act(r -> r.restore(id, thing.version(), Registry.me()))));
                context.notices().undoable(Texts.get("models.restored", thing.name()));
            });
        });
    }

    /// Puts a version into the trash, to be taken out again by undo.
    void delete(Card card) {
        ModelId id = card.model().id();
        int version = card.version().version();
        act(registry -> {
            registry.delete(id, version, Registry.me());
            context.front().execute(() -> {
                context.undo().did(new UndoStack.Deed(Texts.get("models.delete"),
                        () -> act(r -> r.restore(id, version, Registry.me())),
                        () -> act(r -> r.delete(id, version, Registry.me()))));
                context.notices().undoable(Texts.get("models.deleted", card.model().name(),
                        Integer.toString(version)));
            });
        });
    }

    /// Puts a model with its versions into the trash, to be taken out again by undo.
    void delete(ModelCard card) {
        ModelId id = card.id();
        act(registry -> {
            registry.delete(id, 0, Registry.me());
            context.front().execute(() -> {
                context.undo().did(new UndoStack.Deed(Texts.get("models.deleteModel"),
                        () -> act(r -> r.restore(id, 0, Registry.me())),
                        () -> act(r -> r.delete(id, 0, Registry.me()))));
                context.notices().undoable(Texts.get("models.deletedModel", card.name()));
            });
        });
    }

    /// Gives a model another name; what is looked at goes on being looked at.
    void rename(ModelCard card, String name) {
        ModelId before = card.id();
        ModelId after = ModelId.here(name);
        if (before.equals(after)) {
            return;
        }
        rename(before, after, () -> {
            context.undo().did(new UndoStack.Deed(Texts.get("models.renaming"),
                    () -> rename(after, before, () -> { }), () -> rename(before, after, () -> { })));
            context.notices().undoable(Texts.get("models.renamed", before.name(), name));
        });
    }

    private void rename(ModelId from, ModelId to, Runnable then) {
        renaming = new Renaming(from, to);
        act(registry -> {
            registry.rename(from, to.name(), Registry.me());
            context.front().execute(then);
        });
    }

    /// Tells that a version moved, with the way back.
    void moved(Promotions.Wish wish) {
        ModelId id = wish.model();
        String text = Texts.get("models.moved", id.name(), Integer.toString(wish.version()), wish.stage());
        context.undo().did(new UndoStack.Deed(Texts.get("models.move"), () -> rollback(id, null),
                () -> act(r -> r.promotions().promote(wish, Cancel.never()))));
        context.notices().undoable(text);
    }

    /// Takes the last move of a model back.
    void rollback(ModelId id, @Nullable Long event) {
        act(registry -> {
            List<RegistryEvent> done = registry.promotions().rollback(id, event, "", Registry.me());
            RegistryEvent back = done.getLast();
            context.front().execute(() -> context.notices().info(Texts.get("models.rolledBack", id.name(),
                    Integer.toString(back.version()), String.valueOf(back.to()))));
        });
    }

    @Override
    public void close() {
        bag.close();
    }
}

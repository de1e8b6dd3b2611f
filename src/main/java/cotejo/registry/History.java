package cotejo.registry;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.RegistryEvent.Move;
import cotejo.store.RegistryBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What happened to models, and how things stood on a day.
public final class History {

    /// The stage of a version at a time.
    ///
    /// @param stage null when it is not known: MLflow keeps no history, and the import saw it only later
    public record Standing(int version, @Nullable String stage) {
    }

    /// A model at a time.
    public record Then(ModelId id, List<Standing> versions, SortedMap<String, Integer> aliases) {

        /// The version's stage; empty when it was not there yet.
        public Optional<Standing> of(int version) {
            return versions.stream().filter(standing -> standing.version() == version).findAny();
        }
    }

    private final RegistryBook book;

    History(RegistryBook book) {
        this.book = book;
    }

    /// The history of a model, oldest first by when things took effect.
    public List<RegistryEvent> of(ModelId id) {
        return inOrder(book.history(book.key(id)));
    }

    /// The history of all models, oldest first by when things took effect.
    public List<RegistryEvent> all() {
        return inOrder(book.history());
    }

    /// The names of models by their number, for lines of [#all].
    public Map<Long, String> names() {
        Map<Long, String> names = new HashMap<>();
        book.keys().forEach((key, id) -> names.put(key, id.name()));
        return names;
    }

    private static List<RegistryEvent> inOrder(List<RegistryEvent> events) {
        List<RegistryEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingLong(RegistryEvent::at).thenComparingLong(RegistryEvent::id));
        return sorted;
    }

    /// A model as it stood.
    ///
    /// @param at epoch milliseconds; what happened then has happened
    public Then asOf(ModelCard model, long at) {
        return replay(model.id(), of(model.id()), at);
    }

    /// Some models as they stood; those that were not there yet, or in the trash, have no versions.
    public List<Then> asOf(List<ModelCard> models, long at) {
        Map<ModelId, List<RegistryEvent>> events = events();
        return models.stream().map(ModelCard::id)
                .map(id -> replay(id, inOrder(events.getOrDefault(id, List.of())), at)).toList();
    }

    /// All models as they stood, by name: also those that were put into the trash or deleted for good since.
    public List<Then> asOf(long at) {
        Map<ModelId, List<RegistryEvent>> events = events();
        Set<ModelId> known = new HashSet<>();
        book.all().forEach(model -> known.add(model.id()));
        events.forEach((id, told) -> {
            if (told.stream().anyMatch(event -> event.kind() == Kind.PURGE && event.version() == 0)) {
                known.add(id);
            }
        });
        return known.stream().sorted(Comparator.comparing(ModelId::name).thenComparing(ModelId::origin))
                .map(id -> replay(id, inOrder(events.getOrDefault(id, List.of())), at)).toList();
    }

    private Map<ModelId, List<RegistryEvent>> events() {
        Map<Long, ModelId> ids = book.keys();
        Map<ModelId, List<RegistryEvent>> events = new HashMap<>();
        for (RegistryEvent event : book.history()) {
            ModelId id = ids.get(event.modelKey());
            if (id != null) {
                events.computeIfAbsent(id, any -> new ArrayList<>()).add(event);
            }
        }
        return events;
    }

    private static Then replay(ModelId model, List<RegistryEvent> events, long at) {
        Replay replay = new Replay();
        for (RegistryEvent event : events) {
            if (event.at() <= at) {
                replay.apply(event);
            } else {
                replay.later(event, at);
            }
        }
        if (replay.trashed) {
            return new Then(model, List.of(), new TreeMap<>());
        }
        List<Standing> standings = new ArrayList<>();
        replay.stages.forEach((version, stage) ->
                standings.add(new Standing(version, stage.isEmpty() ? null : stage)));
        return new Then(model, List.copyOf(standings), replay.aliases);
    }

    /// Goes through a history from its beginning.
    private static final class Replay {

        /// Empty: there, but in which stage is not known.
        private final SortedMap<Integer, String> stages = new TreeMap<>();
        private final SortedMap<String, Integer> aliases = new TreeMap<>();
        private final Map<Integer, String> trash = new HashMap<>();
        private final Set<Integer> movedHere = new HashSet<>();
        /// Whether the model is in the trash, with all it has.
        private boolean trashed;

        void apply(RegistryEvent event) {
            switch (event.kind()) {
                case IMPORT -> imported(event);
                case REGISTER, TRANSITION, ROLLBACK -> {
                    if (event.to() != null) {
                        move(event.version(), event.to());
                    }
                    for (Move move : event.detail().moves()) {
                        move(move.version(), move.to());
                    }
                }
                case ALIAS -> alias(event);
                case DELETE -> delete(event);
                case RESTORE -> {
                    trashed &= event.version() > 0;
                    if (trash.containsKey(event.version())) {
                        stages.put(event.version(), trash.get(event.version()));
                    }
                    names(event).forEach(alias -> aliases.put(alias, event.version()));
                }
                case PURGE -> purge(event);
                case GATE_OVERRIDE, COMMENT, DESCRIBE, TAG, PASSPORT, GATES, FILES, REQUEST, APPROVE, REJECT, RENAME,
                        EXPORT -> { }
            }
        }

        /// What comes later tells one thing about before: that a version was there already, in some stage.
        void later(RegistryEvent event, long at) {
            String created = event.detail().notes().getOrDefault("created", "0");
            if (event.kind() == Kind.IMPORT && event.from() == null && event.to() != null
                    && created.matches("[1-9]\\d{0,17}") && Long.parseLong(created) <= at) {
                stages.putIfAbsent(event.version(), "");
            }
        }

        private void imported(RegistryEvent event) {
            if (event.to() != null && !movedHere.contains(event.version())) {
                stages.put(event.version(), event.to());
            } else if (event.to() == null) {
                alias(event);
            }
        }

        private void move(int version, String stage) {
            stages.put(version, stage);
            movedHere.add(version);
        }

        private void alias(RegistryEvent event) {
            String alias = event.detail().notes().getOrDefault("alias", "");
            if (event.version() > 0 && event.detail().notes().containsKey("bundle")) {
                // What came with a bundle takes no alias from a version that has it here.
                aliases.putIfAbsent(alias, event.version());
            } else if (event.version() > 0) {
                aliases.put(alias, event.version());
            } else {
                aliases.remove(alias);
            }
        }

        private void delete(RegistryEvent event) {
            if (event.version() == 0) {
                trashed = true;
                return;
            }
            String stage = stages.remove(event.version());
            if (stage != null) {
                trash.put(event.version(), stage);
            }
            aliases.values().removeIf(version -> version == event.version());
        }

        private void purge(RegistryEvent event) {
            if (event.version() > 0) {
                delete(event);
                return;
            }
            stages.clear();
            aliases.clear();
            trash.clear();
            trashed = false;
        }

        private static List<String> names(RegistryEvent event) {
            String names = event.detail().notes().getOrDefault("aliases", "");
            return names.isEmpty() ? List.of() : List.of(names.split(","));
        }
    }
}

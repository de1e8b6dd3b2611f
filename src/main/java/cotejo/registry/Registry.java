package cotejo.registry;

import cotejo.artifact.ArtifactFiles;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.Usage;
import cotejo.model.VersionCard;
import cotejo.store.AttachedFiles;
import cotejo.store.ContentStore;
import cotejo.store.Database;
import cotejo.store.RegistryBook;
import cotejo.store.RegistryPen;
import cotejo.store.RegistryStore;
import cotejo.store.RunCatalog;
import cotejo.store.SourceStore;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Registered models: those of the workspace, and those that imports brought, whose source is never changed. The rules
/// are MLflow's; what differs is that everything done here is written into a history.
public final class Registry {

    private final RegistryBook book;
    private final ContentStore content;
    private final Versions versions;
    private final Whereabouts whereabouts;
    private final Attachments attachments;

    public Registry(Database database, ContentStore content, RunCatalog catalog, SourceStore sources,
            RegistryStore logged, ArtifactFiles artifacts) {
        this.book = new RegistryBook(database);
        this.content = content;
        this.whereabouts = new Whereabouts(book, content, catalog, sources, logged, artifacts);
        this.attachments = new Attachments(content, new AttachedFiles(database));
        this.versions = new Versions(book, content, whereabouts, attachments);
    }

    /// Who acts when nobody says otherwise: the name the system knows the person by.
    public static String me() {
        return System.getProperty("user.name", "?");
    }

    /// Files the person attached to runs.
    public Attachments attachments() {
        return attachments;
    }

    public Versions versions() {
        return versions;
    }

    public Promotions promotions() {
        return new Promotions(this, book);
    }

    public Registration registration() {
        return new Registration(this, book, content, whereabouts);
    }

    public History history() {
        return new History(book);
    }

    public Lineage lineage() {
        return new Lineage(this);
    }

    public Bundles bundles() {
        return new Bundles(this, book, content);
    }

    /// All models by name, those in the trash included.
    public List<ModelCard> all() {
        return book.all();
    }

    /// All models that are not in the trash, by name.
    public List<ModelCard> models() {
        return book.all().stream().filter(model -> model.deleted() == 0).toList();
    }

    /// The workspace's number of a model, as requests and the history name it; 0 when nothing was written down of it.
    public long key(ModelId id) {
        return book.key(id);
    }

    public Optional<ModelCard> model(ModelId id) {
        return book.one(id);
    }

    /// The one model of this name. Where two sources have a model of the name, `SOURCE/NAME` tells them apart, with the
    /// label of the source, or `./NAME` for the workspace's own.
    public ModelCard find(String text) {
        List<ModelCard> all = book.all();
        List<ModelCard> found = all.stream().filter(model -> model.name().equals(text) && model.deleted() == 0)
                .toList();
        if (found.isEmpty()) {
            found = all.stream().filter(model -> text.equals(address(model))).toList();
        }
        if (found.isEmpty()) {
            found = all.stream().filter(model -> model.name().equals(text)).toList();
        }
        if (found.isEmpty()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN, Texts.get("registry.model.unknown", text));
        }
        if (found.size() > 1) {
            throw new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN, Texts.get("registry.model.ambiguous", text,
                    String.join(", ", found.stream().map(Registry::address).toList())));
        }
        return found.getFirst();
    }

    /// By which [#find] finds exactly this model.
    public static String address(ModelCard model) {
        return (model.id().isHere() ? "." : model.label().isEmpty() ? model.id().origin() : model.label()) + "/"
                + model.name();
    }

    /// The version of a number, `latest` (the greatest number), `@alias`, or the newest one in a stage.
    public VersionCard version(ModelCard model, String text) {
        String word = text.strip();
        Optional<VersionCard> found;
        if (word.matches("\\d{1,9}")) {
            found = model.version(Integer.parseInt(word));
        } else if (word.startsWith("@") && model.aliases().containsKey(word.substring(1))) {
            found = model.version(model.aliases().get(word.substring(1)));
        } else if (word.equals("latest") || word.equals("@latest")) {
            found = model.live().stream().reduce((a, b) -> b);
        } else {
            found = model.live().stream().filter(v -> v.stage().equalsIgnoreCase(word)).reduce((a, b) -> b);
        }
        return found.orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                Texts.get("registry.version.unknown", model.name(), text)));
    }

    /// All stages in order.
    public List<String> stages() {
        return Stages.all(book);
    }

    public String stage(String word) {
        return Stages.parse(book, word);
    }

    /// Adds stages, or puts them into another order. One that a version is in cannot be left out.
    public void stages(List<String> ordered) {
        List<String> stages = Stages.ordered(ordered);
        for (ModelCard model : book.all()) {
            for (VersionCard version : model.versions()) {
                if (!stages.contains(version.stage())) {
                    throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.stage.inUse",
                            version.stage(), model.name(), Integer.toString(version.version())));
                }
            }
        }
        book.change(pen -> pen.stages(stages));
    }

    /// The rules at the gates of a model, by stage.
    public SortedMap<String, List<String>> gates(ModelId id) {
        return book.gates(id);
    }

    /// Sets the rules at the gate of a stage; none takes the gate away.
    public void gates(ModelId id, String stageWord, List<String> rules, String who) {
        String stage = Stages.parse(book, stageWord);
        List<String> texts = rules.stream().filter(rule -> !rule.isBlank()).map(rule -> Gate.parse(rule).text())
                .toList();
        change(id, 0, who, Kind.GATES, "", Map.of("stage", stage, "rules", String.join("\n", texts)),
                (pen, key, now) -> pen.gates(key, stage, texts));
    }

    /// A piece of writing about one model.
    interface Writing {
        void on(RegistryPen pen, long modelKey, long now);
    }

    /// Does one thing to a model or a version and writes it into the history.
    List<RegistryEvent> change(ModelId id, int version, String who, Kind kind, String comment,
            Map<String, String> notes, Writing writing) {
        return book.change(pen -> {
            long now = System.currentTimeMillis();
            ModelCard model = pen.card(id).orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                    Texts.get("registry.model.unknown", id.name())));
            if (version > 0) {
                requireVersion(model, version);
            }
            long key = pen.model(id, now);
            if (version > 0) {
                pen.lay(key, version, now);
            }
            pen.touch(key, now);
            writing.on(pen, key, now);
            pen.append(new RegistryEvent(0, key, version, now, now, who, kind, null, null, comment,
                    Detail.of(notes)));
        });
    }

    static VersionCard requireVersion(ModelCard model, int number) {
        return model.any(number).orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                Texts.get("registry.version.unknown", model.name(), Integer.toString(number))));
    }

    /// Lets an alias point to a version; if it pointed to another one, it moves.
    public List<RegistryEvent> setAlias(ModelId id, String alias, int version, String who) {
        String name = Names.alias(alias);
        ModelCard model = model(id).orElseThrow();
        if (model.version(version).isEmpty()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                    Texts.get("registry.version.unknown", model.name(), Integer.toString(version)));
        }
        Integer before = model.aliases().get(name);
        Map<String, String> notes = before == null ? Map.of("alias", name)
                : Map.of("alias", name, "before", Integer.toString(before));
        return change(id, version, who, Kind.ALIAS, "", notes, (pen, key, now) -> pen.alias(key, name, version));
    }

    /// Takes an alias away.
    public List<RegistryEvent> deleteAlias(ModelId id, String alias, String who) {
        String name = alias.startsWith("@") ? alias.substring(1) : alias;
        Integer before = model(id).orElseThrow().aliases().get(name);
        if (before == null) {
            throw new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                    Texts.get("registry.alias.unknown", id.name(), name));
        }
        return change(id, 0, who, Kind.ALIAS, "", Map.of("alias", name, "before", Integer.toString(before)),
                (pen, key, now) -> pen.alias(key, name, null));
    }

    /// Describes a version, or with 0 the model, in Markdown.
    public void describe(ModelId id, int version, String text, String who) {
        change(id, version, who, Kind.DESCRIBE, "", Map.of(), (pen, key, now) -> {
            if (version > 0) {
                pen.describeVersion(key, version, text, now);
            } else {
                pen.describeModel(key, text);
            }
        });
    }

    /// Sets a tag of a version, or with 0 of the model; takes it away with null.
    public void tag(ModelId id, int version, String key, @Nullable String value, String who) {
        if (value != null) {
            Names.tagKey(key);
            Names.tagValue(value);
        }
        change(id, version, who, Kind.TAG, "", value == null ? Map.of("tag", key) : Map.of("tag", key, "value", value),
                (pen, modelKey, now) -> {
                    if (version > 0) {
                        pen.tagVersion(modelKey, version, key, value, now);
                    } else {
                        pen.tagModel(modelKey, key, value);
                    }
                });
    }

    /// Says something about a version; it stays in its history.
    public void comment(ModelId id, int version, String text, String who) {
        if (text.isBlank()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.comment.empty"));
        }
        change(id, version, who, Kind.COMMENT, text.strip(), Map.of(), (pen, key, now) -> { });
    }

    /// Enters something into a passport by hand; takes it out with a blank value.
    public void passport(ModelId id, int version, String entry, String value, String who) {
        if (!Passport.KEYS.contains(entry)) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.passport.unknown", entry,
                    String.join(", ", Passport.KEYS)));
        }
        Map<String, String> byHand = new java.util.TreeMap<>(book.facts(id, version).byHand());
        if (value.isBlank()) {
            byHand.remove(entry);
        } else {
            byHand.put(entry, value.strip());
        }
        change(id, version, who, Kind.PASSPORT, "", Map.of("entry", entry, "value", value.strip()),
                (pen, key, now) -> pen.passport(key, version, byHand));
    }

    /// Gives a model of the workspace's own another name; its versions, aliases and history go with it.
    public void rename(ModelId id, String name, String who) {
        Names.model(name);
        if (!id.isHere()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.model.notHere", id.name()));
        }
        if (book.key(ModelId.here(name)) != 0) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.model.exists", name));
        }
        change(id, 0, who, Kind.RENAME, "", Map.of("before", id.name(), "name", name),
                (pen, key, now) -> pen.rename(key, name));
    }

    /// Puts a version, or with 0 the model, into the trash. Aliases to the version go, as in MLflow; [#restore] brings
    /// them back.
    public void delete(ModelId id, int version, String who) {
        ModelCard model = model(id).orElseThrow();
        List<String> aliases = version > 0 ? model.aliasesOf(version) : List.of();
        Map<String, String> notes = aliases.isEmpty() ? Map.of() : Map.of("aliases", String.join(",", aliases));
        change(id, version, who, Kind.DELETE, "", notes, (pen, key, now) -> {
            if (version > 0) {
                pen.deleteVersion(key, version, now);
                aliases.forEach(alias -> pen.alias(key, alias, null));
            } else {
                pen.deleteModel(key, now);
            }
        });
    }

    /// Takes a version, or with 0 the model, out of the trash, with those of its aliases that nobody took since.
    public void restore(ModelId id, int version, String who) {
        ModelCard model = model(id).orElseThrow();
        List<String> back = new ArrayList<>();
        if (version > 0) {
            book.history(book.key(id)).stream().filter(e -> e.kind() == Kind.DELETE && e.version() == version)
                    .reduce((a, b) -> b).map(e -> e.detail().notes().getOrDefault("aliases", "")).stream()
                    .flatMap(names -> List.of(names.split(",")).stream())
                    .filter(name -> !name.isEmpty() && !model.aliases().containsKey(name)).forEach(back::add);
        }
        Map<String, String> notes = back.isEmpty() ? Map.of() : Map.of("aliases", String.join(",", back));
        change(id, version, who, Kind.RESTORE, "", notes, (pen, key, now) -> {
            if (version > 0) {
                pen.deleteVersion(key, version, 0);
                back.forEach(alias -> pen.alias(key, alias, version));
            } else {
                pen.deleteModel(key, 0);
            }
        });
    }

    public Removals removals() {
        return new Removals(this, book, content);
    }

    /// Counts a use of a version, such as an export.
    public void use(ModelId id, int version, Usage.Kind kind) {
        book.use(id, version, kind, System.currentTimeMillis());
    }

    /// How a version was used: by day.
    public SortedMap<String, List<Usage>> usage(ModelId id, int version) {
        return book.usage(id, version);
    }
}

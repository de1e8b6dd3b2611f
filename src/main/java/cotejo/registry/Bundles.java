package cotejo.registry;

import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.StoredFile;
import cotejo.model.Usage;
import cotejo.model.VersionCard;
import cotejo.store.ContentStore;
import cotejo.store.RegistryBook;
import cotejo.store.RegistryPen;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Versions as one zip file with manifest, passport, check sums and files, for another machine.
public final class Bundles {

    /// What an import did.
    ///
    /// @param notTaken   aliases that another version has here, and so stay with it
    /// @param addedStage the stage it is in, where that came along with it and was not there before; else empty
    public record Imported(ModelId model, int version, List<String> notTaken, String addedStage) {
    }

    /// What a bundle says it holds; nothing of it was verified.
    public record Told(String model, int version, String stage, int files, long bytes) {
    }

    private final Registry registry;
    private final RegistryBook book;
    private final ContentStore content;

    Bundles(Registry registry, RegistryBook book, ContentStore content) {
        this.registry = registry;
        this.book = book;
        this.content = content;
    }

    /// Writes a version as a zip file; it gets its name once it is whole.
    ///
    /// @throws RegistryRefusal when a file is missing or is not what its hash says
    public void write(ModelId id, int number, Path target, String who, Progress progress, Cancel cancel)
            throws IOException {
        ModelCard model = registry.model(id).orElseThrow();
        VersionCard version = Registry.requireVersion(model, number);
        VersionFacts facts = registry.versions().facts(id, version, cancel);
        Path part = target.resolveSibling(Folders.name(target) + ".part");
        try {
            List<NamedFile> files = registry.versions().files(id, version, cancel);
            try (BundleWriter writer = new BundleWriter(part, version.created())) {
                List<StoredFile> written = writer.files(files, progress, cancel);
                Map<String, String> byHand = book.facts(id, number).byHand();
                Manifest manifest = manifest(model, version, facts, byHand, written);
                writer.finish(manifest, Passport.of(version, facts, version.kept() ? written : List.of(), byHand));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        registry.use(id, number, Usage.Kind.EXPORT);
        registry.change(id, number, who, Kind.EXPORT, "", Map.of("file", target.toString()), (pen, key, now) -> { });
    }

    private Manifest manifest(ModelCard model, VersionCard version, VersionFacts facts, Map<String, String> byHand,
            List<StoredFile> files) {
        return new Manifest(Manifest.FORMAT, Manifest.LAYOUT, model.name(), model.description(), model.tags(),
                version.version(), version.stage(), model.aliasesOf(version.version()), version.description(),
                version.tags(), version.created(), version.user(), version.source(), version.runOrigin(),
                version.runId(), version.modelId(), Registration.digest(files),
                files.stream().mapToLong(StoredFile::bytes).sum(), facts, byHand,
                history(model.id(), version.version()), files);
    }

    /// What happened to a version. That copies of it were written did not happen to it: it tells of this machine and
    /// its folders, and would make each copy differ from the one before.
    private List<Manifest.Event> history(ModelId id, int version) {
        List<Manifest.Event> events = new ArrayList<>();
        for (RegistryEvent event : registry.history().of(id)) {
            if (event.kind() == Kind.EXPORT) {
                continue;
            }
            if (event.version() == version) {
                Map<String, String> notes = new TreeMap<>(event.detail().notes());
                if (!event.detail().moves().isEmpty()) {
                    notes.put("alsoMoved", String.join(", ", event.detail().moves().stream()
                            .map(m -> m.version() + ": " + m.from() + " → " + m.to()).toList()));
                }
                events.add(new Manifest.Event(event.at(), event.who(), event.kind().word(), event.from(), event.to(),
                        event.comment(), new Detail(List.of(), event.detail().gates(), notes)));
            } else {
                event.detail().moves().stream().filter(move -> move.version() == version)
                        .forEach(move -> events.add(new Manifest.Event(event.at(), event.who(),
                                Kind.TRANSITION.word(), move.from(), move.to(), event.comment(),
                                Detail.of(Map.of("with", Integer.toString(event.version()))))));
            }
        }
        return events;
    }

    /// Writes only the files of a version into a folder that is empty or not there yet, for a program that loads them.
    public List<StoredFile> unpack(ModelId id, int number, Path folder, Cancel cancel) throws IOException {
        ModelCard model = registry.model(id).orElseThrow();
        VersionCard version = Registry.requireVersion(model, number);
        List<NamedFile> files = registry.versions().files(id, version, cancel);
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new RegistryRefusal(RegistryRefusal.Kind.FILE,
                    Texts.get("registry.bundle.notEmpty", folder.toString()));
        }
        List<String> wrong = version.kept() ? registry.versions().damaged(id, version, cancel) : List.of();
        if (!wrong.isEmpty()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.FILE, Texts.get("registry.bundle.damagedHere",
                    model.name(), Integer.toString(number), String.join(", ", wrong)));
        }
        List<StoredFile> written = new ArrayList<>();
        for (NamedFile file : files) {
            cancel.check();
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.resolveSibling(".").normalize());
            Files.copy(file.file(), target);
            // What the workspace keeps is read-only; a copy is its owner's to change.
            if (!target.toFile().setWritable(true, true)) {
                throw new IOException(target.toString());
            }
            written.add(new StoredFile(target.toString(), file.sha256(), file.bytes()));
        }
        registry.use(id, number, Usage.Kind.LOAD);
        return written;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (java.util.stream.Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /// Brings a version in. It keeps its number when that is greater than every number the model here ever had, else
    /// it gets the next one; stage, aliases, history and everything else come along.
    ///
    /// @param name another name for the model; empty for the one in the bundle
    /// @throws IOException     when it cannot be read
    /// @throws RegistryRefusal when it is not whole
    public Imported read(Path zip, String name, String who, Progress progress, Cancel cancel) throws IOException {
        try (BundleReader reader = new BundleReader(zip); ContentStore.Intake intake = content.intake()) {
            Manifest manifest = reader.manifest();
            ModelId id = registry.registration().target(name.isEmpty() ? manifest.model() : name);
            List<StoredFile> files = reader.take(intake, progress, cancel);
            List<String> problems = reader.verify(cancel).problems();
            if (!problems.isEmpty()) {
                throw new RegistryRefusal(RegistryRefusal.Kind.FILE,
                        Texts.get("registry.bundle.damaged", zip.toString(), problems.getFirst()));
            }
            List<String> notTaken = new ArrayList<>();
            List<String> before = registry.stages();
            VersionCard[] came = new VersionCard[1];
            book.change(pen -> came[0] = write(pen, id, manifest, files, notTaken, zip, who));
            return new Imported(id, came[0].version(), List.copyOf(notTaken),
                    before.contains(came[0].stage()) ? "" : came[0].stage());
        }
    }

    private VersionCard write(RegistryPen pen, ModelId id, Manifest manifest, List<StoredFile> files,
            List<String> notTaken, Path zip, String who) {
        long now = System.currentTimeMillis();
        long key = pen.model(id, now);
        ModelCard before = pen.card(id).orElse(null);
        int last = Math.max(pen.lastVersion(key), before == null ? 0 : before.lastVersion());
        int number = manifest.version() > last ? manifest.version() : last + 1;
        String stage = stage(pen, manifest.stage());
        pen.touch(key, now);
        if (last == 0) {
            pen.describeModel(key, manifest.modelDescription());
            manifest.modelTags().forEach((tag, value) -> pen.tagModel(key, tag, value));
        }
        VersionCard card = new VersionCard(number, true, 0, stage, "", manifest.created(), now, manifest.user(),
                manifest.source(), "", manifest.runOrigin(), manifest.runId(), "", manifest.modelId(),
                manifest.description(), "READY", manifest.tags(), manifest.digest(), manifest.bytes());
        pen.addVersion(key, card, files, FactsJson.write(manifest.facts()), manifest.passportByHand());
        for (String alias : manifest.aliases()) {
            if (before != null && before.aliases().containsKey(alias)) {
                notTaken.add(alias);
            } else {
                pen.alias(key, Names.alias(alias), number);
            }
        }
        for (Manifest.Event event : manifest.history()) {
            Kind.of(event.event()).ifPresent(kind -> pen.append(new RegistryEvent(0, key, number, event.at(), now,
                    event.who(), kind, event.from(), event.to(), event.comment(), told(event.detail(), zip))));
        }
        Map<String, String> notes = new HashMap<>(Map.of("source", zip.toString(), "model", manifest.model(),
                "version", Integer.toString(manifest.version()), "stage", manifest.stage()));
        pen.append(new RegistryEvent(0, key, number, now, now, who, Kind.REGISTER, null, stage, "",
                Detail.of(notes)));
        return card;
    }

    /// The stage of the other machine: one that was added there is added here too, where its name can be one.
    private String stage(RegistryPen pen, String said) {
        String there = said.strip();
        List<String> stages = new ArrayList<>(registry.stages());
        Optional<String> here = stages.stream().filter(there::equalsIgnoreCase).findFirst();
        if (here.isPresent()) {
            return here.get();
        }
        stages.add(Math.max(0, stages.indexOf(Stages.ARCHIVED)), there);
        try {
            pen.stages(Stages.ordered(stages));
            return there;
        } catch (RegistryRefusal noName) {
            return Stages.NONE;
        }
    }

    private static Detail told(Detail detail, Path zip) {
        Map<String, String> notes = new TreeMap<>(detail.notes());
        notes.put("bundle", Folders.name(zip));
        return new Detail(List.of(), detail.gates(), notes);
    }

    /// Whether a file is a bundle, by what is in it.
    public static boolean isBundle(Path file) {
        return told(file).isPresent();
    }

    /// What a bundle says it holds; empty when the file is none.
    public static Optional<Told> told(Path file) {
        try (BundleReader reader = new BundleReader(file)) {
            Manifest manifest = reader.manifest();
            return Optional.of(new Told(manifest.model(), manifest.version(), manifest.stage().strip(),
                    manifest.files().size(), manifest.bytes()));
        } catch (IOException | RegistryRefusal other) {
            return Optional.empty();
        }
    }

    /// Reads a bundle to its end and says what is wrong with it, without taking anything in.
    ///
    /// @throws IOException     when it cannot be read
    /// @throws RegistryRefusal when it is no bundle
    public static BundleReader.Report verify(Path zip, Cancel cancel) throws IOException {
        try (BundleReader reader = new BundleReader(zip)) {
            return reader.verify(cancel);
        }
    }
}

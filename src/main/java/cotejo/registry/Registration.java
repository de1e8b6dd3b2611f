package cotejo.registry;

import cotejo.model.LoggedModel;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.Problem;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Detail;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.store.ContentStore;
import cotejo.store.RegistryBook;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Registers versions. Their files are copied into the workspace first, so that a model cannot be lost with the folder
/// it came from; then the version is written, in one transaction.
public final class Registration {

    /// What a version is made from.
    public sealed interface From {
    }

    /// A file or folder among a run's artifacts.
    ///
    /// @param row  of the run in the frame
    /// @param path below its artifacts, empty for all of them
    public record FromRun(RunFrame frame, int row, String path) implements From {
    }

    /// A logged model of MLflow 3.
    public record FromLogged(long sourceKey, String modelId) implements From {
    }

    /// Files and folders, such as those that were dropped.
    public record FromFiles(List<Path> paths) implements From {
    }

    /// A version of another model, such as one that an import brought.
    public record FromVersion(ModelId model, int version) implements From {
    }

    /// What is asked for.
    ///
    /// @param name the model it becomes a version of; one of this name is made if there is none
    public record Wish(String name, From from, String comment, String description, Map<String, String> tags,
            String who) {
    }

    /// What came of it.
    public record Registered(ModelId model, int version, List<RegistryEvent> events) {
    }

    /// What a version is made of.
    private record Material(List<NamedFile> files, VersionFacts facts, String source, String runOrigin, String runId,
            String modelId) {

        Material called(String recorded, String origin, String run, String model) {
            return new Material(files, facts, recorded, origin, run, model);
        }
    }

    private static final Set<String> ANY_MODEL = Set.of("model", "mlmodel", "weights", "checkpoint", "data");
    /// Also the number of the version, which stands in the name of an exported one.
    private static final Pattern ENDING = Pattern.compile("^(.+?)(?:-\\d+\\.zip|\\.(?=.*\\p{L})\\w{1,12})$",
            Pattern.CASE_INSENSITIVE);

    private final Registry registry;
    private final RegistryBook book;
    private final ContentStore content;
    private final Whereabouts whereabouts;

    Registration(Registry registry, RegistryBook book, ContentStore content, Whereabouts whereabouts) {
        this.registry = registry;
        this.book = book;
        this.content = content;
        this.whereabouts = whereabouts;
    }

    /// A name for a model that files or folders become: that of the one file, or of its folder where the file is called
    /// as any model is; empty when nothing says one.
    public static String proposedName(List<Path> files) {
        Path first = files.getFirst().toAbsolutePath().normalize();
        Path named = files.size() == 1 ? first : first.getParent();
        String name = bare(named);
        if (ANY_MODEL.contains(name.toLowerCase(Locale.ROOT)) && named != null && named.getParent() != null) {
            name = bare(named.getParent());
        }
        return proposedName(name);
    }

    /// The name for a model that is nearest to what a run, a file or a folder is called; empty when there is none.
    public static String proposedName(String called) {
        return Names.near(called);
    }

    private static String bare(@Nullable Path path) {
        Path last = path == null ? null : path.getFileName();
        return last == null ? "" : ENDING.matcher(last.toString()).replaceFirst("$1");
    }

    /// The model that a name means for a new version: one that an import brought where there is one, else the
    /// workspace's own, whether or not it is there yet.
    ///
    /// @throws RegistryRefusal when the name is none, two sources have a model of it, or it is in the trash
    public ModelId target(String name) {
        List<ModelCard> all = registry.all().stream()
                .filter(model -> model.name().equals(name) || Registry.address(model).equals(name)).toList();
        List<ModelCard> named = all.stream().filter(model -> model.deleted() == 0).toList();
        if (named.isEmpty() && !all.isEmpty()) {
            throw new RegistryRefusal(RegistryRefusal.Kind.RULE, Texts.get("registry.model.trashed", name));
        }
        if (named.size() > 1) {
            throw new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN, Texts.get("registry.model.ambiguous", name,
                    String.join(", ", named.stream().map(Registry::address).toList())));
        }
        return named.isEmpty() ? ModelId.here(Names.model(name)) : named.getFirst().id();
    }

    /// Why no new model can have a name; empty when one can.
    public static Optional<String> refusal(String name) {
        try {
            Names.model(name);
            return Optional.empty();
        } catch (RegistryRefusal refusal) {
            return Optional.of(Problem.describe(refusal));
        }
    }

    /// Registers a version.
    ///
    /// @throws IOException     when a file cannot be read or kept
    /// @throws RegistryRefusal when it may not be done
    public Registered register(Wish wish, Progress progress, Cancel cancel) throws IOException {
        ModelId id = target(wish.name());
        wish.tags().forEach((key, value) -> {
            Names.tagKey(key);
            Names.tagValue(value);
        });
        Material material = material(wish.from(), cancel);
        try (ContentStore.Intake intake = content.intake()) {
            List<StoredFile> kept = take(intake, material.files(), progress, cancel);
            int[] number = new int[1];
            List<RegistryEvent> events = book.change(pen -> {
                long now = System.currentTimeMillis();
                long key = pen.model(id, now);
                number[0] = Math.max(pen.lastVersion(key), pen.card(id).map(ModelCard::lastVersion).orElse(0)) + 1;
                pen.touch(key, now);
                pen.addVersion(key, card(wish, material, kept, number[0], now), kept,
                        FactsJson.write(material.facts()), Map.of());
                pen.append(new RegistryEvent(0, key, number[0], now, now, wish.who(), Kind.REGISTER, null,
                        Stages.NONE, wish.comment(), Detail.of(Map.of("source", material.source(),
                                "files", Integer.toString(kept.size())))));
            });
            return new Registered(id, number[0], events);
        }
    }

    private static VersionCard card(Wish wish, Material material, List<StoredFile> kept, int number, long now) {
        return new VersionCard(number, true, 0, Stages.NONE, "", now, now, wish.who(), material.source(), "",
                material.runOrigin(), material.runId(), "", material.modelId(), wish.description(), "READY",
                wish.tags(), digest(kept), kept.stream().mapToLong(StoredFile::bytes).sum());
    }

    private static List<StoredFile> take(ContentStore.Intake intake, List<NamedFile> files, Progress progress,
            Cancel cancel) throws IOException {
        long total = files.stream().mapToLong(NamedFile::bytes).sum();
        List<StoredFile> kept = new ArrayList<>();
        for (NamedFile file : files) {
            kept.add(intake.take(file.path(), file.file(),
                    (what, done, unknown) -> progress.report(what, done, total), cancel));
        }
        return kept;
    }

    /// The SHA-256 of the one file, or of the list of files by path: a line `SHA-256  PATH` each, as
    /// `sha256sum` writes.
    static String digest(List<StoredFile> files) {
        if (files.size() == 1) {
            return files.getFirst().sha256();
        }
        StringBuilder list = new StringBuilder();
        files.stream().sorted(Comparator.comparing(StoredFile::path))
                .forEach(file -> list.append(file.sha256()).append("  ").append(file.path()).append('\n'));
        return ContentStore.hash(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Copies the files of a version that an import brought into the workspace, so that it cannot be lost with its
    /// source.
    public void keep(ModelId id, int version, String who, Progress progress, Cancel cancel) throws IOException {
        ModelCard model = registry.model(id).orElseThrow();
        VersionCard card = Registry.requireVersion(model, version);
        if (card.kept()) {
            return;
        }
        VersionFacts facts = registry.versions().facts(id, card, cancel);
        try (ContentStore.Intake intake = content.intake()) {
            List<StoredFile> kept = take(intake, whereabouts.files(id, card, cancel), progress, cancel);
            registry.change(id, version, who, Kind.FILES, "", Map.of("files", Integer.toString(kept.size())),
                    (pen, key, now) -> {
                        pen.files(key, version, kept);
                        pen.kept(key, version, digest(kept), kept.stream().mapToLong(StoredFile::bytes).sum(),
                                FactsJson.write(facts));
                    });
        }
    }

    private Material material(From from, Cancel cancel) throws IOException {
        return switch (from) {
            case FromRun run -> ofRun(run, cancel);
            case FromLogged logged -> ofLogged(logged, cancel);
            case FromFiles files -> ofFiles(files, cancel);
            case FromVersion version -> ofVersion(version, cancel);
        };
    }

    private Material ofRun(FromRun from, Cancel cancel) throws IOException {
        Run run = from.frame().run(from.row());
        Source source = whereabouts.source(run.sourceKey()).orElseThrow();
        String recorded = "runs:/" + run.id() + (from.path().isEmpty() ? "" : "/" + from.path());
        List<NamedFile> kept = from.path().isEmpty() ? List.of() : whereabouts.keptOfRun(run.key(), from.path(),
                registry.attachments());
        Path place;
        try {
            place = whereabouts.artifact(source, from.frame(), from.row(), from.path(), cancel);
        } catch (RegistryRefusal gone) {
            Optional<LoggedModel> named = whereabouts.ofRun(source.key(), run.id(), from.path());
            if (kept.isEmpty() && named.isPresent()) {
                return ofLogged(new FromLogged(source.key(), named.get().id()), cancel);
            }
            return ofKept(kept, gone, from.frame(), from.row(), cancel).called(recorded, source.path(), run.id(), "");
        }
        return new Material(Folders.files(place, cancel), facts(from.frame(), from.row(), place, cancel), recorded,
                source.path(), run.id(), "");
    }

    /// What the workspace keeps, where the source has nothing.
    private Material ofKept(List<NamedFile> kept, RegistryRefusal gone, RunFrame frame, int row, Cancel cancel)
            throws IOException {
        if (kept.isEmpty()) {
            throw gone;
        }
        VersionFacts.RunPart run = runPart(frame, row);
        return new Material(kept, new VersionFacts(run, kept.size() == 1
                ? Inspection.of(kept.getFirst().file(), cancel) : Inspection.ofFiles(kept, cancel)), "", "", "", "");
    }

    private VersionFacts facts(RunFrame frame, int row, Path place, Cancel cancel) throws IOException {
        return new VersionFacts(runPart(frame, row), Inspection.of(place, cancel));
    }

    private VersionFacts.RunPart runPart(RunFrame frame, int row) {
        return row < 0 ? VersionFacts.RunPart.NONE
                : FactsReader.run(frame, row, whereabouts.artifacts(frame, row, registry.attachments()));
    }

    private Material ofLogged(FromLogged from, Cancel cancel) throws IOException {
        Source source = whereabouts.source(from.sourceKey()).orElseThrow();
        LoggedModel model = whereabouts.logged(source.key(), from.modelId())
                .orElseThrow(() -> new RegistryRefusal(RegistryRefusal.Kind.UNKNOWN,
                        Texts.get("registry.logged.unknown", from.modelId())));
        RunFrame frame = whereabouts.frame();
        int row = whereabouts.run(frame, source.key(), model.runId());
        String recorded = "models:/" + model.id();
        Path place;
        try {
            place = whereabouts.place(source, model, cancel);
        } catch (RegistryRefusal gone) {
            List<NamedFile> ofRun = row < 0 ? List.of()
                    : whereabouts.keptOfModel(frame.run(row).key(), model, registry.attachments());
            List<NamedFile> kept = ofRun.isEmpty() ? whereabouts.keptOfModel(source, model) : ofRun;
            return ofKept(kept, gone, frame, row, cancel).called(recorded, source.path(), model.runId(), model.id());
        }
        return new Material(Folders.files(place, cancel), facts(frame, row, place, cancel), recorded,
                source.path(), model.runId(), model.id());
    }

    private static Material ofFiles(FromFiles from, Cancel cancel) throws IOException {
        List<NamedFile> files = Folders.together(from.paths(), cancel);
        VersionFacts.ModelPart model = from.paths().size() == 1 ? Inspection.of(from.paths().getFirst(), cancel)
                : Inspection.ofFiles(files, cancel);
        String source = from.paths().size() == 1 ? from.paths().getFirst().toString()
                : from.paths().getFirst().resolveSibling(".").normalize().toString();
        return new Material(files, new VersionFacts(VersionFacts.RunPart.NONE, model), source, "", "", "");
    }

    private Material ofVersion(FromVersion from, Cancel cancel) throws IOException {
        ModelCard model = registry.model(from.model()).orElseThrow();
        VersionCard card = Registry.requireVersion(model, from.version());
        return new Material(whereabouts.files(model.id(), card, cancel),
                registry.versions().facts(model.id(), card, cancel), "models:/" + model.name() + "/" + card.version(),
                card.runOrigin(), card.runId(), card.modelId());
    }
}

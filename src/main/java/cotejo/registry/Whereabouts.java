package cotejo.registry;

import cotejo.artifact.ArtifactFiles;
import cotejo.artifact.ArtifactPlace;
import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.artifact.SourceArtifacts;
import cotejo.artifact.SourcePlace;
import cotejo.model.LoggedModel;
import cotejo.model.ModelId;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.store.ContentStore;
import cotejo.store.RegistryBook;
import cotejo.store.RegistryStore;
import cotejo.store.RunCatalog;
import cotejo.store.SourceStore;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the run a version came from, and its files: those the workspace keeps, else where its source has them.
final class Whereabouts {

    private static final int MOST_ARTIFACTS = 500;

    /// Where the runs of a frame are: rows by run id, and the keys of sources by path.
    private record Index(RunFrame frame, Map<String, List<Integer>> rows, Map<String, Long> sources) {
    }

    private static final Pattern LOGGED_ADDRESS = Pattern.compile(".*/models/([^/]+)/artifacts/?", Pattern.DOTALL);

    private final RegistryBook book;
    private final ContentStore content;
    private final RunCatalog catalog;
    private final SourceStore sources;
    private final RegistryStore logged;
    private final ArtifactFiles artifacts;
    private volatile @Nullable Index index;

    Whereabouts(RegistryBook book, ContentStore content, RunCatalog catalog, SourceStore sources,
            RegistryStore logged, ArtifactFiles artifacts) {
        this.book = book;
        this.content = content;
        this.catalog = catalog;
        this.sources = sources;
        this.logged = logged;
        this.artifacts = artifacts;
    }

    RunFrame frame() {
        return catalog.frame();
    }

    Optional<Source> source(String origin) {
        return sources.all().stream().filter(source -> source.path().equals(origin)).findAny();
    }

    Optional<Source> source(long key) {
        return sources.all().stream().filter(source -> source.key() == key).findAny();
    }

    /// The row of a version's run in the frame, or -1.
    int run(RunFrame frame, VersionCard version) {
        if (version.runId().isEmpty()) {
            return -1;
        }
        Index now = index(frame);
        return run(frame, now.sources().getOrDefault(version.runOrigin(), -1L), version.runId());
    }

    /// The row of a run, of this source where more than one has it, or -1.
    int run(RunFrame frame, long source, String runId) {
        int elsewhere = -1;
        for (int row : index(frame).rows().getOrDefault(runId, List.of())) {
            if (frame.run(row).sourceKey() == source) {
                return row;
            }
            elsewhere = row;
        }
        return elsewhere;
    }

    private Index index(RunFrame frame) {
        Index known = index;
        if (known != null && known.frame() == frame) {
            return known;
        }
        Map<String, List<Integer>> rows = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            rows.computeIfAbsent(frame.run(row).id(), any -> new ArrayList<>(1)).add(row);
        }
        Map<String, Long> keys = new HashMap<>();
        sources.all().forEach(source -> keys.put(source.path(), source.key()));
        Index fresh = new Index(frame, rows, keys);
        index = fresh;
        return fresh;
    }

    /// The files of a version.
    ///
    /// @throws RegistryRefusal when they are not to be had; its message says why
    List<NamedFile> files(ModelId id, VersionCard version, Cancel cancel) throws IOException {
        if (version.kept()) {
            return book.files(id, version.version()).stream().map(this::kept).toList();
        }
        return Folders.files(place(version, cancel), cancel);
    }

    private NamedFile kept(StoredFile file) {
        return new NamedFile(file.path(), content.path(file.sha256()), file.bytes(), file.sha256());
    }

    /// What the workspace has of a run at a path: attached by a person, else copied from the source.
    List<NamedFile> keptOfRun(long runKey, String path, Attachments attachments) {
        List<StoredFile> attached = attachments.below(runKey, path);
        List<StoredFile> files = !attached.isEmpty() ? attached : content.ofRun(runKey).stream()
                .filter(file -> file.path().equals(path) || file.path().startsWith(path + "/")).toList();
        return files.stream().map(file -> new NamedFile(file.path().equals(path)
                ? path.substring(path.lastIndexOf('/') + 1) : file.path().substring(path.length() + 1),
                content.path(file.sha256()), file.bytes(), file.sha256())).toList();
    }

    /// What a run left beside its models: plots, reports and the like, by path, the first [#MOST_ARTIFACTS] of them.
    List<String> artifacts(RunFrame frame, int row, Attachments attachments) {
        long runKey = frame.run(row).key();
        RunArtifacts found = RunArtifacts.of(source(frame.run(row).sourceKey()).orElse(null), frame, row)
                .orKept(() -> content.ofRun(runKey));
        SortedSet<String> paths = new TreeSet<>();
        found.files().forEach(file -> paths.add(file.path()));
        attachments.of(runKey).forEach(file -> paths.add(file.path()));
        List<String> models = paths.stream().filter(path -> path.endsWith("/MLmodel"))
                .map(path -> path.substring(0, path.length() - "MLmodel".length())).toList();
        return paths.stream().filter(path -> models.stream().noneMatch(path::startsWith))
                .limit(MOST_ARTIFACTS).toList();
    }

    /// The folder or file where the source has a version.
    Path place(VersionCard version, Cancel cancel) throws IOException {
        Source source = source(version.runOrigin())
                .filter(found -> Files.exists(SourcePlace.of(found.path()).file()))
                .orElseThrow(() -> gone(Texts.get("registry.file.sourceGone", version.runOrigin())));
        String recorded = version.storageLocation().isEmpty() ? version.source() : version.storageLocation();
        Optional<LoggedModel> model = loggedModel(source, version, recorded);
        if (model.isPresent()) {
            return place(source, model.get(), cancel);
        }
        RunFrame frame = frame();
        int row = run(frame, version);
        if (row < 0) {
            throw gone(Texts.get("registry.file.noRun", recorded));
        }
        String path = below(recorded, version.runId())
                .orElseThrow(() -> gone(Texts.get("registry.file.elsewhere", recorded)));
        return artifact(source, frame, row, path, cancel);
    }

    /// The logged model a version was made of: named by its id, by `models:/ID`, by the address of its files, which is
    /// what clients of MLflow 3 write who register by path, or by `runs:/RUN/NAME`.
    private Optional<LoggedModel> loggedModel(Source source, VersionCard version, String recorded) {
        Matcher address = LOGGED_ADDRESS.matcher(recorded);
        String id = !version.modelId().isEmpty() ? version.modelId()
                : version.source().startsWith("models:/") ? version.source().substring("models:/".length())
                : address.matches() ? address.group(1) : "";
        if (!id.isEmpty()) {
            return logged(source.key(), id);
        }
        String run = "runs:/" + version.runId() + "/";
        return recorded.startsWith(run) ? ofRun(source.key(), version.runId(), recorded.substring(run.length()))
                : Optional.empty();
    }

    /// The logged model of this name that a run wrote, which `runs:/RUN/NAME` stands for since MLflow 3.
    Optional<LoggedModel> ofRun(long sourceKey, String runId, String name) {
        return logged.logged(sourceKey, "").stream()
                .filter(model -> model.runId().equals(runId) && model.name().equals(name)).findAny();
    }

    Optional<LoggedModel> logged(long sourceKey, String id) {
        return logged.logged(sourceKey, "").stream().filter(model -> model.id().equals(id)).findAny();
    }

    /// The files of a logged model.
    Path place(Source source, LoggedModel model, Cancel cancel) throws IOException {
        try (SourceArtifacts open = open(source)) {
            return artifacts.onDisk(found(open.of(model)), cancel);
        }
    }

    /// What the workspace has copied of the files of a logged model that no run here wrote.
    List<NamedFile> keptOfModel(Source source, LoggedModel model) {
        return content.ofModel(source.key(), model.id()).stream().map(this::kept).toList();
    }

    /// What the workspace has copied of a logged model's files.
    List<NamedFile> keptOfModel(long runKey, LoggedModel model, Attachments attachments) {
        return keptOfRun(runKey, RunArtifacts.folderOf(model), attachments);
    }

    /// A file or folder below the artifacts of a run.
    Path artifact(Source source, RunFrame frame, int row, String path, Cancel cancel) throws IOException {
        try (SourceArtifacts open = open(source)) {
            return artifacts.onDisk(below(found(open.of(frame, row)), path), cancel);
        }
    }

    private static SourceArtifacts open(Source source) {
        try {
            return SourceArtifacts.open(source);
        } catch (IOException notThere) {
            throw gone(String.valueOf(notThere.getMessage()));
        }
    }

    private static Path below(Path artifacts, String path) {
        try {
            return new ArtifactTree(artifacts).resolve(path);
        } catch (IOException notThere) {
            throw gone(String.valueOf(notThere.getMessage()));
        }
    }

    private static Path found(ArtifactPlace place) {
        return switch (place) {
            case ArtifactPlace.Found there -> there.folder();
            case ArtifactPlace.Missing missing -> throw gone(missing.reason());
        };
    }

    private static RegistryRefusal gone(String sentence) {
        return new RegistryRefusal(RegistryRefusal.Kind.FILE, sentence);
    }

    /// The part of a recorded address below the artifacts of a run: of `runs:/ID/model`, and of `…/ID/artifacts/model`.
    /// Empty where the address is of something else.
    private static Optional<String> below(String recorded, String runId) {
        String marked = "runs:/" + runId + "/";
        if ((recorded + "/").startsWith(marked)) {
            return Optional.of(recorded.length() < marked.length() ? "" : recorded.substring(marked.length()));
        }
        String artifacts = runId + "/artifacts/";
        int at = (recorded + "/").indexOf(artifacts);
        return at < 0 ? Optional.empty()
                : Optional.of((recorded + "/").substring(at + artifacts.length()).replaceFirst("/$", ""));
    }
}

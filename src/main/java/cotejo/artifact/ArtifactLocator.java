package cotejo.artifact;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the artifacts of a source's runs, by three rules in order: beside the run, at the recorded address, in the
/// folder the person gave.
///
/// What a source says is data, never authority. Below the source and the given folder only plain names are followed,
/// and what is found must really lie there, links resolved. A recorded address elsewhere is only believed when it is a
/// local folder that ends, also with its links resolved, in the run's own `<run id>/artifacts`: a hostile file may say
/// `file:///etc`. Nothing on a network is ever opened, not even asked whether it is there.
public final class ArtifactLocator {

    private final Path source;
    private final Path around;
    private final boolean folder;
    private final @Nullable Path remap;

    /// @param source the folder or database that was imported
    /// @param remap  a folder to look in when all else fails, or null
    public ArtifactLocator(Path source, @Nullable Path remap) {
        this.source = source.toAbsolutePath().normalize();
        this.folder = Files.isDirectory(source);
        Path parent = this.source.getParent();
        this.around = parent == null ? this.source : parent;
        this.remap = remap;
    }

    /// Whether a recorded address climbs out of where it begins: above its own top, or by `..` to anything but the
    /// artifacts of who it belongs to. `../mlruns/1/<run>/artifacts` does not; it only begins beside the store.
    ///
    /// @param owner the id of the run or logged model
    public static boolean climbs(String address, String owner) {
        RecordedPlace place = RecordedPlace.of(address);
        RecordedPlace.Parts parts = parts(place);
        if (parts == null || !parts.names().contains("..")) {
            return false;
        }
        RecordedPlace.Parts down = place instanceof RecordedPlace.Relative ? parts.withoutClimb() : parts;
        return down.leavesTop() || !parts.endsWith(List.of(owner, "artifacts"));
    }

    /// Finds the artifacts of a run.
    ///
    /// @param uri the address its source recorded; may be empty
    public ArtifactPlace locate(String experimentId, String runId, String uri) {
        List<List<String>> tails = List.of(List.of(experimentId, runId, "artifacts"), List.of(runId, "artifacts"));
        return locate(runId, tails, uri);
    }

    /// Finds the files of a logged model, which lie under `models` in its experiment.
    public ArtifactPlace locateModel(String experimentId, String modelId, String uri) {
        List<List<String>> tails = List.of(List.of(experimentId, "models", modelId, "artifacts"),
                List.of("models", modelId, "artifacts"), List.of(modelId, "artifacts"));
        return locate(modelId, tails, uri);
    }

    private ArtifactPlace locate(String owner, List<List<String>> tails, String uri) {
        RecordedPlace recorded = RecordedPlace.of(uri);
        List<List<String>> suffixes = suffixes(recorded, List.of(owner, "artifacts"));
        Path found = beside(owner, tails, suffixes);
        if (found != null) {
            return new ArtifactPlace.Found(found, ArtifactPlace.Rule.BESIDE_RUN);
        }
        found = recorded(recorded, List.of(owner, "artifacts"));
        if (found != null) {
            return new ArtifactPlace.Found(found, ArtifactPlace.Rule.RECORDED);
        }
        found = remap == null ? null : firstIn(remap, tails, suffixes);
        return found != null ? new ArtifactPlace.Found(found, ArtifactPlace.Rule.REMAPPED)
                : new ArtifactPlace.Missing(reason(recorded, List.of(owner, "artifacts")), uri);
    }

    private @Nullable Path beside(String owner, List<List<String>> tails, List<List<String>> suffixes) {
        if (!folder) {
            List<List<String>> all = new ArrayList<>();
            for (String store : List.of("artifacts", "mlruns", "mlartifacts")) {
                tails.forEach(tail -> all.add(join(store, tail)));
            }
            return firstIn(around, all, suffixes);
        }
        List<List<String>> all = new ArrayList<>(tails);
        tails.forEach(tail -> all.add(join(".trash", tail)));
        Path name = source.getFileName();
        boolean named = name != null && name.toString().equals(owner);
        boolean hasData = Files.isDirectory(source.resolve("params")) || Files.isDirectory(source.resolve("metrics"));
        if (named || hasData && Files.isRegularFile(source.resolve("meta.yaml"))) {
            all.add(List.of("artifacts"));
        }
        return firstIn(source, all, suffixes);
    }

    private static List<String> join(String first, List<String> rest) {
        List<String> all = new ArrayList<>();
        all.add(first);
        all.addAll(rest);
        return all;
    }

    /// The ends of the recorded path, longest first, down to `<run id>/artifacts`.
    private static List<List<String>> suffixes(RecordedPlace recorded, List<String> shortest) {
        RecordedPlace.Parts parts = parts(recorded);
        if (parts == null) {
            return List.of();
        }
        RecordedPlace.Parts down = parts.withoutClimb();
        if (down.climbs() || !down.endsWith(shortest)) {
            return List.of();
        }
        List<List<String>> suffixes = new ArrayList<>();
        for (int from = 0; from <= down.names().size() - shortest.size(); from++) {
            suffixes.add(down.names().subList(from, down.names().size()));
        }
        return suffixes;
    }

    private static RecordedPlace.@Nullable Parts parts(RecordedPlace recorded) {
        return switch (recorded) {
            case RecordedPlace.Absolute(RecordedPlace.Parts parts) -> parts;
            case RecordedPlace.Drive(char _, RecordedPlace.Parts parts) -> parts;
            case RecordedPlace.Network(RecordedPlace.Parts parts) -> parts;
            case RecordedPlace.Relative(RecordedPlace.Parts parts) -> parts;
            case RecordedPlace.Served(RecordedPlace.Parts parts) -> parts;
            case RecordedPlace.Remote _, RecordedPlace.Nowhere _ -> null;
        };
    }

    private static @Nullable Path firstIn(Path base, List<List<String>> tails, List<List<String>> suffixes) {
        for (List<List<String>> candidates : List.of(tails, suffixes)) {
            for (List<String> names : candidates) {
                Path path = SafeName.below(base, names);
                if (path != null && Files.isDirectory(path) && isReallyBelow(base, path)) {
                    return path;
                }
            }
        }
        return null;
    }

    private static boolean isReallyBelow(Path base, Path path) {
        try {
            Path real = path.toRealPath();
            Path realBase = base.toRealPath();
            return real.startsWith(realBase) && !real.equals(realBase);
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable Path recorded(RecordedPlace recorded, List<String> tail) {
        boolean windows = FileSystems.getDefault().getSeparator().equals("\\");
        return switch (recorded) {
            case RecordedPlace.Absolute(RecordedPlace.Parts parts) when !parts.climbs() ->
                trusted(windows ? rootOf(around) : Path.of("/"), parts, tail);
            case RecordedPlace.Drive(char letter, RecordedPlace.Parts parts) when windows ->
                trusted(Path.of(letter + ":\\"), parts, tail);
            case RecordedPlace.Relative(RecordedPlace.Parts parts) -> relative(parts, tail);
            case RecordedPlace.Served(RecordedPlace.Parts parts) when parts.endsWith(tail) ->
                firstIn(around, List.of(join("mlartifacts", parts.names()), parts.names()), List.of());
            case RecordedPlace.Absolute _, RecordedPlace.Drive _, RecordedPlace.Network _, RecordedPlace.Served _,
                    RecordedPlace.Remote _, RecordedPlace.Nowhere _ -> null;
        };
    }

    private static Path rootOf(Path path) {
        Path root = path.getRoot();
        return root == null ? path : root;
    }

    /// The writer's folder is not known; most often it was the one the store stands in, or one beside it.
    private @Nullable Path relative(RecordedPlace.Parts parts, List<String> tail) {
        RecordedPlace.Parts down = parts.withoutClimb();
        Path base = around;
        Path found = trusted(base, down, tail);
        for (int up = down.names().size(); found == null && up < parts.names().size(); up++) {
            Path parent = base.getParent();
            if (parent == null) {
                return null;
            }
            base = parent;
            found = trusted(base, down, tail);
        }
        return found;
    }

    /// A folder outside the source, when it ends as it must, before and after its links are resolved.
    private static @Nullable Path trusted(Path base, RecordedPlace.Parts parts, List<String> tail) {
        if (!parts.endsWith(tail)) {
            return null;
        }
        Path path = SafeName.below(base, parts.names());
        try {
            if (path == null || !Files.isDirectory(path)) {
                return null;
            }
            return path.toRealPath().endsWith(String.join("/", tail)) ? path : null;
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private static String reason(RecordedPlace recorded, List<String> tail) {
        return switch (recorded) {
            case RecordedPlace.Remote(String scheme) -> Texts.get("artifact.missing.remote", scheme);
            case RecordedPlace.Nowhere _ -> Texts.get("artifact.missing.nowhere");
            case RecordedPlace.Network _ -> Texts.get("artifact.missing.network");
            case RecordedPlace.Served _ -> Texts.get("artifact.missing.served");
            case RecordedPlace.Drive(char letter, RecordedPlace.Parts parts) -> believable(parts, tail)
                    ? Texts.get("artifact.missing.drive", String.valueOf(letter)) : Texts.get("artifact.missing.odd");
            case RecordedPlace.Absolute(RecordedPlace.Parts parts) -> gone(parts, tail);
            case RecordedPlace.Relative(RecordedPlace.Parts parts) -> gone(parts.withoutClimb(), tail);
        };
    }

    private static boolean believable(RecordedPlace.Parts parts, List<String> tail) {
        return !parts.climbs() && parts.endsWith(tail);
    }

    private static String gone(RecordedPlace.Parts parts, List<String> tail) {
        return Texts.get(believable(parts, tail) ? "artifact.missing.gone" : "artifact.missing.odd");
    }
}

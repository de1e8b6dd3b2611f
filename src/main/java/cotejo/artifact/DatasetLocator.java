package cotejo.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import cotejo.model.DatasetRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the file of a dataset that runs refer to. What a source recorded is data, never authority: relative addresses
/// and the ends of absolute ones are looked for below the source's folder, the two above it, and the folder the person
/// gave, by plain names only, and what is found must really lie there, links resolved. An absolute address elsewhere is
/// believed when it names a file or folder on this machine; nothing is opened before the person asks for it. Nothing on
/// a network is asked.
public final class DatasetLocator {

    private static final ObjectMapper JSON = new ObjectMapper();
    /// What recorders call the address: MLflow's local and http sources, Delta and Spark tables, Hugging Face.
    private static final List<String> FIELDS = List.of("uri", "path", "url", "delta_table_name", "data_files");
    private static final int ABOVE = 2;

    private final List<Path> roots;

    /// @param source the folder or database that was imported
    /// @param remap  a folder the person gave to look in; empty when none was given
    public DatasetLocator(Path source, String remap) {
        Set<Path> all = new LinkedHashSet<>();
        Path at = source.toAbsolutePath().normalize();
        all.add(at);
        for (int up = 0; up < ABOVE && at.getParent() != null && at.getParent().getParent() != null; up++) {
            at = at.getParent();
            all.add(at);
        }
        if (!remap.isEmpty()) {
            all.add(Path.of(remap).toAbsolutePath().normalize());
        }
        roots = List.copyOf(all);
    }

    /// The address as recorded: a field of the source's JSON, or the source itself where it is plain text. Empty when
    /// there is none.
    public static String address(DatasetRef dataset) {
        String source = dataset.source().strip();
        if (!source.startsWith("{")) {
            return source;
        }
        try {
            JsonNode tree = JSON.readTree(source);
            for (String field : FIELDS) {
                if (tree.path(field).isTextual()) {
                    return tree.path(field).asText();
                }
            }
        } catch (JsonProcessingException noJson) {
            return "";
        }
        return "";
    }

    /// The file or folder, if it can be found on this machine.
    public Optional<Path> locate(DatasetRef dataset) {
        String address = address(dataset);
        if (address.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return switch (RecordedPlace.of(address)) {
            case RecordedPlace.Relative relative -> below(relative.parts().withoutClimb());
            case RecordedPlace.Absolute absolute -> there("/", absolute.parts()).or(() -> below(absolute.parts()));
            case RecordedPlace.Drive drive -> there(drive.letter() + ":/", drive.parts())
                    .or(() -> below(drive.parts()));
            case RecordedPlace.Served served -> below(served.parts());
            case RecordedPlace.Network _, RecordedPlace.Remote _, RecordedPlace.Nowhere _ -> Optional.empty();
        };
    }

    private Optional<Path> there(String root, RecordedPlace.Parts parts) {
        if (parts.climbs() || parts.names().isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(root + String.join("/", parts.names()));
            return file.isAbsolute() && Files.isReadable(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException notHere) {
            return Optional.empty();
        }
    }

    /// The longest end of the path that is there below a root.
    private Optional<Path> below(RecordedPlace.Parts parts) {
        if (parts.climbs() || parts.names().isEmpty()) {
            return Optional.empty();
        }
        List<Path> found = new ArrayList<>();
        for (int from = 0; from < parts.names().size() && found.isEmpty(); from++) {
            String end = String.join("/", parts.names().subList(from, parts.names().size()));
            for (Path root : roots) {
                inside(root, end).ifPresent(found::add);
            }
        }
        return found.stream().findFirst();
    }

    private static Optional<Path> inside(Path root, String end) {
        try {
            Path file = root.resolve(end);
            return Files.isReadable(file) && file.toRealPath().startsWith(root.toRealPath()) ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException notThere) {
            return Optional.empty();
        }
    }
}

package cotejo.importing.format;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The datasets of one experiment, each read once, when a run first refers to it.
final class FolderDatasets {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final FolderReading reading;
    private final Path folder;
    private final Map<String, Optional<DatasetRef>> known = new HashMap<>();

    /// @param experiment the experiment's folder
    FolderDatasets(FolderReading reading, Path experiment) {
        this.reading = reading;
        this.folder = experiment.resolve("datasets");
    }

    /// The datasets a run read, from the meta files of its inputs. (Their `destination_id` repeats the source's; which
    /// run is meant is told by where they lie. Inputs that are models are not datasets.)
    List<DatasetUse> uses(Collection<FileListing.Entry> inputs, Collection<String> failed) {
        List<DatasetUse> uses = new ArrayList<>();
        for (FileListing.Entry input : inputs) {
            Path parent = input.path().getParent();
            if (!input.name().endsWith("/meta.yaml") || parent == null) {
                continue;
            }
            FolderMeta meta = FolderMeta.read(reading, parent);
            if (meta == null) {
                failed.add(input.name());
            } else if (!meta.text("source_type").equals("MODEL")) {
                String context = meta.texts("tags").getOrDefault("mlflow.data.context", "");
                String id = meta.text("source_id");
                dataset(id.isEmpty() ? FolderReading.name(parent) : id, input.path())
                        .ifPresent(dataset -> uses.add(new DatasetUse(dataset, context)));
            }
        }
        return uses;
    }

    private Optional<DatasetRef> dataset(String id, Path askedBy) {
        if (!ID.matcher(id).matches()) {
            reading.problem(askedBy, 0, "mlflowfolder.dataset.id");
            return Optional.empty();
        }
        return known.computeIfAbsent(id, this::read);
    }

    private Optional<DatasetRef> read(String id) {
        FolderMeta meta = FolderMeta.read(reading, folder.resolve(id));
        return Optional.ofNullable(meta).map(is -> new DatasetRef(is.text("name"), is.text("digest"),
                is.text("source_type"), is.text("source"), is.text("schema"), is.text("profile")));
    }
}

package cotejo.importing.format;

import cotejo.model.ModelVersion;
import cotejo.model.RegisteredModel;
import cotejo.model.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The registered models of a store, in the folder `models` beside its experiments.
final class FolderRegistry {

    private static final String VERSION = "version-";
    /// What MLflow writes as the stage of a version that was deleted.
    private static final String DELETED = "Deleted_Internal";

    private final FolderReading reading;

    FolderRegistry(FolderReading reading) {
        this.reading = reading;
    }

    void read(Path models) {
        for (Path folder : reading.folders(models)) {
            reading.cancel().check();
            boolean hasMeta = reading.isFile(folder.resolve("meta.yaml"));
            List<Path> versions = reading.folders(folder).stream()
                    .filter(version -> FolderReading.name(version).startsWith(VERSION)).toList();
            if (hasMeta || !versions.isEmpty()) {
                FolderMeta meta = FolderMeta.read(reading, folder);
                reading.sink().registeredModel(model(folder, meta == null ? FolderMeta.empty() : meta, versions));
            }
        }
    }

    private RegisteredModel model(Path folder, FolderMeta meta, List<Path> versionFolders) {
        List<ModelVersion> versions = new ArrayList<>();
        for (Path version : versionFolders) {
            version(version, versions);
        }
        versions.sort(Comparator.comparingInt(ModelVersion::version));
        String name = meta.text("name");
        return new RegisteredModel(name.isEmpty() ? FolderReading.name(folder) : name, meta.text("description"),
                meta.millis("creation_timestamp"), meta.millis("last_updated_timestamp"),
                KeyFiles.in(reading, folder.resolve("tags")), aliases(folder, meta, versions), versions);
    }

    private void version(Path folder, List<ModelVersion> versions) {
        FolderMeta meta = FolderMeta.read(reading, folder);
        if (meta == null || meta.text("current_stage").equals(DELETED)) {
            return;
        }
        long number = FolderMeta.numberOf(FolderReading.name(folder).substring(VERSION.length()));
        if (number <= 0 || number > Integer.MAX_VALUE) {
            reading.problem(folder, 0, "mlflowfolder.registry.version");
            return;
        }
        versions.add(new ModelVersion((int) number, Stage.parse(meta.text("current_stage")).orElse(Stage.NONE),
                meta.text("description"), meta.millis("creation_timestamp"), meta.millis("last_updated_timestamp"),
                meta.text("user_id"), meta.text("source"), meta.text("storage_location"), meta.text("run_id"),
                meta.text("run_link"), meta.text("model_id"), meta.text("status"), meta.text("status_message"),
                KeyFiles.in(reading, folder.resolve("tags"))));
    }

    /// The folder `aliases` says what holds; the list in the meta file may be out of date and only counts without it.
    private Map<String, Integer> aliases(Path folder, FolderMeta meta, List<ModelVersion> versions) {
        Path aliases = folder.resolve("aliases");
        Map<String, String> said = reading.isFolder(aliases) ? KeyFiles.in(reading, aliases) : meta.texts("aliases");
        Set<Integer> there = versions.stream().map(ModelVersion::version).collect(Collectors.toSet());
        Map<String, Integer> numbers = new TreeMap<>();
        said.forEach((alias, text) -> {
            int number = (int) FolderMeta.numberOf(text);
            if (there.contains(number)) {
                numbers.put(alias, number);
            }
        });
        return numbers;
    }
}

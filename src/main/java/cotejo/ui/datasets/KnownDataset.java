package cotejo.ui.datasets;

import cotejo.artifact.DatasetLocator;
import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of the list of datasets: one that runs refer to, or a file that was opened.
///
/// @param dataset what runs say of it, or null for a file nobody refers to
/// @param file    where it lies, or null when it cannot be found on this machine
/// @param runs    the keys of the runs that read it
record KnownDataset(@Nullable DatasetRef dataset, @Nullable Path file, List<Long> runs) {

    KnownDataset {
        runs = List.copyOf(runs);
    }

    static KnownDataset ofFile(Path file) {
        return new KnownDataset(null, file, List.of());
    }

    String name() {
        DatasetRef known = dataset;
        Path place = file;
        if (known != null) {
            return known.name();
        }
        return place == null ? "" : String.valueOf(place.getFileName() == null ? place : place.getFileName());
    }

    /// The datasets of all runs that are not in the trash, by name, each looked for on this machine. Touches the disk.
    static List<KnownDataset> of(RunFrame frame, List<Source> sources) {
        Map<DatasetRef, List<Long>> users = new LinkedHashMap<>();
        Map<DatasetRef, Long> sourceOf = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            if (!frame.trashed(row)) {
                for (DatasetUse use : frame.datasets(row)) {
                    users.computeIfAbsent(use.dataset(), any -> new ArrayList<>()).add(frame.run(row).key());
                    sourceOf.putIfAbsent(use.dataset(), frame.run(row).sourceKey());
                }
            }
        }
        Map<Long, DatasetLocator> locators = new HashMap<>();
        sources.forEach(source -> locators.put(source.key(),
                new DatasetLocator(Path.of(source.path()), source.remap())));
        List<KnownDataset> all = new ArrayList<>();
        users.forEach((dataset, runs) -> {
            DatasetLocator locator = locators.get(sourceOf.get(dataset));
            all.add(new KnownDataset(dataset, locator == null ? null : locator.locate(dataset).orElse(null), runs));
        });
        all.sort(Comparator.comparing((KnownDataset known) -> known.name().toLowerCase(Locale.ROOT)));
        return all;
    }
}

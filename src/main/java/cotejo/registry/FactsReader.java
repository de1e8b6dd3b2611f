package cotejo.registry;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.ModelId;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.VersionCard;
import cotejo.store.RegistryBook;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds out what can be known of a version from its run and its files. What was kept with it when it was registered
/// counts; for a version that an import brought it is read where it lies, and remembered while the program runs.
final class FactsReader {

    private static final int REMEMBERED = 500;

    private record Place(ModelId id, int version, long updated) {
    }

    private final RegistryBook book;
    private final Whereabouts whereabouts;
    private final Map<Place, VersionFacts.ModelPart> remembered = Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, VersionFacts.ModelPart> eldest) {
                    return size() > REMEMBERED;
                }
            });

    FactsReader(RegistryBook book, Whereabouts whereabouts) {
        this.book = book;
        this.whereabouts = whereabouts;
    }

    VersionFacts of(ModelId id, VersionCard version, Cancel cancel) {
        RegistryBook.Facts kept = book.facts(id, version.version());
        if (!kept.json().isEmpty()) {
            return FactsJson.facts(kept.json());
        }
        RunFrame frame = whereabouts.frame();
        int row = whereabouts.run(frame, version);
        Place place = new Place(id, version.version(), version.updated());
        VersionFacts.ModelPart model = remembered.get(place);
        if (model == null) {
            model = filesOf(version, cancel);
            remembered.put(place, model);
        }
        return new VersionFacts(row < 0 ? VersionFacts.RunPart.NONE : run(frame, row), model);
    }

    private VersionFacts.ModelPart filesOf(VersionCard version, Cancel cancel) {
        try {
            return Inspection.of(whereabouts.place(version, cancel), cancel);
        } catch (IOException | RegistryRefusal notThere) {
            return VersionFacts.ModelPart.NONE;
        }
    }

    /// What a run says, as it stands now.
    static VersionFacts.RunPart run(RunFrame frame, int row) {
        Run run = frame.run(row);
        RunFacts facts = frame.facts(row);
        @Nullable Experiment experiment = frame.experiment(row);
        SortedMap<String, Double> metrics = new TreeMap<>();
        facts.metrics().forEach((key, summary) -> metrics.put(key, summary.last()));
        List<VersionFacts.Data> data = new ArrayList<>();
        for (DatasetUse use : facts.datasets()) {
            DatasetRef ref = use.dataset();
            data.add(new VersionFacts.Data(ref.name(), ref.digest(), ref.sourceType(), ref.source(), ref.schema(),
                    ref.profile(), use.context()));
        }
        return new VersionFacts.RunPart(run.id(), run.name(), experiment == null ? "" : experiment.name(), run.user(),
                run.start(), new TreeMap<>(facts.params()), metrics, new TreeMap<>(facts.tags()), data, List.of());
    }
}

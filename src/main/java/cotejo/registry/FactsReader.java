package cotejo.registry;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.ModelId;
import cotejo.model.Run;
import cotejo.model.RunFacts;
import cotejo.model.RunFrame;
import cotejo.model.StoredFile;
import cotejo.model.VersionCard;
import cotejo.store.ContentStore;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Finds out what can be known of a version from its run and its files. What was kept with it when it was registered
/// counts; for a version that an import brought it is read where it lies, and remembered while the program runs.
final class FactsReader {

    private static final int REMEMBERED = 500;

    /// How much is hashed only to be told: the files of larger models when they are kept, or when [#hash] is asked to.
    private static final long HASHED = 64L << 20;

    private record Place(ModelId id, int version, long updated) {
    }

    /// What was read where the source has a version.
    private record Known(VersionFacts.ModelPart model, List<String> artifacts, List<StoredFile> files) {
    }

    private final RegistryBook book;
    private final Whereabouts whereabouts;
    private final Attachments attachments;
    private final Map<Place, Known> remembered = Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Place, Known> eldest) {
                    return size() > REMEMBERED;
                }
            });

    private final Map<Place, ReentrantLock> claims = new ConcurrentHashMap<>();

    FactsReader(RegistryBook book, Whereabouts whereabouts, Attachments attachments) {
        this.book = book;
        this.whereabouts = whereabouts;
        this.attachments = attachments;
    }

    VersionFacts of(ModelId id, VersionCard version, Cancel cancel) {
        RegistryBook.Facts kept = book.facts(id, version.version());
        if (!kept.json().isEmpty()) {
            return FactsJson.facts(kept.json());
        }
        RunFrame frame = whereabouts.frame();
        int row = whereabouts.run(frame, version);
        Known known = known(id, version, cancel);
        return new VersionFacts(row < 0 ? VersionFacts.RunPart.NONE : run(frame, row, known.artifacts()),
                known.model());
    }

    /// The files of a version, with their hashes: those the workspace keeps, else those its source has. Where they are
    /// too large to be read only for that, they have empty ones until [#hash] was asked for them.
    List<StoredFile> files(ModelId id, VersionCard version, Cancel cancel) {
        return version.kept() ? book.files(id, version.version()) : known(id, version, cancel).files();
    }

    private Known known(ModelId id, VersionCard version, Cancel cancel) {
        Place place = new Place(id, version.version(), version.updated());
        Known known = remembered.get(place);
        if (known == null) {
            RunFrame frame = whereabouts.frame();
            int row = whereabouts.run(frame, version);
            known = new Known(filesOf(version, cancel),
                    row < 0 ? List.of() : whereabouts.artifacts(frame, row, attachments),
                    hashed(version, HASHED, cancel));
            remembered.put(place, known);
        }
        return known;
    }

    /// Reads the files of a version that is not kept for their hashes, however large they are. Of two who ask at once
    /// one reads, and the other has what came of it.
    void hash(ModelId id, VersionCard version, Cancel cancel) {
        if (version.kept()) {
            return;
        }
        Place place = new Place(id, version.version(), version.updated());
        ReentrantLock claim = claims.computeIfAbsent(place, any -> new ReentrantLock());
        claim.lock();
        try {
            cancel.check();
            Known known = known(id, version, cancel);
            if (known.files().stream().anyMatch(file -> file.sha256().isEmpty())) {
                List<StoredFile> hashed = hashed(version, Long.MAX_VALUE, cancel);
                if (!hashed.isEmpty()) {
                    remembered.put(place, new Known(known.model(), known.artifacts(), hashed));
                }
            }
        } finally {
            claims.remove(place, claim);
            claim.unlock();
        }
    }

    private List<StoredFile> hashed(VersionCard version, long most, Cancel cancel) {
        List<StoredFile> hashed = new ArrayList<>();
        try {
            List<NamedFile> files = Folders.files(whereabouts.place(version, cancel), cancel);
            boolean small = files.stream().mapToLong(NamedFile::bytes).sum() <= most;
            for (NamedFile file : files) {
                hashed.add(new StoredFile(file.path(), small ? ContentStore.hash(file.file(), cancel) : "",
                        file.bytes()));
            }
        } catch (IOException | RegistryRefusal notThere) {
            return List.of();
        }
        return hashed;
    }

    private VersionFacts.ModelPart filesOf(VersionCard version, Cancel cancel) {
        try {
            return Inspection.of(whereabouts.place(version, cancel), cancel);
        } catch (IOException | RegistryRefusal notThere) {
            return VersionFacts.ModelPart.NONE;
        }
    }

    /// What a run says, as it stands now.
    ///
    /// @param artifacts paths of what it left beside its models
    static VersionFacts.RunPart run(RunFrame frame, int row, List<String> artifacts) {
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
                run.start(), new TreeMap<>(facts.params()), metrics, new TreeMap<>(facts.tags()), data, artifacts);
    }
}

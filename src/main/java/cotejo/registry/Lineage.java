package cotejo.registry;

import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.ModelCard;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.VersionCard;
import cotejo.work.Cancel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// From data to runs to versions to stages, and back.
public final class Lineage {

    /// A dataset on the way; its context is what a run used it for.
    public record Data(String name, String digest, String context) {
    }

    /// The way to one version.
    ///
    /// @param data   what its run read
    /// @param run    null when the workspace does not have it
    /// @param runRow of that run in the frame, or -1
    public record Way(List<Data> data, @Nullable Run run, String experiment, int runRow, ModelCard model,
            VersionCard version) {
    }

    private final Registry registry;

    Lineage(Registry registry) {
        this.registry = registry;
    }

    /// The way to a version.
    public Way of(ModelCard model, VersionCard version, Cancel cancel) {
        RunFrame frame = registry.versions().frame();
        int row = registry.versions().runRow(frame, version);
        List<Data> data = new ArrayList<>();
        if (row >= 0) {
            for (DatasetUse use : frame.datasets(row)) {
                DatasetRef ref = use.dataset();
                data.add(new Data(ref.name(), ref.digest(), use.context()));
            }
        } else {
            registry.versions().facts(model.id(), version, cancel).run().data()
                    .forEach(d -> data.add(new Data(d.name(), d.digest(), d.context())));
        }
        @Nullable Experiment experiment = row < 0 ? null : frame.experiment(row);
        return new Way(List.copyOf(data), row < 0 ? null : frame.run(row), experiment == null ? "" : experiment.name(),
                row, model, version);
    }

    /// Which versions were trained on a dataset of this name or digest.
    public List<Way> trainedOn(String nameOrDigest, Cancel cancel) {
        return ways(version -> true, cancel).stream().filter(way -> way.data().stream()
                .anyMatch(data -> data.name().equals(nameOrDigest) || data.digest().equals(nameOrDigest))).toList();
    }

    /// Which runs led to what is in a stage.
    public List<Way> behind(String stage, Cancel cancel) {
        return ways(version -> version.stage().equals(stage), cancel);
    }

    private List<Way> ways(Predicate<VersionCard> wanted, Cancel cancel) {
        List<Way> ways = new ArrayList<>();
        for (ModelCard model : registry.models()) {
            for (VersionCard version : model.live()) {
                cancel.check();
                if (wanted.test(version)) {
                    ways.add(of(model, version, cancel));
                }
            }
        }
        return ways;
    }

    /// The versions a run led to.
    public List<Way> from(long runKey, Cancel cancel) {
        RunFrame frame = registry.versions().frame();
        int row = frame.row(runKey);
        return row < 0 ? List.of()
                : ways(version -> version.runId().equals(frame.run(row).id()), cancel).stream()
                        .filter(way -> way.runRow() == row).toList();
    }
}

package cotejo.ui.details;

import cotejo.artifact.ArtifactLocator;
import cotejo.artifact.ArtifactPlace;
import cotejo.artifact.ArtifactTree;
import cotejo.model.Experiment;
import cotejo.model.Problem;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.Source;
import cotejo.store.SourceStore;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The artifact rows of a run. Looks at the disk; not for the FX thread.
final class Artifacts {

    private Artifacts() {
    }

    /// The rows, with the folders named open.
    static List<DetailRow> rows(SourceStore sources, RunFrame frame, int row, Set<String> open) {
        Run run = frame.run(row);
        @Nullable Source source = sources.all().stream().filter(s -> s.key() == run.sourceKey()).findAny().orElse(null);
        if (source == null) {
            return List.of();
        }
        if (source.path().contains("!/") || !Files.exists(Path.of(source.path()))) {
            String key = source.path().contains("!/") ? "details.artifacts.inZip" : "details.artifacts.sourceGone";
            return List.of(new DetailRow.Hint(Texts.get(key, source.path())));
        }
        @Nullable Experiment experiment = frame.experiment(row);
        Path remap = source.remap().isEmpty() ? null : Path.of(source.remap());
        ArtifactPlace place = new ArtifactLocator(Path.of(source.path()), remap)
                .locate(experiment == null ? "" : experiment.id(), run.id(), run.artifactUri());
        return switch (place) {
            case ArtifactPlace.Missing missing -> List.of(new DetailRow.Hint(missing.reason()));
            case ArtifactPlace.Found found -> listed(found, open);
        };
    }

    private static List<DetailRow> listed(ArtifactPlace.Found found, Set<String> open) {
        List<DetailRow> rows = new ArrayList<>();
        try {
            ArtifactTree tree = new ArtifactTree(found.folder());
            add(tree, "", 0, open, rows);
            // texts: details.artifacts.rule.*
            String rule = "details.artifacts.rule." + found.rule().name().toLowerCase(Locale.ROOT);
            rows.addFirst(new DetailRow.Pair(Texts.get("details.artifacts.where"), Texts.get(rule),
                    found.folder().toString()));
        } catch (IOException unreadable) {
            rows.add(new DetailRow.Hint(Problem.describe(unreadable)));
        }
        return rows;
    }

    private static void add(ArtifactTree tree, String path, int depth, Set<String> open, List<DetailRow> rows)
            throws IOException {
        ArtifactTree.Listing listing = tree.children(path);
        for (ArtifactTree.Entry entry : listing.entries()) {
            boolean isOpen = open.contains(entry.path()) && entry.kind() == ArtifactTree.Kind.FOLDER;
            rows.add(new DetailRow.Artifact(entry, depth, isOpen));
            if (isOpen) {
                add(tree, entry.path(), depth + 1, open, rows);
            }
        }
        if (listing.cut()) {
            rows.add(new DetailRow.Hint(Texts.get("details.artifacts.cut", Figures.count(ArtifactTree.MOST))));
        }
    }
}

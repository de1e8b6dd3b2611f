package cotejo.importing.format;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/// What a folder is, told by what is in it and by no name but MLflow's own reserved ones.
sealed interface FolderShape {

    /// A store: experiments, or what is left of one.
    ///
    /// @param experiments how many experiments with a meta file were seen, those in the trash included
    /// @param models      how many registered models
    /// @param bareRuns    how many runs in experiments without a meta file
    record Store(int experiments, int models, int bareRuns) implements FolderShape {
    }

    /// One experiment.
    record Experiment(boolean hasMeta, int runs) implements FolderShape {
    }

    /// One run.
    record OneRun(boolean hasMeta) implements FolderShape {
    }

    /// The registry of a store alone.
    record Registry(int models) implements FolderShape {
    }

    /// Artifacts of runs that are recorded elsewhere: from MLflow 3.7 on in a database.
    record ArtifactsOnly() implements FolderShape {
    }

    /// Anything else.
    record Other() implements FolderShape {
    }

    /// What a `meta.yaml` is about.
    enum MetaKind {
        EXPERIMENT, RUN, REGISTERED_MODEL, OTHER, NONE
    }

    /// Looks at a folder: a few kilobytes of a few meta files, three levels deep, in bounded steps.
    static FolderShape of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new Other();
        }
        return switch (metaKind(folder)) {
            case RUN -> new OneRun(true);
            case EXPERIMENT -> new Experiment(true, 0);
            case REGISTERED_MODEL -> new Other();
            case OTHER -> new Look(folder).withOddMeta();
            case NONE -> new Look(folder).withoutMeta();
        };
    }

    /// What a folder's meta file is about, told by the names of its fields, so that one with broken values counts too.
    static MetaKind metaKind(Path folder) {
        Path file = folder.resolve("meta.yaml");
        if (!Files.isRegularFile(file)) {
            return MetaKind.NONE;
        }
        Set<String> keys = new HashSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(Look.META_BYTES), StandardCharsets.UTF_8);
            Look.KEY.matcher(text).results().forEach(key -> keys.add(key.group(1)));
        } catch (IOException e) {
            return MetaKind.OTHER;
        }
        if (keys.contains("current_stage") || keys.contains("model_id")) {
            return MetaKind.OTHER;
        }
        if (keys.contains("run_id") || keys.contains("run_uuid")) {
            return MetaKind.RUN;
        }
        if (keys.contains("experiment_id") && (keys.contains("name") || keys.contains("artifact_location"))) {
            return MetaKind.EXPERIMENT;
        }
        return keys.contains("name") && keys.contains("creation_timestamp") ? MetaKind.REGISTERED_MODEL
                : MetaKind.OTHER;
    }

    /// One look at one folder.
    final class Look {

        private static final int META_BYTES = 1 << 16;
        private static final Pattern KEY = Pattern.compile("(?m)^([a-z_]+)[ \t]*:");
        private static final Pattern RUN_ID = Pattern.compile("[0-9a-f]{32}");
        private static final int MOST_CHILDREN = 20_000;
        private static final int MOST_META = 2_000;
        private static final int MOST_BARE = 100;

        private final Path folder;
        private int experiments;
        private int runs;
        private int bareRuns;
        private int models;
        private int artifactRuns;
        private int grandRuns;

        Look(Path folder) {
            this.folder = folder;
        }

        private static List<Path> folders(Path parent, int most) throws IOException {
            List<Path> folders = new ArrayList<>();
            boolean _ = ChildWalk.walk(parent, Cancel.never(), most, (child, attributes) -> {
                if (attributes.isDirectory()) {
                    folders.add(child);
                }
            });
            return folders;
        }

        /// The folders in one of the folder's own; none where it may not be looked into, which says nothing about the
        /// rest and is told when the store is read.
        private static List<Path> within(Path child, int most) {
            try {
                return folders(child, most);
            } catch (IOException closed) {
                LoggerFactory.getLogger(FolderShape.class).debug("{} may not be looked into", child, closed);
                return List.of();
            }
        }

        /// A meta file that says nothing we know, or is broken: what lies beside it decides.
        FolderShape withOddMeta() throws IOException {
            if (looksLikeRun(folder)) {
                return new OneRun(true);
            }
            int found = 0;
            for (Path child : folders(folder, MOST_CHILDREN)) {
                found += found < MOST_META && metaKind(child) == MetaKind.RUN ? 1 : 0;
            }
            return found > 0 ? new Experiment(true, found) : new Other();
        }

        FolderShape withoutMeta() throws IOException {
            List<Path> children = folders(folder, MOST_CHILDREN);
            int looked = 0;
            int bare = 0;
            boolean trash = false;
            boolean registry = false;
            for (Path child : children) {
                String name = FolderReading.name(child);
                if (name.equals(".trash")) {
                    trash = true;
                    experiments += trashed(child);
                } else if (name.equals("models")) {
                    registry = true;
                    models += registered(child);
                } else if (looked++ < MOST_META && !met(child) && bare++ < MOST_BARE) {
                    bare(child);
                }
            }
            return verdict(trash && registry && children.size() == 2);
        }

        private FolderShape verdict(boolean freshStore) {
            if (experiments > 0 || freshStore && models == 0 && runs == 0) {
                return new Store(experiments, models, grandRuns);
            }
            if (runs > 0 || bareRuns > 0) {
                return looksLikeRun(folder) ? new OneRun(false) : new Experiment(false, runs + bareRuns);
            }
            if (models > 0 && grandRuns == 0) {
                return folder.endsWith("models") ? new Registry(models) : new Store(0, models, 0);
            }
            if (grandRuns > 0) {
                return new Store(0, models, grandRuns);
            }
            if (looksLikeRun(folder)) {
                return new OneRun(false);
            }
            return artifactRuns > 0 ? new ArtifactsOnly() : new Other();
        }

        /// Counts a child by its meta file; false when it has none.
        private boolean met(Path child) {
            switch (metaKind(child)) {
                case EXPERIMENT -> experiments++;
                case RUN -> runs++;
                case REGISTERED_MODEL -> models++;
                case OTHER, NONE -> {
                    return false;
                }
            }
            return true;
        }

        private void bare(Path child) {
            if (looksLikeRun(child)) {
                bareRuns++;
                return;
            }
            if (holdsArtifacts(child)) {
                artifactRuns++;
                return;
            }
            for (Path grandchild : within(child, MOST_BARE)) {
                boolean run = metaKind(grandchild) == MetaKind.RUN || looksLikeRun(grandchild);
                grandRuns += run ? 1 : 0;
                artifactRuns += !run && holdsArtifacts(grandchild) ? 1 : 0;
            }
        }

        private static int trashed(Path trash) {
            int found = 0;
            for (Path child : within(trash, MOST_META)) {
                found += metaKind(child) == MetaKind.EXPERIMENT ? 1 : 0;
            }
            return found;
        }

        private static int registered(Path registry) {
            int found = 0;
            for (Path child : within(registry, MOST_META)) {
                found += metaKind(child) == MetaKind.REGISTERED_MODEL ? 1 : 0;
            }
            return found;
        }

        /// A run whose meta file is missing or broken: MLflow's kind of id, and folders with data.
        private static boolean looksLikeRun(Path folder) {
            return RUN_ID.matcher(FolderReading.name(folder)).matches()
                    && (Files.isDirectory(folder.resolve("params")) || Files.isDirectory(folder.resolve("metrics"))
                            || Files.isDirectory(folder.resolve("tags")));
        }

        private static boolean holdsArtifacts(Path folder) {
            return RUN_ID.matcher(FolderReading.name(folder)).matches()
                    && Files.isDirectory(folder.resolve("artifacts"));
        }
    }
}

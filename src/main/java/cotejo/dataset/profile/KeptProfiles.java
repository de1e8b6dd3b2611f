package cotejo.dataset.profile;

import cotejo.dataset.Dataset;
import cotejo.dataset.FileStamp;
import cotejo.dataset.Leaf;
import cotejo.dataset.Oddity;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.csv.Delimited;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Profiles that were made before. They hold as long as path, size and time of every file of the dataset stay what they
/// were when it was opened; a delimited text read in another way is another dataset. Bounded: 8 MB a dataset, 64 MB
/// together, those used least lately go first. A column in which something odd was met is always read anew, so that
/// what was odd is counted again. Safe from any thread.
public final class KeptProfiles {

    /// Changes whenever profiles of the same data come out otherwise than before.
    private static final String EDITION = "4";
    private static final long EACH = 8L << 20;
    private static final long ALL = 64L << 20;
    private static final Set<String> HARMLESS = Set.of("checksums", "comment");

    private final Optional<Path> folder;
    private final LinkedHashMap<String, Map<String, byte[]>> memory = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private KeptProfiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /// In a folder, which is made when there is something to keep.
    public static KeptProfiles in(Path folder) {
        return new KeptProfiles(Optional.of(folder));
    }

    /// As long as the program runs.
    public static KeptProfiles inMemory() {
        return new KeptProfiles(Optional.empty());
    }

    /// Gives those that are there of all of the data.
    ///
    /// @return the leaves there is none of
    public List<Leaf> scanned(Dataset dataset, List<Leaf> leaves, Profiles.Found found) {
        return look(identity(dataset), leaves, "scan", found);
    }

    /// As [Profiles#scan], but only of leaves that nothing is kept of.
    public void scan(Dataset dataset, List<Leaf> leaves, Profiles.Found found, Progress progress, Cancel cancel)
            throws IOException {
        List<Leaf> missing = scanned(dataset, leaves, found);
        if (!missing.isEmpty()) {
            dataset.countRows(cancel);
            try (Keeper keeper = new Keeper(dataset, "scan", found)) {
                Profiles.scan(dataset, missing, keeper, progress, cancel);
            }
        }
    }

    /// As [Profiles#sample], but only of leaves that nothing is kept of.
    public void sample(Dataset dataset, List<Leaf> leaves, long rows, Profiles.Found found, Cancel cancel)
            throws IOException {
        String kind = "sample " + rows + (dataset.rowCount().isWhole() ? " of all" : " first");
        List<Leaf> missing = look(identity(dataset), leaves, kind, found);
        if (!missing.isEmpty()) {
            try (Keeper keeper = new Keeper(dataset, kind, found)) {
                Profiles.sample(dataset, missing, rows, keeper, cancel);
            }
        }
    }

    private List<Leaf> look(String identity, List<Leaf> leaves, String kind, Profiles.Found found) {
        Map<String, byte[]> kept = of(identity);
        List<Leaf> missing = new ArrayList<>();
        for (Leaf leaf : leaves) {
            byte[] known;
            synchronized (this) {
                known = kept.get(key(kind, leaf));
            }
            try {
                if (known == null) {
                    missing.add(leaf);
                } else {
                    found.kept(ProfileBytes.read(known, leaf));
                }
            } catch (IOException | RuntimeException otherProgram) {
                missing.add(leaf);
            }
        }
        return missing;
    }

    private synchronized Map<String, byte[]> of(String identity) {
        Map<String, byte[]> kept = memory.get(identity);
        if (kept == null) {
            kept = folder.map(path -> new ProfileFile(path, identity, EACH).read()).orElseGet(HashMap::new);
            memory.put(identity, kept);
            bytes += size(kept);
            shrink();
        }
        return kept;
    }

    private static long size(Map<String, byte[]> some) {
        return some.entrySet().stream().mapToLong(entry -> 200L + entry.getKey().length() + entry.getValue().length)
                .sum();
    }

    private void shrink() {
        while (bytes > ALL && memory.size() > 1) {
            bytes -= size(memory.pollFirstEntry().getValue());
        }
    }

    private synchronized void keep(String identity, Map<String, byte[]> profiles) {
        Map<String, byte[]> kept = of(identity);
        long before = size(kept);
        if (before + size(profiles) <= EACH) {
            kept.putAll(profiles);
            bytes += size(kept) - before;
            shrink();
            folder.ifPresent(path -> {
                new ProfileFile(path, identity, EACH).add(profiles);
                ProfileFile.prune(path, ALL);
            });
        }
    }

    private static String key(String kind, Leaf leaf) {
        return kind + '\n' + leaf.column() + '\n' + leaf.path() + '\n' + leaf.type().label();
    }

    private static String identity(Dataset dataset) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((EDITION + dataset.format()).getBytes(StandardCharsets.UTF_8));
            for (FileStamp stamp : dataset.stamps()) {
                digest.update((stamp + "\n").getBytes(StandardCharsets.UTF_8));
            }
            if (dataset instanceof Delimited text) {
                digest.update(text.dialect().toString().getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /// Hands on what is found, and keeps it at the end when the files are still what they were.
    private final class Keeper implements Profiles.Found, AutoCloseable {
        private final Dataset dataset;
        private final String kind;
        private final Profiles.Found found;
        private final Set<String> oddBefore;
        private final List<ColumnProfile> profiles = new ArrayList<>();

        Keeper(Dataset dataset, String kind, Profiles.Found found) {
            this.dataset = dataset;
            this.kind = kind;
            this.found = found;
            this.oddBefore = odd(dataset);
        }

        @Override
        public void profile(ColumnProfile profile) {
            synchronized (this) {
                profiles.add(profile);
            }
            found.profile(profile);
        }

        @Override
        public void failed(Leaf leaf, UnreadableData why) {
            found.failed(leaf, why);
        }

        @Override
        public void close() throws IOException {
            Set<String> odd = odd(dataset);
            Set<String> columns = new HashSet<>();
            odd.stream().filter(any -> any.contains(":")).forEach(any -> columns.add(any.substring(
                    any.indexOf(':') + 1)));
            odd.removeIf(any -> any.contains(":"));
            if (!oddBefore.containsAll(odd) || !dataset.stamps().stream().allMatch(FileStamp::holds)) {
                return;
            }
            Map<String, byte[]> some = new LinkedHashMap<>();
            for (ColumnProfile profile : profiles) {
                if (profile.others() <= 0 && !columns.contains(dataset.columns().get(profile.leaf().column()).name())) {
                    some.put(key(kind, profile.leaf()), ProfileBytes.of(profile));
                }
            }
            if (!some.isEmpty()) {
                keep(identity(dataset), some);
            }
        }

        private static Set<String> odd(Dataset dataset) {
            Set<String> kinds = new HashSet<>();
            for (Oddity oddity : dataset.oddities()) {
                if (!HARMLESS.contains(oddity.kind())) {
                    kinds.add(oddity.kind());
                }
            }
            return kinds;
        }
    }
}

package cotejo.registry;

import cotejo.model.StoredFile;
import cotejo.store.ContentStore;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads a bundle. A stranger may have made it: nothing in it is longer than it says, and no name leads anywhere.
public final class BundleReader implements AutoCloseable {

    private static final int LARGEST_TEXT = 64 << 20;
    private static final int MOST_PROBLEMS = 100;

    /// What a bundle holds, and what is wrong with it.
    public record Report(String model, int version, int files, long bytes, List<String> problems) {

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    BundleReader(Path path) throws IOException {
        this.path = path;
        this.zip = open(path);
        boolean good = false;
        try {
            this.manifest = read();
            good = true;
        } finally {
            if (!good) {
                zip.close();
            }
        }
    }

    private static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException noZip) {
            throw refused("registry.bundle.noZip", path.toString());
        }
    }

    private static RegistryRefusal refused(String key, String... args) {
        return new RegistryRefusal(RegistryRefusal.Kind.FILE, Texts.get(key, (Object[]) args));
    }

    private Manifest read() throws IOException {
        @Nullable String text = text(BundleWriter.MANIFEST);
        @Nullable Manifest read = text == null ? null : FactsJson.read(text, Manifest.class);
        if (read == null || !Manifest.FORMAT.equals(read.format()) || !whole(read)) {
            throw refused("registry.bundle.none", path.toString());
        }
        if (read.layout() > Manifest.LAYOUT) {
            throw refused("registry.bundle.newer", path.toString());
        }
        for (StoredFile file : read.files()) {
            if (!isPlain(file.path())) {
                throw refused("registry.bundle.path", path.toString(), file.path());
            }
        }
        return read;
    }

    /// JSON may leave out what a record must have.
    private static boolean whole(Manifest m) {
        for (Object part : new @Nullable Object[] {m.model(), m.modelDescription(), m.modelTags(), m.stage(),
            m.aliases(), m.description(), m.tags(), m.user(), m.source(), m.runOrigin(), m.runId(), m.modelId(),
            m.digest(), m.facts(), m.passportByHand(), m.history(), m.files()}) {
            if (!said(part)) {
                return false;
            }
        }
        for (StoredFile file : m.files()) {
            if (!said(file) || !said(file.path()) || !said(file.sha256())) {
                return false;
            }
        }
        return m.version() > 0 && m.files().size() <= Folders.MOST;
    }

    private static boolean said(@Nullable Object part) {
        return part != null;
    }

    static boolean isPlain(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isBlank() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0
                    || part.indexOf(':') >= 0 || part.chars().anyMatch(c -> c < ' ')) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String text(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) {
                throw refused("registry.bundle.none", path.toString());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// Takes all files into the workspace.
    List<StoredFile> take(ContentStore.Intake intake, Progress progress, Cancel cancel) throws IOException {
        List<StoredFile> taken = new ArrayList<>();
        for (StoredFile file : manifest.files()) {
            ZipEntry entry = zip.getEntry(BundleWriter.FILES + file.path());
            if (entry == null) {
                throw refused("registry.bundle.damaged", path.toString(),
                        Texts.get("registry.file.missing", file.path()));
            }
            try (InputStream in = new Limited(zip.getInputStream(entry), file.bytes())) {
                StoredFile kept = intake.take(file.path(), in, progress, cancel);
                if (!kept.equals(file)) {
                    throw refused("registry.bundle.damaged", path.toString(),
                            Texts.get("registry.file.changed", file.path()));
                }
                taken.add(kept);
            } catch (ZipException broken) {
                throw refused("registry.bundle.damaged", path.toString(),
                        Texts.get("registry.file.changed", file.path()));
            }
        }
        return taken;
    }

    /// Compares everything with its check sum.
    Report verify(Cancel cancel) throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, String> sums = sums();
        Set<String> known = new HashSet<>(Set.of(BundleWriter.CHECKSUMS));
        for (StoredFile file : manifest.files()) {
            String name = BundleWriter.FILES + file.path();
            known.add(name);
            check(name, file.sha256(), file.bytes(), problems, cancel);
            if (!file.sha256().equals(sums.get(name))) {
                add(problems, Texts.get("registry.bundle.noSum", name));
            }
        }
        for (String name : List.of(BundleWriter.MANIFEST, BundleWriter.PASSPORT)) {
            known.add(name);
            check(name, sums.getOrDefault(name, ""), LARGEST_TEXT, problems, cancel);
        }
        zip.stream().map(ZipEntry::getName).filter(name -> !known.contains(name) && !name.endsWith("/"))
                .forEach(name -> add(problems, Texts.get("registry.bundle.stray", name)));
        if (problems.isEmpty() && !Registration.digest(manifest.files()).equals(manifest.digest())) {
            add(problems, Texts.get("registry.bundle.digest"));
        }
        return new Report(manifest.model(), manifest.version(), manifest.files().size(), manifest.bytes(),
                List.copyOf(problems));
    }

    private static void add(List<String> problems, String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    private void check(String name, String sum, long limit, List<String> problems, Cancel cancel) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            add(problems, Texts.get("registry.file.missing", name));
            return;
        }
        try (InputStream in = new Limited(zip.getInputStream(entry), limit)) {
            MessageDigest digest = BundleWriter.sha256();
            byte[] chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                cancel.check();
                digest.update(chunk, 0, n);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sum)) {
                add(problems, Texts.get("registry.file.changed", name));
            }
        } catch (IOException broken) {
            add(problems, Texts.get("registry.file.unreadable", name));
        }
    }

    private Map<String, String> sums() throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        @Nullable String text = text(BundleWriter.CHECKSUMS);
        for (String line : text == null ? List.<String>of() : text.lines().toList()) {
            int at = line.indexOf("  ");
            if (at > 0) {
                sums.put(line.substring(at + 2), line.substring(0, at));
            }
        }
        return sums;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Ends with an error when there is more than was said: a small file may unpack into any size.
    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int n = super.read(bytes, from, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) throws IOException {
            left -= n;
            if (left < 0) {
                throw new ZipException(Texts.get("registry.bundle.longer"));
            }
        }
    }
}

package cotejo.artifact;

import cotejo.codec.BoundedStream;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Opens a zip file as a read-only file system, after looking through its directory for the tricks hostile ones play.
public final class ZipStore {

    private static final int ENTRIES = 2_000_000;
    private static final long BYTES = 64L << 30;
    private static final long RATIO = 1100;
    /// How much larger than packed an artifact may become, beyond a first [#FREE] bytes.
    private static final long ARTIFACT_RATIO = 200;
    private static final long FREE = 16L << 20;

    private ZipStore() {
    }

    /// Whether a file begins as zip files do.
    public static boolean isZip(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Opens a zip file; close what is returned.
    ///
    /// @throws IOException when it cannot be read or plays tricks; a sentence that names it
    public static FileSystem open(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            check(file, zip);
        }
        return FileSystems.newFileSystem(file, Map.of("accessMode", "readOnly"));
    }

    private static void check(Path file, ZipFile zip) throws IOException {
        if (zip.size() > ENTRIES) {
            throw new IOException(Texts.get("importing.zip.tooMany", file.toString()));
        }
        long total = 0;
        long[] names = new long[zip.size()];
        int count = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/") || ("/" + name + "/").contains("/../") || name.contains(":/")) {
                throw new IOException(Texts.get("importing.zip.climbs", file.toString(), entry.getName()));
            }
            names[count++] = hash(name);
            total += Math.max(0, entry.getSize());
            boolean bomb = entry.getSize() > (1 << 20) && entry.getCompressedSize() > 0
                    && entry.getSize() / entry.getCompressedSize() > RATIO;
            if (bomb || total > BYTES) {
                throw new IOException(Texts.get("importing.zip.bomb", file.toString(), entry.getName()));
            }
        }
        refuseTwins(file, zip, names);
    }

    /// Of two entries of one name, one reader takes the first and another the last, so a zip file could show one thing
    /// to whoever checks it and another to whoever reads it.
    private static void refuseTwins(Path file, ZipFile zip, long[] hashes) throws IOException {
        Arrays.sort(hashes);
        Set<Long> twice = new HashSet<>();
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                twice.add(hashes[i]);
            }
        }
        if (twice.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            String name = entries.nextElement().getName().replace('\\', '/');
            if (twice.contains(hash(name)) && !seen.add(name)) {
                throw new IOException(Texts.get("importing.zip.twice", file.toString(), name));
            }
        }
    }

    /// 64 bits of a name (FNV-1a): two million names at once would take hundreds of megabytes.
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /// The bytes of an artifact, wherever it lies: of one in a zip file not more than the zip file says it has.
    ///
    /// @throws IOException when it cannot be read, or would unpack to far more than an artifact needs
    static InputStream stream(Path file) throws IOException {
        if (!isWithin(file)) {
            return Files.newInputStream(file);
        }
        long size = Files.size(file);
        boolean bomb = size > FREE && Files.getAttribute(file, "zip:compressedSize") instanceof Long packed
                && size > ARTIFACT_RATIO * packed;
        if (bomb) {
            throw new IOException(Texts.get("artifact.zip.bomb", name(file)));
        }
        return new BoundedStream(Files.newInputStream(file), size);
    }

    /// Whether a path is one in a zip file.
    static boolean isWithin(Path path) {
        return !path.getFileSystem().equals(FileSystems.getDefault());
    }

    /// A path as people see it, one in a zip file behind the name of that.
    static String name(Path path) {
        return isWithin(path) ? path.getFileSystem() + "!" + path.toAbsolutePath() : path.toString();
    }
}

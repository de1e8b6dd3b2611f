package cotejo.importing;

import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Opens a zip file as a read-only file system, after looking through its directory for the tricks hostile ones play.
final class ZipStore {

    private static final int ENTRIES = 2_000_000;
    private static final long BYTES = 64L << 30;
    private static final long RATIO = 1100;

    private ZipStore() {
    }

    /// Whether a file begins as zip files do.
    static boolean isZip(Path file) {
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

    static FileSystem open(Path file) throws IOException {
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
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().replace('\\', '/');
            if (name.startsWith("/") || ("/" + name + "/").contains("/../") || name.contains(":/")) {
                throw new IOException(Texts.get("importing.zip.climbs", file.toString(), entry.getName()));
            }
            total += Math.max(0, entry.getSize());
            boolean bomb = entry.getSize() > (1 << 20) && entry.getCompressedSize() > 0
                    && entry.getSize() / entry.getCompressedSize() > RATIO;
            if (bomb || total > BYTES) {
                throw new IOException(Texts.get("importing.zip.bomb", file.toString(), entry.getName()));
            }
        }
    }
}

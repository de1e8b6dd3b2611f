package cotejo.registry;

import cotejo.model.StoredFile;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a bundle: the files below `files/`, then `passport.json`, `manifest.json`, and `checksums.sha256` over all of
/// them, which `sha256sum -c` reads.
final class BundleWriter implements AutoCloseable {

    static final String FILES = "files/";
    static final String MANIFEST = "manifest.json";
    static final String PASSPORT = "passport.json";
    static final String CHECKSUMS = "checksums.sha256";
    private static final int CHUNK = 1 << 20;

    /// 1980-01-01, before which zip files know no time.
    private static final long EARLIEST = 315_532_800L;

    private final OutputStream out;
    private final ZipOutputStream zip;
    private final LocalDateTime time;
    private final StringBuilder sums = new StringBuilder();

    /// @param created when the version came to be, in ms since 1970: the time of all that stands in the zip file, so
    ///                that files do not differ for the hour at which they were written
    BundleWriter(Path part, long created) throws IOException {
        this.time = LocalDateTime.ofEpochSecond(Math.max(EARLIEST, created / 1000), 0, ZoneOffset.UTC);
        this.out = Files.newOutputStream(part);
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
    }

    List<StoredFile> files(List<NamedFile> files, Progress progress, Cancel cancel) throws IOException {
        long total = files.stream().mapToLong(NamedFile::bytes).sum();
        long done = 0;
        List<StoredFile> written = new ArrayList<>();
        byte[] chunk = new byte[CHUNK];
        for (NamedFile file : files) {
            MessageDigest digest = sha256();
            long bytes = 0;
            zip.putNextEntry(named(FILES + file.path()));
            try (InputStream in = open(file)) {
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    cancel.check();
                    digest.update(chunk, 0, n);
                    zip.write(chunk, 0, n);
                    bytes += n;
                    progress.report(file.path(), done + bytes, total);
                }
            }
            zip.closeEntry();
            done += bytes;
            String sum = HexFormat.of().formatHex(digest.digest());
            if (!file.sha256().isEmpty() && !file.sha256().equals(sum)) {
                throw new RegistryRefusal(RegistryRefusal.Kind.FILE,
                        Texts.get("registry.export.changed", file.path(), file.file().toString()));
            }
            sums.append(sum).append("  ").append(FILES).append(file.path()).append('\n');
            written.add(new StoredFile(file.path(), sum, bytes));
        }
        return written;
    }

    private static InputStream open(NamedFile file) throws IOException {
        if (!Files.isRegularFile(file.file())) {
            throw new RegistryRefusal(RegistryRefusal.Kind.FILE,
                    Texts.get("registry.export.missing", file.path(), file.file().toString()));
        }
        return Files.newInputStream(file.file());
    }

    void finish(Manifest manifest, Passport passport) throws IOException {
        entry(PASSPORT, FactsJson.pretty(passport));
        entry(MANIFEST, FactsJson.pretty(manifest));
        zip.putNextEntry(named(CHECKSUMS));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private ZipEntry named(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        return entry;
    }

    private void entry(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(named(name));
        zip.write(bytes);
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(sha256().digest(bytes))).append("  ").append(name).append('\n');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            zip.close();
        }
    }
}

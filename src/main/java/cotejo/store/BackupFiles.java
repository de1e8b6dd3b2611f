package cotejo.store;

import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files a workspace took in, in its backup: after the database, each as `files/` and its hash.
final class BackupFiles {

    private static final String FOLDER = "files/";

    private BackupFiles() {
    }

    /// Makes a backup with files of a backup without.
    ///
    /// @return how many went in
    static int add(Path database, Path target, Set<String> hashes, ContentFiles files) throws IOException {
        int count = 0;
        try (InputStream in = Files.newInputStream(database); ZipInputStream zip = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(target); ZipOutputStream whole = new ZipOutputStream(out)) {
            whole.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                whole.putNextEntry(new ZipEntry(entry.getName()));
                zip.transferTo(whole);
                whole.closeEntry();
            }
            // Weights do not get smaller.
            whole.setLevel(Deflater.NO_COMPRESSION);
            for (String hash : hashes) {
                Path file = files.path(hash);
                if (Files.isRegularFile(file)) {
                    whole.putNextEntry(new ZipEntry(FOLDER + hash));
                    Files.copy(file, whole);
                    whole.closeEntry();
                    count++;
                }
            }
        }
        return count;
    }

    /// Brings the files of a backup into a workspace. What is there already stays.
    ///
    /// @throws IOException when the backup cannot be read, or a file in it is not what its name says
    static void bringBack(Path backup, ContentFiles files) throws IOException {
        try (InputStream in = Files.newInputStream(backup); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String hash = entry.getName().startsWith(FOLDER) ? entry.getName().substring(FOLDER.length()) : "";
                if (ContentFiles.isHash(hash)
                        && !files.take(copy -> copy.of(zip), any -> { }, n -> { }, Cancel.never()).sha256()
                                .equals(hash)) {
                    throw new IOException(entry.getName() + " is damaged in it");
                }
            }
        }
    }
}

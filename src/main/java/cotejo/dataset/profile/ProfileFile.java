package cotejo.dataset.profile;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.LoggerFactory;

/// The profiles of one dataset in a file, appended one after the other, each with its checksum. What cannot be read or
/// written is as good as not there: everything in it can be made anew.
final class ProfileFile {

    private static final String ENDING = ".profiles";
    private static final int HEAD = 12;

    private final Path file;
    private final long most;

    /// @param identity names the dataset in one of its states
    /// @param most     bytes the file may have
    ProfileFile(Path folder, String identity, long most) {
        this.file = folder.resolve(identity + ENDING);
        this.most = most;
    }

    /// All that is there, later ones instead of earlier ones of the same key.
    Map<String, byte[]> read() {
        Map<String, byte[]> kept = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return kept;
        }
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file)))) {
            long left = Math.min(most, Files.size(file));
            while (left > HEAD) {
                int keyLength = in.readInt();
                int length = in.readInt();
                int checksum = in.readInt();
                left -= HEAD;
                if (keyLength < 0 || length < 0 || (long) keyLength + length > left) {
                    return kept;
                }
                byte[] key = in.readNBytes(keyLength);
                byte[] bytes = in.readNBytes(length);
                left -= keyLength + length;
                if (checksum(key, bytes) != checksum) {
                    return kept;
                }
                kept.put(new String(key, StandardCharsets.UTF_8), bytes);
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(ProfileFile.class).debug("{} was not read to its end", file, unreadable);
        }
        return kept;
    }

    void add(Map<String, byte[]> profiles) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            long there = Files.exists(file) ? Files.size(file) : 0;
            for (Map.Entry<String, byte[]> entry : profiles.entrySet()) {
                byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
                ByteBuffer all = ByteBuffer.allocate(HEAD + key.length + entry.getValue().length);
                there += all.capacity();
                if (there <= most) {
                    all.putInt(key.length).putInt(entry.getValue().length).putInt(checksum(key, entry.getValue()))
                            .put(key).put(entry.getValue());
                    Files.write(file, all.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
        } catch (IOException unwritable) {
            LoggerFactory.getLogger(ProfileFile.class).debug("{} was not written", file, unwritable);
        }
    }

    /// Takes away the files used least lately until the others have no more than so many bytes together.
    static void prune(Path folder, long most) {
        record Known(Path file, long size, long used) {
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Known> newest = files.filter(file -> file.toString().endsWith(ENDING)).map(file -> new Known(file,
                    file.toFile().length(), file.toFile().lastModified()))
                    .sorted(Comparator.comparingLong(Known::used).reversed()).toList();
            long sum = 0;
            for (Known known : newest) {
                sum += known.size();
                if (sum > most) {
                    Files.deleteIfExists(known.file());
                }
            }
        } catch (IOException unseen) {
            LoggerFactory.getLogger(ProfileFile.class).debug("{} was not looked through", folder, unseen);
        }
    }

    private static int checksum(byte[] key, byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(key);
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}

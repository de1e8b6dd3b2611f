package cotejo.compare;

import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SHA-256 of files, worked out when asked for and kept for as long as a file keeps its size and time. Safe from
/// any thread.
public final class FileSums {

    private static final Logger LOG = LoggerFactory.getLogger(FileSums.class);
    private static final int CHUNK = 1 << 18;

    private final Map<FileOfRun, String> sums = new ConcurrentHashMap<>();

    /// The sum of a file if it was worked out, or known before.
    public Optional<String> known(FileOfRun file) {
        return file.sha256().isEmpty() ? Optional.ofNullable(sums.get(file)) : Optional.of(file.sha256());
    }

    /// The files whose contents have to be read to know whether they are the same: those of the same path that are in
    /// the same size in several runs.
    public static List<FileOfRun> wanted(Comparison comparison) {
        List<FileOfRun> wanted = new ArrayList<>();
        for (Row row : comparison.rows(Section.Kind.ARTIFACTS)) {
            List<FileOfRun> files = comparison.runs().stream()
                    .flatMap(run -> Stream.ofNullable(run.files().get(row.key()))).toList();
            if (row.verdict() == Verdict.OPEN) {
                wanted.addAll(files);
            } else if (row.verdict() == Verdict.DIFFERENT && row.parts().isEmpty()) {
                wanted.addAll(ofOneSize(files));
            }
        }
        return wanted;
    }

    private static List<FileOfRun> ofOneSize(List<FileOfRun> files) {
        Map<Long, Long> sizes = files.stream().collect(Collectors.groupingBy(FileOfRun::size, Collectors.counting()));
        return files.stream().filter(file -> file.size() > 0 && sizes.getOrDefault(file.size(), 0L) > 1).toList();
    }

    /// Works out what is not known yet. A file that cannot be read stays without a sum.
    ///
    /// @throws cotejo.work.CancelledException when asked to stop; what was worked out so far is kept
    public void read(List<FileOfRun> files, Progress progress, Cancel cancel) {
        long total = files.stream().mapToLong(FileOfRun::size).sum();
        long done = 0;
        for (FileOfRun file : files) {
            cancel.check();
            Path name = file.file().getFileName();
            String said = name == null ? "" : name.toString();
            progress.report(said, done, total);
            if (known(file).isEmpty()) {
                try {
                    long before = done;
                    sums.put(file, sha256(file.file(), read -> progress.report(said, before + read, total), cancel));
                } catch (IOException unreadable) {
                    LOG.info("{} has no sum", file.file(), unreadable);
                }
            }
            done += file.size();
        }
    }

    private static String sha256(Path file, LongConsumer far, Cancel cancel) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
        byte[] chunk = new byte[CHUNK];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                cancel.check();
                digest.update(chunk, 0, read);
                done += read;
                far.accept(done);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}

package cotejo.artifact;

import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives artifacts as files on the disk, to be read by whoever reads files: those of a folder where they lie, those in
/// a zip file unpacked, each when it is first asked for, into a folder of the workspace that is cleared when the
/// workspace is closed.
public final class ArtifactFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ArtifactFiles.class);
    /// The most that is kept unpacked; what was asked for longest ago goes first.
    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_FILES = 100_000;
    /// What stays free on the disk, for the workspace itself.
    private static final long RESERVE = 64L << 20;
    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final long most;
    private final Map<Path, Long> unpacked = new LinkedHashMap<>(16, 0.75f, true);
    private boolean swept;

    /// @param folder of its own, made when it is needed
    public ArtifactFiles(Path folder) {
        this(folder, MOST_BYTES);
    }

    ArtifactFiles(Path folder, long most) {
        this.folder = folder;
        this.most = most;
    }

    /// A file or folder among artifacts, on the disk and safe to open for reading.
    ///
    /// @param place the folder of the artifacts as [RunArtifacts#place] names it
    /// @param path  from there, parts joined by `/`
    /// @throws IOException when it is not there, leads elsewhere, or there is no room to unpack it; a sentence
    public Path file(String place, String path, Cancel cancel) throws IOException {
        SourcePlace where = SourcePlace.of(place);
        if (!where.inZip()) {
            return new ArtifactTree(where.file()).resolve(path);
        }
        try (FileSystem zip = ZipStore.open(where.file())) {
            return onDisk(new ArtifactTree(zip.getPath(where.inside())).resolve(path), cancel);
        }
    }

    /// A file or folder that [ArtifactTree#resolve] gave, on the disk: itself, or what is unpacked of it.
    ///
    /// @throws IOException when it cannot be unpacked; a sentence that names it
    public Path onDisk(Path path, Cancel cancel) throws IOException {
        if (!ZipStore.isWithin(path)) {
            return path;
        }
        Path top = folderOf(Path.of(path.getFileSystem().toString()));
        if (!Files.isDirectory(path)) {
            return unpack(path, top, target(path, top), cancel);
        }
        Path whole = target(path, top);
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> files = all.filter(Files::isRegularFile).limit(MOST_FILES + 1L).toList();
            if (files.size() > MOST_FILES) {
                throw new IOException(Texts.get("artifact.zip.many", ZipStore.name(path), MOST_FILES));
            }
            for (Path file : files) {
                cancel.check();
                Path done = unpack(file, top, whole, cancel);
                LOG.trace("{} is unpacked", done);
            }
        }
        Files.createDirectories(whole);
        return whole;
    }

    /// Another state of a zip file has another folder.
    private Path folderOf(Path zip) throws IOException {
        BasicFileAttributes is = Files.readAttributes(zip, BasicFileAttributes.class);
        String state = zip.toAbsolutePath() + "|" + is.size() + "|" + is.lastModifiedTime().toMillis();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash, 0, 8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path target(Path inZip, Path top) throws IOException {
        Path below = SafeName.below(top, Stream.of(inZip.toAbsolutePath().toString().split("/", -1))
                .filter(name -> !name.isEmpty()).toList());
        if (below == null) {
            throw new IOException(Texts.get("artifact.tree.outside", inZip.toString(), ZipStore.name(inZip)));
        }
        return below;
    }

    /// @param whole what is asked for, of which nothing may go to make room
    private synchronized Path unpack(Path file, Path top, Path whole, Cancel cancel) throws IOException {
        sweep();
        Path target = target(file, top);
        long size = Files.size(file);
        if (unpacked.get(target) != null && Files.isRegularFile(target) && Files.size(target) == size) {
            return target;
        }
        makeRoom(size, file, whole);
        Files.createDirectories(target.resolveSibling("."));
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            try (InputStream in = ZipStore.stream(file); OutputStream out = Files.newOutputStream(part)) {
                byte[] chunk = new byte[CHUNK];
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    cancel.check();
                    out.write(chunk, 0, n);
                }
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        unpacked.put(target, size);
        return target;
    }

    private void makeRoom(long size, Path wanted, Path whole) throws IOException {
        long held = unpacked.values().stream().mapToLong(Long::longValue).sum();
        for (Iterator<Map.Entry<Path, Long>> eldest = unpacked.entrySet().iterator();
                held + size > most && eldest.hasNext();) {
            Map.Entry<Path, Long> next = eldest.next();
            if (next.getKey().startsWith(whole)) {
                continue;
            }
            Files.deleteIfExists(next.getKey());
            held -= next.getValue();
            eldest.remove();
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free - RESERVE < size) {
            throw new IOException(Texts.get("artifact.zip.noRoom", ZipStore.name(wanted), Long.toString(size),
                    folder.toString(), Long.toString(free)));
        }
    }

    /// What a program that was killed left behind is cleared away before the first file comes.
    private void sweep() throws IOException {
        if (!swept) {
            clear();
            Files.createDirectories(folder);
            swept = true;
        }
    }

    private void clear() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (swept) {
                clear();
            }
        } catch (IOException left) {
            LOG.warn("Unpacked artifacts stay until the next start", left);
        }
        unpacked.clear();
        swept = false;
    }
}

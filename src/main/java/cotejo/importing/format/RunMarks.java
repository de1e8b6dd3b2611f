package cotejo.importing.format;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is remembered of a run between two imports: the size and time of each of its files, and how far its metric
/// files were read.
///
/// @param place     where the run stood: its experiment, and whether that was in the trash
/// @param artifacts how many artifacts it had, and whether some files were refused ([FileListing#seen])
/// @param files     all files but metrics, by name
/// @param metrics   the metric files, by name
/// @param folders   when the folders they lie in were last changed ([FileListing#settledTimes])
record RunMarks(String place, int artifacts, Map<String, FileMark> files, Map<String, MetricMark> metrics,
        Map<String, Long> folders) {

    private static final int VERSION = 2;
    /// As it was without folders.
    private static final int VERSION_1 = 1;
    /// What is remembered of a metric file behind its size and time.
    private static final int METRIC_BYTES = 5 * Long.BYTES + 3 + Integer.BYTES;

    /// A file as it was; a size of -1 when it could not be read, so that it is tried again.
    record FileMark(long size, long time) {
    }

    /// A metric file as it was.
    ///
    /// @param offset behind the last line that was used
    /// @param lines  the lines before the offset
    /// @param open   whether the last line used had no end, so that more of it may come
    /// @param state  how to tell points that were there before
    /// @param trace  the checksum of the bytes before the offset
    record MetricMark(long size, long time, long offset, long lines, boolean open, PointFilter.State state,
            int trace) {

        static final MetricMark NEW = new MetricMark(0, 0, 0, 0, false, PointFilter.State.NEW, 0);
        static final MetricMark FAILED = new MetricMark(-1, 0, 0, 0, false, PointFilter.State.NEW, 0);

        boolean failed() {
            return size < 0;
        }

        boolean isOf(FileListing.Entry file) {
            return size == file.size() && time == file.time();
        }
    }

    /// Whether the listing shows what was remembered.
    boolean same(String nowPlace, FileListing listing) {
        if (!place.equals(nowPlace) || artifacts != listing.seen()
                || files.size() + metrics.size() != listing.entries().size()) {
            return false;
        }
        for (FileListing.Entry entry : listing.entries()) {
            MetricMark metric = metrics.get(entry.name());
            FileMark file = metric == null ? files.get(entry.name()) : new FileMark(metric.size(), metric.time());
            if (file == null || file.size() != entry.size() || file.time() != entry.time()) {
                return false;
            }
        }
        return true;
    }

    /// Whether a run's folders and files are as was remembered ([#encode]), which asks for their times and lists no
    /// folder; false also when that cannot be told in this way.
    static boolean stands(byte @Nullable [] remembered, String nowPlace, Path run) {
        if (remembered == null) {
            return false;
        }
        try {
            MarkBytes in = new MarkBytes(remembered);
            if (in.oneByte() != VERSION || !in.text().equals(nowPlace)) {
                return false;
            }
            in.skip(Integer.BYTES);
            return foldersStand(in, run) && filesStand(in, run, 0) && filesStand(in, run, METRIC_BYTES);
        } catch (IOException | InvalidPathException | IndexOutOfBoundsException changed) {
            return false;
        }
    }

    private static boolean foldersStand(MarkBytes in, Path run) throws IOException {
        int folders = in.count();
        for (int left = folders; left > 0; left--) {
            String name = in.text();
            if (FolderTimes.of(name.isEmpty() ? run : run.resolve(name)) != in.oneLong()) {
                return false;
            }
        }
        return folders > 0;
    }

    private static boolean filesStand(MarkBytes in, Path run, int more) throws IOException {
        for (int left = in.count(); left > 0; left--) {
            BasicFileAttributes now = now(run.resolve(in.text()));
            if (!now.isRegularFile() || now.size() != in.oneLong() || FileListing.time(now) != in.oneLong()) {
                return false;
            }
            in.skip(more);
        }
        return true;
    }

    private static BasicFileAttributes now(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /// The same with what a later look tells of the folders.
    RunMarks with(Map<String, Long> nowFolders) {
        return new RunMarks(place, artifacts, files, metrics, nowFolders);
    }

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            text(out, place);
            out.writeInt(artifacts);
            out.writeInt(folders.size());
            for (Map.Entry<String, Long> folder : folders.entrySet()) {
                text(out, folder.getKey());
                out.writeLong(folder.getValue());
            }
            out.writeInt(files.size());
            for (Map.Entry<String, FileMark> file : files.entrySet()) {
                text(out, file.getKey());
                out.writeLong(file.getValue().size());
                out.writeLong(file.getValue().time());
            }
            out.writeInt(metrics.size());
            for (Map.Entry<String, MetricMark> metric : metrics.entrySet()) {
                text(out, metric.getKey());
                write(out, metric.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Names may be longer than `writeUTF` takes.
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void write(DataOutputStream out, MetricMark mark) throws IOException {
        out.writeLong(mark.size());
        out.writeLong(mark.time());
        out.writeLong(mark.offset());
        out.writeLong(mark.lines());
        out.writeBoolean(mark.open());
        out.writeBoolean(mark.state().any());
        out.writeBoolean(mark.state().ordered());
        out.writeLong(mark.state().step());
        out.writeLong(mark.state().time());
        out.writeLong(mark.state().bits());
        out.writeInt(mark.trace());
    }

    private static MetricMark mark(MarkBytes in) {
        long size = in.oneLong();
        long time = in.oneLong();
        long offset = in.oneLong();
        long lines = in.oneLong();
        boolean open = in.oneBoolean();
        PointFilter.State state = new PointFilter.State(in.oneBoolean(), in.oneBoolean(), in.oneLong(), in.oneLong(),
                in.oneLong());
        return new MetricMark(size, time, offset, lines, open, state, in.oneInt());
    }

    /// Reads what [#encode] wrote; null when there is nothing, or something else, so that the run is read anew.
    static @Nullable RunMarks decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            MarkBytes in = new MarkBytes(bytes);
            int version = in.oneByte();
            if (version != VERSION && version != VERSION_1) {
                return null;
            }
            String place = in.text();
            int artifacts = in.oneInt();
            Map<String, Long> folders = new LinkedHashMap<>();
            for (int left = version == VERSION ? in.count() : 0; left > 0; left--) {
                folders.put(in.text(), in.oneLong());
            }
            Map<String, FileMark> files = new LinkedHashMap<>();
            for (int left = in.count(); left > 0; left--) {
                files.put(in.text(), new FileMark(in.oneLong(), in.oneLong()));
            }
            Map<String, MetricMark> metrics = new LinkedHashMap<>();
            for (int left = in.count(); left > 0; left--) {
                metrics.put(in.text(), mark(in));
            }
            return new RunMarks(place, artifacts, files, metrics, folders);
        } catch (IndexOutOfBoundsException cut) {
            return null;
        }
    }
}

package cotejo.dataset;

import cotejo.dataset.csv.CsvFormat;
import cotejo.dataset.folder.Folders;
import cotejo.dataset.other.ArrowFormat;
import cotejo.dataset.other.AvroFormat;
import cotejo.dataset.other.JsonFormat;
import cotejo.dataset.other.NpzFormat;
import cotejo.dataset.other.NumpyFormat;
import cotejo.dataset.parquet.ParquetFormat;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The list of formats, best evidence first. A new format is a class and a line here.
public final class Datasets {

    private static final int HEAD = 64 << 10;
    /// Part files of a folder that are looked into; the rest shows when it is opened.
    private static final int LOOKED = 5;
    private static final List<DatasetFormat> ALL = List.of(new ParquetFormat(), new NumpyFormat(), new NpzFormat(),
            new AvroFormat(), new ArrowFormat(), new JsonFormat(), new CsvFormat());

    private Datasets() {
    }

    /// All formats, in order.
    public static List<DatasetFormat> all() {
        return ALL;
    }

    /// The format a file's content fits best; empty when none.
    public static Optional<DatasetFormat> recognise(Path file) throws IOException {
        byte[] head = head(file);
        DatasetFormat best = null;
        DatasetFormat.Fit fit = DatasetFormat.Fit.NONE;
        for (DatasetFormat format : ALL) {
            DatasetFormat.Fit now = format.fit(file, head);
            if (now.compareTo(fit) > 0) {
                best = format;
                fit = now;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Whether a file is a table by its content or its name, and not only text that could be read as one; or a folder
    /// of part files: all end in the same way, and those looked into are tables of one format.
    public static boolean looksLikeOne(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return likely(file).isPresent();
        }
        List<Path> parts = Folders.parts(file);
        if (parts.isEmpty() || parts.stream().map(Datasets::ending).distinct().count() > 1) {
            return false;
        }
        Optional<DatasetFormat> format = likely(parts.getFirst());
        for (int i = 1; i < LOOKED && format.isPresent(); i++) {
            Optional<DatasetFormat> other = likely(parts.get((int) ((parts.size() - 1L) * i / (LOOKED - 1))));
            if (!other.equals(format)) {
                return false;
            }
        }
        return format.isPresent();
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Optional<DatasetFormat> likely(Path file) throws IOException {
        byte[] head = head(file);
        for (DatasetFormat format : ALL) {
            if (format.fit(file, head).compareTo(DatasetFormat.Fit.LIKELY) >= 0) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Opens a file by its content.
    ///
    /// @throws UnreadableData when it is no table this program reads, or damaged; the sentence names the file
    public static Dataset open(Path file, Cancel cancel) throws IOException {
        if (!Files.exists(file)) {
            throw new UnreadableData(Texts.get("dataset.missing", file));
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableData(Texts.get("dataset.locked", file));
        }
        if (Files.isDirectory(file)) {
            return Folders.open(file, part -> open(part, cancel), cancel);
        }
        Optional<DatasetFormat> format = recognise(file);
        if (format.isEmpty()) {
            throw new UnreadableData(Texts.get("dataset.unknown", file));
        }
        return format.get().open(file, cancel);
    }

    private static byte[] head(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}

package cotejo.dataset.folder;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.FieldType;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.Value;
import cotejo.dataset.csv.CellReader;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Opens a folder of part files as one table.
public final class Folders {

    private static final int MOST = 10_000;
    private static final int DEPTH = 12;

    private Folders() {
    }

    /// Opens a file.
    @FunctionalInterface
    public interface Opening {
        Dataset open(Path file) throws IOException;
    }

    /// Opens all files below a folder but those whose names begin with a dot or an underscore, in order of their
    /// paths.
    public static Dataset open(Path folder, Opening opening, Cancel cancel) throws IOException {
        List<Path> files = parts(folder);
        if (files.isEmpty() || files.size() > MOST) {
            throw new UnreadableData(Texts.get("dataset.folder.files", folder, files.size()));
        }
        List<Dataset> parts = new ArrayList<>();
        try {
            List<Map<String, String>> keys = new ArrayList<>();
            for (Path file : files) {
                cancel.check();
                parts.add(opening.open(file));
                keys.add(keys(folder, file));
            }
            return joined(folder, parts, keys, cancel);
        } catch (IOException | RuntimeException failed) {
            parts.forEach(Dataset::close);
            throw failed;
        }
    }

    /// The files a folder would be made of, in order of their paths; at most one more than can be opened.
    public static List<Path> parts(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.filter(Files::isRegularFile).filter(file -> visible(folder, file)).limit(MOST + 1L).sorted()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static boolean visible(Path folder, Path file) {
        for (Path name : folder.relativize(file)) {
            if (name.toString().startsWith(".") || name.toString().startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> keys(Path folder, Path file) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (Path name : folder.relativize(file)) {
            int equals = name.toString().indexOf('=');
            if (equals > 0 && !name.equals(file.getFileName())) {
                String value = name.toString().substring(equals + 1);
                keys.put(name.toString().substring(0, equals), decoded(value));
            }
        }
        return keys;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            // A percent sign of its own.
            return value;
        }
    }

    private static Dataset joined(Path folder, List<Dataset> parts, List<Map<String, String>> keys, Cancel cancel)
            throws IOException {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (Map<String, String> some : keys) {
            some.forEach((key, text) -> types.merge(key, CellReader.of(text, FieldType.int64()) != null
                    ? FieldType.int64() : FieldType.text(), (a, b) -> a.equals(b) ? a : FieldType.text()));
        }
        List<List<Value>> values = new ArrayList<>();
        for (Map<String, String> some : keys) {
            List<Value> row = new ArrayList<>();
            types.forEach((key, type) -> {
                String text = some.get(key);
                Value value = text == null || text.equals("__HIVE_DEFAULT_PARTITION__") ? Value.Nothing.NULL
                        : CellReader.of(text, type);
                row.add(value == null ? Value.Nothing.NULL : value);
            });
            values.add(row);
        }
        return new FolderDataset(folder, parts, types.entrySet().stream()
                .map(entry -> Field.of(entry.getKey(), entry.getValue())).toList(), values, cancel);
    }
}

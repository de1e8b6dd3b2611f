package cotejo.importing.format;

import cotejo.codec.YamlException;
import cotejo.codec.YamlNodes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The fields of a `meta.yaml`. Ids, names and addresses are taken as they are written; only fields that are numbers
/// are read as numbers.
final class FolderMeta {

    private static final int TRIES = 4;
    private static final long PAUSE_MS = 25;
    /// An empty file older than this is not being written any more.
    private static final long FRESH_MS = 10_000;
    /// Times below this and from 2001 on are seconds: in milliseconds they would lie in the early seventies.
    private static final long FIRST_SECONDS = 1_000_000_000L;
    private static final long LAST_SECONDS = 100_000_000_000L;

    private final Map<String, YamlNodes.Node> fields;

    private FolderMeta(Map<String, YamlNodes.Node> fields) {
        this.fields = fields;
    }

    /// A meta file that says nothing.
    static FolderMeta empty() {
        return new FolderMeta(Map.of());
    }

    /// Reads a folder's `meta.yaml`. Tells a problem and returns null when there is none or it cannot be used.
    static @Nullable FolderMeta read(FolderReading reading, Path folder) {
        Path file = folder.resolve("meta.yaml");
        try {
            if (Files.exists(file) && !reading.isFile(file)) {
                boolean link = Files.isSymbolicLink(file);
                reading.problem(file, 0, link ? "mlflowfolder.link.outside" : "mlflowfolder.meta.notFile");
                return null;
            }
            YamlNodes.Node node = YamlNodes.parse(patiently(reading, file));
            if (node instanceof YamlNodes.Mapping mapping && !mapping.entries().isEmpty()) {
                return new FolderMeta(mapping.entries());
            }
            boolean nothing = node == null || node instanceof YamlNodes.Scalar scalar && scalar.empty();
            reading.problem(file, 0, nothing ? "mlflowfolder.meta.empty" : "mlflowfolder.meta.noFields");
        } catch (NoSuchFileException e) {
            reading.problem(file, 0, "mlflowfolder.meta.missing");
        } catch (YamlException e) {
            reading.problem(file, e.line(), keyOf(e.reason()));
        } catch (IOException e) {
            reading.unreadable(file, e);
        }
        return null;
    }

    private static String keyOf(YamlException.Reason reason) {
        return switch (reason) {
            case SYNTAX -> "mlflowfolder.yaml.syntax";
            case TAB -> "mlflowfolder.yaml.tab";
            case TOO_LARGE -> "mlflowfolder.yaml.large";
            case TOO_DEEP -> "mlflowfolder.yaml.deep";
            case TOO_MANY_ALIASES -> "mlflowfolder.yaml.aliases";
        };
    }

    /// MLflow rewrites the file in place, so a live store may show it empty for a moment.
    private static byte[] patiently(FolderReading reading, Path file) throws IOException {
        byte[] bytes = reading.bytes(file, YamlNodes.MAX_BYTES);
        for (int i = 1; i < TRIES && bytes.length == 0 && isFresh(file); i++) {
            reading.cancel().check();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
            bytes = reading.bytes(file, YamlNodes.MAX_BYTES);
        }
        return bytes;
    }

    private static boolean isFresh(Path file) throws IOException {
        long age = Instant.now().toEpochMilli() - Files.getLastModifiedTime(file).toMillis();
        return Math.abs(age) < FRESH_MS;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /// The text of the first of these fields that says something, or an empty text.
    String text(String... keys) {
        for (String key : keys) {
            if (fields.get(key) instanceof YamlNodes.Scalar scalar && !scalar.empty() && !scalar.text().isEmpty()) {
                return scalar.text();
            }
        }
        return "";
    }

    /// The whole number in a field, or 0.
    long number(String key) {
        return numberOf(text(key));
    }

    /// The moment in a field in epoch milliseconds, or 0.
    long millis(String key) {
        return millis(number(key));
    }

    /// A time that very old clients wrote in seconds, in milliseconds.
    static long millis(long time) {
        return time >= FIRST_SECONDS && time < LAST_SECONDS ? time * 1000 : time;
    }

    /// The texts in a field that is a mapping, or nothing.
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (fields.get(key) instanceof YamlNodes.Mapping mapping) {
            mapping.entries().forEach((name, node) -> {
                if (node instanceof YamlNodes.Scalar scalar) {
                    texts.put(name, scalar.empty() ? "" : scalar.text());
                }
            });
        }
        return texts;
    }

    /// A whole number, also one written as `1.5e12`; 0 when it is none.
    static long numberOf(String text) {
        String number = text.strip();
        if (number.isEmpty() || number.length() > 40) {
            return 0;
        }
        try {
            BigDecimal value = new BigDecimal(number);
            // Beyond this exponent no long is meant, and spelling the digits out could take for ever.
            return Math.abs((long) value.scale()) > 40 ? 0 : value.longValue();
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}

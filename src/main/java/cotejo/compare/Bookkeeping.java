package cotejo.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Params that only say how a run is called, when it ran or where its files go. They tell runs apart and explain
/// nothing, however well they go along with a metric.
final class Bookkeeping {

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> PLACE = Set.of("path", "paths", "dir", "dirs", "directory", "folder", "file",
            "filename", "root", "to", "prefix", "dirname", "uri", "url");
    private static final Set<String> RESULT = Set.of("save", "saved", "saving", "output", "outputs", "out", "log",
            "logs", "logging", "result", "results", "tensorboard", "wandb", "mlflow", "export", "dump", "artifact",
            "artifacts", "checkpoints");
    private static final Set<String> THING = Set.of("run", "exp", "experiment", "job", "trial", "sweep", "task");
    private static final Set<String> CALLED = Set.of("name", "id", "number", "index", "title", "key");
    private static final Set<String> ID = Set.of("id", "uid", "uuid", "guid", "pid", "timestamp", "datetime", "notes",
            "note", "comment", "description");
    private static final Set<String> BEGUN = Set.of("start", "started", "end", "ended", "created", "launch", "run",
            "launched");
    private static final Set<String> TIME = Set.of("time", "date", "at", "timestamp", "datetime");
    /// What a run reads may well be behind a difference, though it is a path, a hash or a date.
    private static final Set<String> READ = Set.of("data", "dataset", "datasets", "train", "training", "val", "valid",
            "validation", "test", "eval", "input", "inputs", "source", "corpus", "model", "base", "pretrained", "init",
            "resume", "load", "from", "checkpoint", "ckpt", "weights", "tokenizer", "vocab", "config", "teacher",
            "encoder", "backbone", "features", "labels", "images", "mask", "commit", "sha", "git", "revision", "digest",
            "hash", "md5", "version", "branch", "split", "cutoff");
    private static final Pattern LABEL = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
            + "|(?=[a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{8,}"
            + "|\\d{4}-\\d\\d-\\d\\d(?:[T _-]\\d\\d.*)?|20\\d{6}[-_T]?\\d{4,6}.*|1\\d{9}(?:\\d{3})?(?:\\.\\d+)?");
    private static final Pattern PATH = Pattern.compile("(?:~|\\.{1,2})?[/\\\\].*|[A-Za-z]:[/\\\\].*"
            + "|[A-Za-z][A-Za-z0-9+.-]+://.*|[^/\\\\]+(?:[/\\\\][^/\\\\]*){2,}");

    private Bookkeeping() {
    }

    /// Whether the name says so.
    static boolean named(String key) {
        List<String> parts = parts(key);
        int last = parts.size() - 1;
        if (last < 0) {
            return false;
        }
        String end = parts.get(last);
        Set<String> before = new HashSet<>(parts.subList(Math.max(0, last - 2), last));
        boolean read = before.stream().anyMatch(READ::contains);
        return ID.contains(end) && !read
                || CALLED.contains(end) && last > 0 && THING.contains(parts.get(last - 1))
                || TIME.contains(end) && last > 0 && BEGUN.contains(parts.get(last - 1))
                || (PLACE.contains(end) || "name".equals(end)) && before.stream().anyMatch(RESULT::contains)
                || PLACE.contains(end) && before.contains("checkpoint") && end.startsWith("dir");
    }

    /// Whether the values look so, all of them: ids, points in time, paths; not where the name says that it is what the
    /// run reads.
    static boolean looks(String key, Set<String> values) {
        List<String> said = values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
        return !said.isEmpty() && parts(key).stream().noneMatch(READ::contains)
                && said.stream().allMatch(value -> LABEL.matcher(value).matches() || PATH.matcher(value).matches());
    }

    private static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        for (String part : PARTS.split(key, -1)) {
            if (!part.isEmpty()) {
                parts.add(part.toLowerCase(Locale.ROOT));
            }
        }
        return parts;
    }
}

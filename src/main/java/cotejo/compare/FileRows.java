package cotejo.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of files: by path, their sizes and, as a part, their SHA-256 where it was worked out.
final class FileRows {

    static final String SHA_256 = "sha256";

    private final Rowing rowing;
    private final Known known;

    FileRows(Rowing rowing, Known known) {
        this.rowing = rowing;
        this.known = known;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String path : rowing.keys(run -> run.files().keySet())) {
            rowing.cancel().check();
            rows.add(row(path));
        }
        return rows;
    }

    private Row row(String path) {
        List<Value> sizes = rowing.values(run -> {
            @Nullable FileOfRun file = run.files().get(path);
            return file == null ? Value.missing() : Value.of((double) file.size());
        });
        List<Value> sums = rowing.values(run -> {
            @Nullable FileOfRun file = run.files().get(path);
            Optional<String> sum = file == null ? Optional.empty() : known.sha256(file);
            return sum.isPresent() ? Value.of(sum.get()) : Value.missing();
        });
        Verdict verdict = Rowing.same(sizes, Tolerance.NONE);
        if (verdict == Verdict.SAME && rowing.runs().size() > 1) {
            List<Value> read = sums.stream().filter(sum -> !sum.isMissing()).toList();
            Verdict contents = read.isEmpty() ? Verdict.SAME : Rowing.same(read, Tolerance.NONE);
            boolean all = read.size() == sums.size() || empty(sizes);
            verdict = contents == Verdict.SAME && !all ? Verdict.OPEN : contents;
        }
        boolean anySum = sums.stream().anyMatch(sum -> !sum.isMissing());
        List<Row> parts = anySum ? List.of(rowing.literal(SHA_256, sums)) : List.of();
        return Row.of(path, Value.Unit.BYTES, sizes, verdict, parts);
    }

    private static boolean empty(List<Value> sizes) {
        return sizes.getFirst() instanceof Value.Figure(double size) && size == 0;
    }
}

package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.Profiles;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A profile from a full scan says what DuckDB's SUMMARIZE says, on every file of the corpus it can summarise.
class ProfileCorpusTest {

    private static final double CLOSE = 1e-7;

    /// Two that are damaged, which others do not see, and one whose years overflow DuckDB's microseconds.
    private static final Set<String> OTHERWISE = Set.of("parquet-testing/data/datapage_v1-corrupt-checksum.parquet",
            "parquet-testing/data/rle-dict-uncompressed-corrupt-checksum.parquet",
            "parquet-testing/data/int96_from_spark.parquet");

    static Stream<DatasetCorpus.Sample> summarised() {
        return DatasetCorpus.samples("expected-parquet.json").stream()
                .filter(sample -> sample.expected().has("summarize") && !OTHERWISE.contains(sample.name()));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("summarised")
    void aScanSaysWhatDuckDbSays(DatasetCorpus.Sample sample) throws IOException {
        List<String> differences = new ArrayList<>();
        try (Dataset dataset = Datasets.open(sample.path(), Cancel.never())) {
            for (JsonNode column : sample.expected().get("summarize")) {
                Optional<Leaf> leaf = Leaf.of(dataset.columns()).stream().filter(found -> found.steps().isEmpty()
                        && found.path().equals(column.get("column_name").asText())).findFirst();
                if (leaf.isPresent()) {
                    compare(scan(dataset, leaf.get()), column, differences);
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    static ColumnProfile scan(Dataset dataset, Leaf leaf) throws IOException {
        List<ColumnProfile> found = new ArrayList<>();
        Profiles.scan(dataset, List.of(leaf), new Profiles.Found() {
            @Override
            public void profile(ColumnProfile profile) {
                found.add(profile);
            }

            @Override
            public void failed(Leaf failed, UnreadableData why) {
                throw new AssertionError(why);
            }
        }, Progress.NONE, Cancel.never());
        return found.getFirst();
    }

    private static void compare(ColumnProfile profile, JsonNode told, List<String> differences) {
        String name = profile.leaf().path() + " (" + profile.leaf().type().label() + ") ";
        if (profile.count() != told.get("count").asLong()) {
            differences.add(name + "count " + profile.count() + " for " + told.get("count"));
        }
        double nulls = profile.count() == 0 ? 0 : 100.0 * profile.nulls() / profile.count();
        if (Math.abs(nulls - told.get("null_percentage").asDouble()) > 0.0051) {
            differences.add(name + "nulls " + nulls + " for " + told.get("null_percentage"));
        }
        differs(name + "min", profile.min(), told.get("min"), differences);
        differs(name + "max", profile.max(), told.get("max"), differences);
        differs(name + "mean", profile.mean(), told.get("avg"), differences);
        if (!Double.isNaN(profile.std())) {
            differs(name + "std", new Value.Real(profile.std(), 64), told.get("std"), differences);
        }
    }

    private static void differs(String what, @Nullable Value value, @Nullable JsonNode told,
            List<String> differences) {
        if (told == null || told.isNull() || value == null) {
            if (value != null && told != null && !what.contains("binary")) {
                differences.add(what + " " + value.plain() + " for null");
            }
            return;
        }
        String text = value.plain();
        String other = told.asText();
        boolean same = text.equals(other) || numbersAgree(text, other) || value instanceof Value.Moment
                && timesAgree(text, other) || value instanceof Value.Binary || value instanceof Value.Span span
                && other.equals(span.seconds() == 0 && span.days() > 0 ? span.days() + " days" : "00:00:00");
        if (!same) {
            differences.add(what + " " + text + " for " + other);
        }
    }

    /// DuckDB cuts times at microseconds.
    private static boolean timesAgree(String text, String other) {
        LocalDateTime mine = LocalDateTime.parse(text.replaceFirst("Z$", ""));
        String theirs = other.replaceFirst("[+]00$", "").replace(' ', 'T');
        return Duration.between(mine, LocalDateTime.parse(theirs)).abs().compareTo(Duration.ofNanos(1000)) <= 0;
    }

    private static boolean numbersAgree(String text, String other) {
        try {
            double a = Double.parseDouble(text);
            double b = Double.parseDouble(other);
            return a == b || Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b)) || a == (float) b;
        } catch (NumberFormatException noNumbers) {
            return false;
        }
    }
}

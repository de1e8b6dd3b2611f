package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.Profiles;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A full scan of each of Apache's Parquet test files says what pyarrow reads in it, counted by plain Python:
/// `profiles.json`, which names the versions; `profiles.py` beside it made it. So does one of each other file of the
/// corpus, by `profiles-others.json`, which says of each that is left out why.
class ExactProfileTest {

    private static final Path DATA = DatasetCorpus.ROOT.resolve("parquet-testing").resolve("data");
    private static final Path OTHERS = DatasetCorpus.ROOT.resolve("datasets");
    private static final double CLOSE = 1e-11;

    record Sample(String name, Path file, JsonNode told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> read() throws IOException {
        return Stream.concat(read("profiles.json", DATA), read("profiles-others.json", OTHERS));
    }

    private static Stream<Sample> read(String list, Path folder) throws IOException {
        try (InputStream in = Objects.requireNonNull(ExactProfileTest.class.getResourceAsStream(list))) {
            List<Sample> samples = new ArrayList<>();
            new JsonMapper().readTree(in).get("files").properties().forEach(entry -> {
                if (entry.getValue().has("leaves") && Files.exists(folder.resolve(entry.getKey()))) {
                    samples.add(new Sample(entry.getKey(), folder.resolve(entry.getKey()), entry.getValue()));
                }
            });
            return samples.stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("read")
    void aScanSaysWhatPyarrowReads(Sample sample) throws IOException {
        List<String> differences = new ArrayList<>();
        try (Dataset dataset = Datasets.open(sample.file(), Cancel.never())) {
            assertEquals(sample.told().get("rows").asLong(), dataset.countRows(Cancel.never()));
            List<ColumnProfile> profiles = scan(dataset, Leaf.of(dataset.columns()).stream()
                    .toList(), differences);
            int at = 0;
            for (JsonNode told : sample.told().get("leaves")) {
                String path = told.get("path").asText();
                at += at < profiles.size() && madeUp(profiles.get(at).leaf(), path) ? 1 : 0;
                ColumnProfile profile = at < profiles.size() ? profiles.get(at++) : null;
                if (profile == null) {
                    differences.add(path + " is not there");
                } else {
                    compare(profile, told, differences);
                }
            }
        }
        assertEquals(List.of(), differences);
    }

    /// The values of a map that has none are shown as nulls, and are no column of the file.
    private static boolean madeUp(Leaf leaf, String path) {
        return leaf.type() instanceof FieldType.Nothing && !leaf.path().equals(path);
    }

    private static List<ColumnProfile> scan(Dataset dataset, List<Leaf> leaves, List<String> differences)
            throws IOException {
        List<ColumnProfile> found = new ArrayList<>();
        Profiles.scan(dataset, leaves, new Profiles.Found() {
            @Override
            public void profile(ColumnProfile profile) {
                found.add(profile);
            }

            @Override
            public void failed(Leaf failed, UnreadableData why) {
                differences.add(String.valueOf(why.getMessage()));
            }
        }, Progress.NONE, Cancel.never());
        return found;
    }

    private static void compare(ColumnProfile profile, JsonNode told, List<String> differences) {
        FieldType type = told.get("type").asText().equals("timestamp[ms]") ? new FieldType.Timestamp(
                FieldType.Unit.MILLIS, "") : profile.leaf().type();
        String name = profile.leaf().path() + " (" + type.label() + ") ";
        same(name + "count", profile.count(), told.get("count").asLong(), differences);
        same(name + "nulls", profile.nulls(), told.get("nulls").asLong(), differences);
        same(name + "nan", profile.nan(), told.get("nan").asLong(), differences);
        same(name + "distinct", profile.distinct(), told.get("distinct").asLong(), differences);
        same(name + "exactness", profile.exactness(), ColumnProfile.Exactness.EXACT, differences);
        if (type instanceof FieldType.Interval) {
            return;
        }
        if (!told.has("min")) {
            same(name + "min", profile.min(), null, differences);
            return;
        }
        same(name + "min", text(profile.min(), type), told.get("min").asText(), differences);
        same(name + "max", text(profile.max(), type), told.get("max").asText(), differences);
        List<String> top = new ArrayList<>();
        told.get("top").forEach(pair -> top.add(pair.get(0).asText() + " x " + pair.get(1)));
        same(name + "top", profile.top().stream().limit(top.size()).map(one -> text(one.value(), type) + " x "
                + one.count()).toList(), top, differences);
        if (told.has("mean") && !(type instanceof FieldType.Bool)) {
            close(name + "mean", profile.mean(), told.get("mean"), type, differences);
            for (ColumnProfile.Quantile quantile : profile.quantiles()) {
                close(name + quantile.share(), quantile.value(), told.get("quantiles").get(
                        Double.toString(quantile.share())), type, differences);
            }
            same(name + "quantiles", profile.quantiles().size(), told.get("quantiles").size(), differences);
        }
        if (told.has("std") && !type.temporal() && !(type instanceof FieldType.Bool)) {
            close(name + "std", new Value.Real(profile.std(), 64), told.get("std"), FieldType.float64(), differences);
        }
    }

    private static void same(String what, @Nullable Object mine, @Nullable Object told, List<String> differences) {
        if (!Objects.equals(mine, told)) {
            differences.add(what + " " + mine + " for " + told);
        }
    }

    private static void close(String what, @Nullable Value mine, @Nullable JsonNode told, FieldType type,
            List<String> differences) {
        double expected = told == null ? Double.NaN : Double.parseDouble(told.asText());
        double found = mine == null ? Double.NaN : Double.parseDouble(text(mine, type));
        boolean time = type.temporal();
        if (!(Math.abs(found - expected) <= Math.max(CLOSE * Math.abs(expected), time ? 1 : 0))) {
            differences.add(what + " " + found + " for " + expected);
        }
    }

    /// As the fixture writes it: times as whole numbers of the column's unit, long texts by beginning and length.
    private static String text(@Nullable Value value, FieldType type) {
        String whole = switch (value) {
            case null -> "nothing";
            case Value.Day day -> Long.toString(day.epochDay());
            case Value.TimeOfDay time when type instanceof FieldType.TimeOfDay of ->
                Long.toString(time.nanos() / (1_000_000_000L / of.unit().perSecond()));
            case Value.Span span when type instanceof FieldType.Duration of -> new BigDecimal(
                    span.days() * 86_400L + span.seconds()).add(BigDecimal.valueOf(span.nanos(), 9))
                    .multiply(BigDecimal.valueOf(of.unit().perSecond())).stripTrailingZeros().toPlainString();
            case Value.Moment moment when type instanceof FieldType.Timestamp of -> units(moment, of.unit());
            case Value.Moment moment when type instanceof FieldType.Date ->
                Double.toString(moment.epochSecond() / 86_400.0);
            case Value.Real real -> python(real.value());
            case Value.Decimal decimal when decimal.value().scale() == 0 -> decimal.value().toPlainString();
            default -> value.plain();
        };
        int length = whole.codePointCount(0, whole.length());
        return length <= 60 ? whole : whole.substring(0, whole.offsetByCodePoints(0, 40)) + "... of " + length;
    }

    private static String units(Value.Moment moment, FieldType.Unit unit) {
        return BigDecimal.valueOf(moment.epochSecond()).add(BigDecimal.valueOf(moment.nano(), 9))
                .multiply(BigDecimal.valueOf(unit.perSecond())).setScale(0, RoundingMode.FLOOR).toPlainString();
    }

    /// A double as Python's repr writes it.
    private static String python(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size == 0 || size >= 1e-4 && size < 1e16) {
            String plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String[] parts = Double.toString(value).split("E", -1);
        int exponent = Integer.parseInt(parts[1]);
        return parts[0].replaceFirst("[.]0$", "") + "e" + (exponent < 0 ? "-" : "+")
                + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}

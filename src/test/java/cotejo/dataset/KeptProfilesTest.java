package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.KeptProfiles;
import cotejo.dataset.profile.Profiles;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles are kept as long as the files are what they were.
class KeptProfilesTest {

    private static final class Gathered implements Profiles.Found {
        private final List<ColumnProfile> made = new ArrayList<>();
        private final List<ColumnProfile> kept = new ArrayList<>();

        @Override
        public void profile(ColumnProfile profile) {
            made.add(profile);
        }

        @Override
        public void kept(ColumnProfile profile) {
            kept.add(profile);
        }

        @Override
        public void failed(Leaf leaf, UnreadableData why) {
            throw new AssertionError(why);
        }
    }

    @TempDir
    Path folder;

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private Gathered scan(Path file, KeptProfiles profiles) throws IOException {
        Gathered gathered = new Gathered();
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            profiles.scan(dataset, Leaf.of(dataset.columns()), gathered, Progress.NONE, Cancel.never());
        }
        return gathered;
    }

    private KeptProfiles profiles() {
        return KeptProfiles.in(folder.resolve("kept"));
    }

    @Test
    void aSecondLookIsKept() throws IOException {
        Path file = table("a,b\n1,x\n2,y\n");
        assertEquals(2, scan(file, profiles()).made.size());
        Gathered again = scan(file, profiles());
        assertEquals(0, again.made.size());
        assertEquals(2, again.kept.size());
    }

    @Test
    void inMemoryTooASecondLookIsKept() throws IOException {
        Path file = table("a\n1\n");
        KeptProfiles memory = KeptProfiles.inMemory();
        scan(file, memory);
        assertEquals(1, scan(file, memory).kept.size());
    }

    @Test
    void aFileChangedInPlaceIsProfiledAnew() throws IOException {
        Path file = table("a\n1\n2\n");
        scan(file, profiles());
        Files.writeString(file, "a\n1\n9\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals(new Value.Whole(9), scan(file, profiles()).made.getFirst().max());
    }

    @Test
    void aPartThatJoinsAFolderMakesItAnother() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Files.writeString(parts.resolve("1.csv"), "a\n1\n");
        scan(parts, profiles());
        Files.writeString(parts.resolve("2.csv"), "a\n2\n");
        assertEquals(2, scan(parts, profiles()).made.getFirst().count());
    }

    @Test
    void whatWasMadeWhileTheFileChangedIsNotKept() throws IOException {
        Path file = table("a\n1\n2\n");
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
            profiles().scan(dataset, Leaf.of(dataset.columns()), new Gathered(), Progress.NONE, Cancel.never());
        }
        assertEquals(0, scan(file, profiles()).kept.size());
    }

    @Test
    void aColumnWithSomethingOddIsCountedAgain() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(',').append(i).append('\n');
        }
        Path file = table(text.append("1,word\n").toString());
        scan(file, profiles());
        Gathered again = scan(file, profiles());
        assertEquals(List.of("a"), again.kept.stream().map(profile -> profile.leaf().path()).toList());
        assertEquals(List.of("b"), again.made.stream().map(profile -> profile.leaf().path()).toList());
    }

    @Test
    void aDamagedFileOfProfilesIsAsGoodAsNone() throws IOException {
        Path file = table("a\n1\n2\n");
        scan(file, profiles());
        try (Stream<Path> kept = Files.list(folder.resolve("kept"))) {
            Path only = kept.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(only);
            bytes[bytes.length / 2] ^= 1;
            Files.write(only, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        }
        assertEquals(1, scan(file, profiles()).made.size());
    }

    @Test
    void aKeptProfileIsTheOneThatWasMade() throws IOException {
        for (String name : List.of("alltypes_plain.parquet", "nested_maps.snappy.parquet", "float16_nonzeros_and_nans"
                + ".parquet", "int32_decimal.parquet", "datapage_v2.snappy.parquet")) {
            Path file = DatasetCorpus.ROOT.resolve("parquet-testing").resolve("data").resolve(name);
            if (!Files.exists(file)) {
                continue;
            }
            List<String> made = scan(file, profiles()).made.stream().map(KeptProfilesTest::words).toList();
            assertEquals(made, scan(file, profiles()).kept.stream().map(KeptProfilesTest::words).toList());
        }
    }

    /// All of a profile as text, arrays and bytes spelled out.
    private static String words(ColumnProfile profile) {
        ColumnProfile.Histogram bins = profile.histogram();
        ColumnProfile.Lengths texts = profile.textLengths();
        return String.join("|", profile.leaf().path(), profile.source().name(), profile.count() + " " + profile.nulls()
                + " " + profile.nan() + " " + profile.zeros() + " " + profile.distinct() + " " + profile.std(),
                plain(profile.min()), plain(profile.max()), plain(profile.mean()),
                profile.quantiles().stream().map(q -> q.share() + plain(q.value())).toList().toString(),
                profile.top().stream().map(top -> plain(top.value()) + top.count()).toList().toString(),
                bins == null ? "" : bins.edges().stream().map(KeptProfilesTest::plain).toList()
                        + java.util.Arrays.toString(bins.counts()),
                texts == null ? "" : texts.min() + " " + texts.max() + " " + texts.mean(),
                String.valueOf(profile.truth()), String.valueOf(profile.gap()), profile.category().name());
    }

    private static String plain(@org.jspecify.annotations.Nullable Value value) {
        return value == null ? "-" : value.getClass().getSimpleName() + value.json();
    }
}

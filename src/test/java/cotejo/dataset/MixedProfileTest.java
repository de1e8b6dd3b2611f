package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.profile.ColumnProfile;
import cotejo.dataset.profile.Profiles;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Columns some of whose values are not as the others: a scan counts them all.
class MixedProfileTest {

    private static final int ROWS = 30_000;

    @TempDir
    Path folder;

    private static ColumnProfile profile(Path file) throws IOException {
        List<ColumnProfile> found = new ArrayList<>();
        try (Dataset dataset = Datasets.open(file, Cancel.never())) {
            Profiles.scan(dataset, Leaf.of(dataset.columns()).subList(0, 1), new Profiles.Found() {
                @Override
                public void profile(ColumnProfile profile) {
                    found.add(profile);
                }

                @Override
                public void failed(Leaf leaf, UnreadableData why) {
                    throw new AssertionError(why);
                }
            }, Progress.NONE, Cancel.never());
        }
        return found.getFirst();
    }

    @Test
    void oneTimeFinerThanTheOthersIsNotAllThatIsSaid() throws IOException {
        StringBuilder text = new StringBuilder("t,b\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(LocalDateTime.of(2024, 1, 1, 0, 0, 1).plusSeconds(i)).append(",1\n");
        }
        text.append("2024-01-01T00:00:00.123456789,2\n");
        ColumnProfile profile = profile(Files.writeString(folder.resolve("times.csv"), text));
        assertEquals(ROWS + 1, profile.count());
        assertEquals("2024-01-01T00:00:00.123456789", String.valueOf(profile.min().plain()));
        assertEquals("2024-01-01T08:20:00", profile.max().plain());
    }

    /// More different numbers than are kept, so that quantiles are looked for in further passes.
    @Test
    void quantilesAreOfAllNumbersWhereOneValueIsNone() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        int rows = 3_000_000;
        for (int i = 0; i < rows; i++) {
            text.append(i * 7919L % rows).append(",1\n");
        }
        text.append("oops,2\n");
        ColumnProfile profile = profile(Files.writeString(folder.resolve("late.csv"), text));
        assertEquals(rows + 1L, profile.count());
        assertEquals(1, profile.others());
        assertEquals((rows - 1) / 2.0, Double.parseDouble(profile.quantiles().get(2).value().plain()), 1e-6);
    }
}

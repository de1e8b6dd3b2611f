package cotejo.importing.format;

import static cotejo.importing.format.MlflowDatabase.point;
import static cotejo.importing.format.MlflowDatabase.run;
import static cotejo.importing.format.MlflowDatabase.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Databases with wrong bytes anywhere: a sentence or a part of the runs, and nothing else.
@Timeout(120)
class MlflowSqliteDamageTest {

    private static final int MUTATIONS = 300;

    @TempDir
    Path folder;

    @Test
    void wrongBytesAnywhereGiveASentenceOrAPartOfTheRuns() throws Exception {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            sql.append(run("run" + i)).append(";\n").append("INSERT INTO params VALUES ('p', '").append(i)
                    .append("', 'run").append(i).append("');\n");
            for (int step = 0; step < 10; step++) {
                sql.append(point("run" + i, "m", step, "0.5")).append(";\n");
            }
        }
        byte[] sound = Files.readAllBytes(write(folder.resolve("sound.db"), "BEGIN;\n" + sql + "COMMIT"));
        SplittableRandom random = new SplittableRandom(20_261_122);
        int refused = 0;
        int told = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Path file = folder.resolve("mutant.db");
            Files.write(file, mutant(sound, random));
            SqliteSink sink = new SqliteSink();
            try {
                new MlflowSqlite().claim(file);
                new MlflowSqlite().read(file, sink, Cancel.never());
                told += sink.problems.isEmpty() ? 0 : 1;
            } catch (IOException failure) {
                refused++;
                assertTrue(String.valueOf(failure.getMessage()).contains(file.toString()), failure.toString());
            }
            assertTrue(sink.runs.size() <= 61, "more runs than there were");
        }
        assertTrue(refused > 0 && told > 0 && refused < MUTATIONS, refused + " refused, " + told + " told");
        assertEquals(2, Files.list(folder).count());
    }

    private static byte[] mutant(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        // Half of them in the headers of pages, where the tree is.
        int page = random.nextInt(bytes.length / 4096) * 4096;
        int wrong = 1 + random.nextInt(8);
        for (int i = 0; i < wrong; i++) {
            int at = random.nextBoolean() ? page + random.nextInt(64) : random.nextInt(bytes.length);
            bytes[Math.max(16, at)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}

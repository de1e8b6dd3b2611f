package cotejo.dataset.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cotejo.dataset.Oddities;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When a record counts as found.
class CsvIndexTest {

    @TempDir
    private Path folder;

    private CsvIndex index(TextBytes bytes, Path file) {
        CsvDialect dialect = new CsvDialect(',', '"', '"', '\0', CsvDialect.Header.NONE, '.', StandardCharsets.UTF_8);
        return new CsvIndex(file, bytes, dialect, 1, new Oddities());
    }

    @Test
    void aRecordIsWaitedForUntilTheTextItStandsInCanBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "1\n2\n");
        try (TextBytes bytes = new PlainBytes(file)) {
            CsvIndex counting = index(bytes, file);
            counting.record(0, 1, 1);
            Cancel impatient = new Cancel();
            impatient.request();
            assertThrows(CancelledException.class, () -> counting.await(0, impatient));
            CsvIndex done = index(bytes, file);
            done.start(0);
            assertEquals(2, done.await(1, Cancel.never()));
            assertEquals(2, done.await(0, impatient));
        }
    }
}

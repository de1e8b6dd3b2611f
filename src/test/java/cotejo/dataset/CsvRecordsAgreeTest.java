package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.dataset.csv.CsvDialect;
import cotejo.dataset.csv.Delimited;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where records begin is found by one reader and what is in them by another: both must find the same ones, whatever
/// stands where quotes are.
class CsvRecordsAgreeTest {

    private static final int FILES = 3000;

    @TempDir
    Path folder;

    private static String text(Random random) {
        String signs = "ab1\",,\"\n\r\\ #\"";
        return "n,m\n" + IntStream.range(0, 5 + random.nextInt(60))
                .mapToObj(any -> String.valueOf(signs.charAt(random.nextInt(signs.length()))))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyRecordThatIsCountedIsRead(boolean backslash) throws IOException {
        Random random = new Random(backslash ? 41 : 42);
        Path file = folder.resolve("odd.csv");
        for (int i = 0; i < FILES; i++) {
            String text = text(random);
            Files.writeString(file, text);
            CsvDialect dialect = new CsvDialect(',', '"', backslash ? '\\' : '"', (char) 0, CsvDialect.Header.PRESENT,
                    '.', StandardCharsets.UTF_8);
            try (Dataset first = Datasets.open(file, Cancel.never())) {
                if (!(first instanceof Delimited delimited)) {
                    continue;
                }
                try (Dataset dataset = delimited.with(dialect, Cancel.never())) {
                    long counted = dataset.countRows(Cancel.never());
                    int read = dataset.rows(0, 1000, new int[]{0}, Cancel.never()).count();
                    assertEquals(counted, read, text.replace("\n", "\\n").replace("\r", "\\r"));
                }
            }
        }
    }
}

package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `cotejo data`: what stands on standard output is whole, or nothing, however the file ends.
class DataCommandTest {

    @TempDir
    Path folder;

    private Shell.Ended data(Path file, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "data";
        all[1] = file.toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return new Shell(folder.resolve("workspace")).run(all);
    }

    /// 3000 rows, of which those from row 2500 on cannot be read.
    private Path damaged() throws IOException {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 3000; i++) {
            text.append(i == 0 ? "" : ",\n").append("{\"a\":").append(i).append(i == 2500 ? ",,," : "").append('}');
        }
        return Files.writeString(folder.resolve("t.json"), text.append(']').toString());
    }

    @Test
    void aFileOfWhichNothingCanBeReadLeavesNothingOnStandardOutput() {
        Path file = folder.resolve("../nowhere").normalize();
        for (String name : new String[]{"bad_data/ARROW-GH-47662.parquet",
            "data/aes256/encrypt_columns_plaintext_footer.parquet.encrypted"}) {
            file = Path.of("..", "shared", "corpus", "parquet-testing").resolve(name).toAbsolutePath();
            assumeTrue(Files.exists(file), "no corpus beside the project");
            for (String[] format : new String[][]{{"--json"}, {"--format", "csv"}, {}}) {
                Shell.Ended ended = data(file, format);
                assertEquals(Exit.UNREADABLE, ended.exit(), ended.err());
                assertEquals("", ended.out());
                assertEquals(1, ended.err().lines().count(), ended.err());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:", "0:3000", "2400:2600"})
    void aFileThatBreaksOffGivesTheRowsBeforeAndAProblem(String rows) throws IOException {
        Shell.Ended ended = data(damaged(), "--rows", rows, "--json");
        JsonNode json = ended.json();
        int first = Integer.parseInt(rows.substring(0, rows.indexOf(':')));
        assertEquals(2500 - first, json.get("rows").size(), ended.err());
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.err());
        assertTrue(json.get("problems").toString().contains("t.json"), ended.err());
        assertEquals(2500 - first, data(damaged(), "--rows", rows, "--format", "csv").out().lines().count() - 1);
    }

    /// The break lies among the rows by which columns are found.
    @Test
    void anArrayThatBreaksOffEarlyGivesTheRowsBefore() throws IOException {
        Path file = Files.writeString(folder.resolve("early.json"), "[{\"a\":1},\n{\"a\":2},\n{\"a\":,,}]");
        Shell.Ended ended = data(file, "--json");
        assertEquals("[[1],[2]]", ended.json().get("rows").toString(), ended.err());
        assertEquals(2, ended.json().get("totalRows").asInt());
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.err());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void anArchiveThatWasCutOffGivesAWholeDocument() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(',').append(random.nextInt()).append('\n');
        }
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(packed)) {
            out.write(text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        Path file = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(packed.toByteArray(),
                packed.size() / 2));
        Shell.Ended ended = data(file, "--rows", "0:3", "--json");
        assertEquals(3, ended.json().get("rows").size());
        assertTrue(ended.json().get("totalRows").asLong() > 10_000, ended.out());
        assertTrue(ended.json().get("problems").toString().contains("cut off"), ended.out());
        assertEquals(Exit.PROBLEMS, ended.exit(), ended.err());
    }
}

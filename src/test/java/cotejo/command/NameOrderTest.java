package cotejo.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names with numbers in them are listed by the numbers, also by a second program that finds the runs as the first left
/// them.
final class NameOrderTest {

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void aStoreWithNumberedNames() throws IOException {
        Path store = folder.resolve("mlruns");
        SmallFolder.write(store, 1, 12, 1);
        Path params = store.resolve("1").resolve(SmallFolder.id(0)).resolve("params");
        for (String name : List.of("layers.10.width", "layers.2.width", "layers.9.width", "Batch", "alpha")) {
            Files.writeString(params.resolve(name), "1");
        }
        shell = new Shell(folder.resolve("ws"));
        assertEquals(Exit.DONE, shell.run("import", store.toString()).exit());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void aRunsParamsAndMetricsStandInTheOrderOfTheirNumbers() {
        for (int time = 0; time < 2; time++) {
            JsonNode run = shell.run("run", SmallFolder.id(0), "--json").json();
            assertEquals(List.of("alpha", "Batch", "layers.2.width", "layers.9.width", "layers.10.width", "lr"),
                    names(run.get("params")));
            assertEquals(List.of("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11"),
                    names(run.get("metrics")));
        }
    }

    @Test
    void asTextToo() {
        String text = shell.run("run", SmallFolder.id(0)).out();
        List<String> metrics = text.lines().filter(line -> line.startsWith("metrics."))
                .map(line -> line.substring(8).split(" ", 2)[0]).toList();
        assertEquals(List.of("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11"), metrics);
    }
}

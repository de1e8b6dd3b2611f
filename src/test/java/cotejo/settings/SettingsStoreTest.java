package cotejo.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Settings survive being written, and what is of no use in their file takes nothing else with it.
class SettingsStoreTest {

    @TempDir
    private Path folder;

    private Settings read(String json) throws IOException {
        return SettingsStore.at(Files.writeString(folder.resolve("settings.json"), json)).get();
    }

    @Test
    void whatWasSavedIsRead() {
        SettingsStore store = SettingsStore.at(folder.resolve("deep").resolve("settings.json"));
        Settings set = new Settings("dark", "es", "compact", new Settings.Window(1, -2.5, 1300, 900, true),
                List.of("/data/ñ", "b"), Map.of("runs.side", 160.25),
                new Comparing(List.of("_*", "seed"), "1%", Map.of("loss", "LOWER")),
                List.of(new TableLook("/data/a.csv", "3-ab", "x > 1", "`a b` desc", "0-1", 1, Map.of("1", 99.5))));
        store.change(before -> set);
        store.save();
        assertEquals(set, SettingsStore.at(folder.resolve("deep").resolve("settings.json")).get());
    }

    @Test
    void changesAreWrittenSoonAndTogether() {
        Path file = folder.resolve("settings.json");
        Deque<Runnable> soon = new ArrayDeque<>();
        SettingsStore store = SettingsStore.at(file, soon::add);
        store.change(before -> before.withTheme("dark"));
        store.change(before -> before.withLanguage("es"));
        assertEquals(1, soon.size());
        soon.removeFirst().run();
        assertEquals(Settings.defaults().withTheme("dark").withLanguage("es"), SettingsStore.at(file).get());
        store.change(before -> before.withRows("compact"));
        assertEquals(1, soon.size(), "the next change is written as well");
    }

    @Test
    void aFieldOfTheWrongKindHasItsDefault() throws IOException {
        Settings read = read("""
                {"theme": 7, "language": "es", "unknown": [1, {"a": null}], "rows": null,
                 "window": {"x": "left", "y": 4, "width": 800, "height": 600.5, "maximized": "yes"},
                 "workspaces": ["/a", 3, null], "layout": {"a": 1, "b": "wide"},
                 "tables": [{"file": "/t", "pinned": "1", "widths": {"0": "x", "1": 50}}, {"where": "a > 1"}, 7],
                 "comparing": {"ignore": "seed", "tolerance": "0.1", "directions": {"loss": "LOWER", "f1": 2}}}
                """);
        assertEquals(new Settings("system", "es", "normal", new Settings.Window(0, 4, 800, 600.5, false),
                List.of("/a"), Map.of("a", 1.0), new Comparing(List.of(), "0.1", Map.of("loss", "LOWER")),
                List.of(new TableLook("/t", "", "", "", "", 0, Map.of("1", 50.0)))), read);
    }

    @Test
    void aFileThatIsNoObjectOrNoJsonHasAllDefaults() throws IOException {
        for (String json : List.of("", "[]", "null", "{\"theme\": \"dark\"", "{", "\u0000")) {
            assertEquals(Settings.defaults(), read(json), json);
        }
    }
}

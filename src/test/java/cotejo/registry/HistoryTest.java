package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the board stood while a model was in the trash, and before it was deleted for good.
final class HistoryTest {

    private static final ModelId OURS = ModelId.here("ours");

    @TempDir
    private Path folder;

    private House house;

    @BeforeEach
    void twoVersionsOneInProduction() throws IOException {
        house = new House(folder);
        house.register("ours", "a");
        house.register("ours", "b");
        house.promote(OURS, 2, "Production");
        house.registry.setAlias(OURS, "champion", 2, "ana");
    }

    @AfterEach
    void close() {
        house.close();
    }

    /// Things that happen within a millisecond have happened together.
    private long pause() {
        long now = System.currentTimeMillis();
        while (System.currentTimeMillis() <= now) {
            Thread.onSpinWait();
        }
        return now;
    }

    private List<String> board(long at) {
        return house.registry.history().asOf(at).stream().flatMap(then -> then.versions().stream()
                .map(version -> then.id().name() + " " + version.version() + " " + version.stage())).toList();
    }

    @Test
    void whatIsInTheTrashIsNotOnTheBoardOfThatTimeAndStaysOnTheOneBefore() {
        long before = pause();
        house.registry.delete(OURS, 0, "ana");
        long trashed = pause();
        List<String> stood = List.of("ours 1 None", "ours 2 Production");
        assertEquals(List.of(), board(trashed));
        assertEquals(stood, board(before));
        house.registry.restore(OURS, 0, "ana");
        assertEquals(stood, board(pause()));
        assertEquals(Map.of("champion", 2), house.registry.history().asOf(house.model("ours"), Long.MAX_VALUE)
                .aliases());
        assertEquals(List.of(), board(trashed));
    }

    @Test
    void whatWasDeletedForGoodStaysOnTheBoardOfTheDaysBefore() throws IOException {
        long before = pause();
        house.registry.removals().deleteForGood(OURS, 0, "ana");
        assertEquals(List.of(), board(pause()));
        assertEquals(List.of("ours 1 None", "ours 2 Production"), board(before));
        house.register("ours", "c");
        assertEquals(List.of("ours 3 None"), board(pause()));
        assertTrue(house.registry.history().of(OURS).stream().anyMatch(e -> e.kind() == RegistryEvent.Kind.PURGE));
    }

    @Test
    void nothingIsRegisteredIntoTheTrash() {
        house.registry.delete(OURS, 0, "ana");
        RegistryRefusal refusal = assertThrows(RegistryRefusal.class, () -> house.register("ours", "c"));
        assertEquals(RegistryRefusal.Kind.RULE, refusal.kind());
    }

    @Test
    void anAliasThatABundleBroughtInVainStaysWhereItIsInTheHistoryToo() throws IOException {
        Path zip = folder.resolve("theirs.zip");
        pause();
        try (House theirs = new House(folder.resolve("theirs"))) {
            theirs.register("ours", "z");
            theirs.registry.setAlias(OURS, "champion", 1, "bea");
            theirs.registry.bundles().write(OURS, 1, zip, "bea", Progress.NONE, Cancel.never());
        }
        assertEquals(List.of("champion"), house.registry.bundles().read(zip, "", "ana", Progress.NONE, Cancel.never())
                .notTaken());
        assertEquals(Map.of("champion", 2), house.model("ours").aliases());
        assertEquals(Map.of("champion", 2), house.registry.history().asOf(house.model("ours"), Long.MAX_VALUE)
                .aliases());
    }
}

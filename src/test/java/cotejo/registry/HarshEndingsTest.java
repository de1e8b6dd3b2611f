package cotejo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.model.ModelId;
import cotejo.model.RegistryEvent;
import cotejo.model.RegistryEvent.Kind;
import cotejo.model.VersionCard;
import cotejo.store.Verification;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A promotion is all or nothing: when two come at once, and when the program is killed in the middle.
class HarshEndingsTest {

    private static final ModelId OURS = ModelId.here("ours");

    @TempDir
    private Path folder;

    private void twoVersions() throws IOException {
        try (House house = new House(folder)) {
            house.register("ours", "one");
            house.register("ours", "two");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30})
    void aKilledPromotionLeavesAllOfItOrNothing(int lines) throws Exception {
        twoVersions();
        String said = killed(PromoteForever.class, folder.resolve("ws"), lines, 0);
        try (House house = new House(folder)) {
            List<RegistryEvent> moves = house.registry.history().of(OURS).stream()
                    .filter(event -> event.kind() == Kind.TRANSITION).toList();
            RegistryEvent last = moves.getLast();
            assertTrue(Integer.parseInt(last.comment()) >= Integer.parseInt(said), last + " after " + said);
            assertEquals(moves.size() - 1, Integer.parseInt(last.comment()));
            assertEquals(List.of(last.version()), house.model("ours").in("Production").stream()
                    .map(VersionCard::version).toList());
            assertEquals(List.of(), Verification.of(house.workspace.database(), Progress.NONE, Cancel.never())
                    .problems());
        }
    }

    /// Runs a program until it has said so many lines, and a little longer; then kills it.
    ///
    /// @return the last line it was heard to say
    private static String killed(Class<?> program, Path place, int lines, long millis) throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), program.getName(), place.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String said = "";
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                said = String.valueOf(out.readLine());
            }
            Thread.sleep(millis);
            process.destroyForcibly().waitFor();
        }
        return said;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 23})
    void killedRegisteringAttachingAndExportingLeaveNothingHalf(int millis) throws Exception {
        try (House house = new House(folder)) {
            house.sample();
        }
        int said = Integer.parseInt(killed(RegisterForever.class, folder, 2, millis));
        try (House house = new House(folder)) {
            List<VersionCard> versions = house.model("ours").versions();
            assertTrue(versions.size() >= said, versions.size() + " after " + said);
            for (VersionCard version : versions) {
                assertEquals(List.of(), house.registry.versions().damaged(OURS, version, Cancel.never()));
            }
            for (int version = 1; version <= said; version++) {
                assertTrue(Bundles.verify(folder.resolve("out-" + version + ".zip"), Cancel.never()).sound());
            }
            assertEquals(List.of(), Verification.of(house.workspace.database(), Progress.NONE, Cancel.never())
                    .problems());
            house.register("ours", "the next one");
            try (Stream<Path> left = Files.list(folder.resolve("ws").resolve("files").resolve("incoming"))) {
                assertEquals(List.of(), left.toList());
            }
        }
    }

    @Test
    void promotionsAtOnceComeOneAfterTheOther() throws Exception {
        try (House house = new House(folder); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                house.register("ours", "version " + i);
            }
            List<Future<List<RegistryEvent>>> promotions = new ArrayList<>();
            for (int version = 1; version <= 8; version++) {
                int mine = version;
                promotions.add(threads.submit(() -> house.promote(OURS, mine, "Production",
                        Promotions.Others.ARCHIVE, null)));
            }
            int done = 0;
            for (Future<List<RegistryEvent>> promotion : promotions) {
                done += told(promotion);
            }
            assertTrue(done >= 1);
            assertEquals(1, house.model("ours").in("Production").size());
            assertEquals(done - 1, house.model("ours").in("Archived").size());
        }
    }

    /// 1 when it was done, 0 when it was refused because others kept coming first.
    private static int told(Future<List<RegistryEvent>> promotion) throws InterruptedException {
        try {
            return promotion.get().isEmpty() ? 0 : 1;
        } catch (ExecutionException refused) {
            assertTrue(refused.getCause() instanceof RegistryRefusal, String.valueOf(refused.getCause()));
            return 0;
        }
    }

    @Test
    void aModelOfTenThousandVersionsWorks() throws IOException {
        try (House house = new House(folder)) {
            ManyVersions.write(house.workspace.database(), "large", 10_000);
            assertEquals(10_001, house.register("large", "weights"));
            house.promote(ModelId.here("large"), 10_001, "Production", Promotions.Others.ARCHIVE, null);
            house.registry.setAlias(ModelId.here("large"), "champion", 10_001, "ana");
            assertEquals("Production", house.stage("large", 10_001));
        }
    }
}

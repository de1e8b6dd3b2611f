package cotejo.importing.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.importing.Claim;
import cotejo.importing.Claim.Strength;
import cotejo.importing.RecordingSink;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A folder is recognised by what is in it.
class MlflowFolderClaimTest {

    private static final String RUN = SmallStore.RUN;

    @TempDir
    private Path temp;

    private static Claim claim(Path path) throws IOException {
        return new MlflowFolder().claim(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlruns", "mlruns.db", "whatever"})
    void aStoreIsCertainWhateverItsName(String name) throws IOException {
        Path store = SmallStore.withTwoRuns(temp.resolve(name)).root;
        assertEquals(new Claim(Strength.CERTAIN, "1 experiment with meta.yaml"), claim(store));
    }

    @Test
    void anExperimentAndARunAloneAreCertain() throws IOException {
        Path store = SmallStore.withTwoRuns(temp.resolve("mlruns")).root;
        assertEquals(Strength.CERTAIN, claim(store.resolve("7")).strength());
        assertEquals(Strength.CERTAIN, claim(store.resolve("7/" + RUN)).strength());
    }

    @Test
    void theParentOfAStoreAndPartsOfARunAreNone() throws IOException {
        Path store = SmallStore.withTwoRuns(temp.resolve("mlruns")).root;
        assertEquals(Claim.none(), claim(temp));
        assertEquals(Claim.none(), claim(store.resolve("7/" + SmallStore.OTHER + "/metrics")));
        assertEquals(Claim.none(), claim(store.resolve("7/meta.yaml")));
        assertEquals(Claim.none(), claim(store.resolve("not there")));
    }

    @Test
    void whatIsLeftInTheTrashMakesAStore() throws IOException {
        SmallStore store = SmallStore.withTwoRuns(temp.resolve("mlruns"));
        Files.createDirectories(store.root.resolve(".trash"));
        Files.move(store.root.resolve("7"), store.root.resolve(".trash/7"));
        assertEquals(Strength.CERTAIN, claim(store.root).strength());
        assertEquals(2, store.read().runs.size());
    }

    @Test
    void aRegistryAloneMakesAStore() throws IOException {
        SmallStore store = new SmallStore(temp.resolve("mlruns"));
        store.write("models/net/meta.yaml", "name: net\ncreation_timestamp: 1\n");
        store.write("models/net/version-1/meta.yaml", "version: 1\ncurrent_stage: None\nrun_id: x\n");
        assertEquals(Strength.CERTAIN, claim(store.root).strength());
        assertEquals(1, store.read().registeredModels.size());
        RecordingSink sink = new RecordingSink();
        new MlflowFolder().read(store.root.resolve("models"), sink, Cancel.never());
        assertEquals(1, sink.registeredModels.size());
    }

    @Test
    void aFreshStoreIsLikelyAndEmpty() throws IOException {
        SmallStore store = new SmallStore(temp.resolve("mlruns"));
        Files.createDirectories(store.root.resolve(".trash"));
        Files.createDirectories(store.root.resolve("models"));
        assertEquals(Strength.LIKELY, claim(store.root).strength());
        assertEquals(0, store.read().runs.size());
    }

    @Test
    void aStoreWithoutAnyMetaIsLikelyAndRead() throws IOException {
        SmallStore store = new SmallStore(temp.resolve("mlruns"));
        store.metric("3", RUN, "loss", "1500000000000 0.5 0\n");
        assertEquals(Strength.LIKELY, claim(store.root).strength());
        RecordingSink sink = store.read();
        assertEquals(1, sink.points());
        assertEquals(2, sink.problems.size(), "one for the experiment's meta.yaml, one for the run's");
        for (String alone : new String[] {"3", "3/" + RUN}) {
            assertEquals(Strength.LIKELY, claim(store.root.resolve(alone)).strength());
            RecordingSink other = new RecordingSink();
            new MlflowFolder().read(store.root.resolve(alone), other, Cancel.never());
            assertEquals(1, other.points());
        }
    }

    @Test
    void aStoreOfArtifactsOnlyPointsToTheDatabaseBesideIt() throws IOException {
        SmallStore store = new SmallStore(temp.resolve("mlruns"));
        store.write("1/" + RUN + "/artifacts/model/MLmodel", "x");
        Claim without = claim(store.root);
        assertEquals(Strength.WEAK, without.strength());
        assertTrue(without.evidence().contains("mlflow.db"));

        Path database = Files.writeString(temp.resolve("mlflow.db"), "");
        assertTrue(claim(store.root).evidence().contains(database.toString()));
        RecordingSink sink = store.read();
        assertEquals(1, sink.problems.size());
        assertTrue(sink.problems.getFirst().message().contains(database.toString()));
        assertEquals(0, sink.runs.size());
    }

    @Test
    void foldersOfOtherToolsAreNone() throws IOException {
        SmallStore other = new SmallStore(temp.resolve("other"));
        other.write("lightning_logs/version_0/hparams.yaml", "lr: 1\n");
        other.write("lightning_logs/version_0/metrics.csv", "step,loss\n");
        other.write("wandb/run-20250101_000000-abcdefgh/files/config.yaml", "lr: 1\n");
        other.write("recipe/meta.yaml", "package:\n  name: x\n");
        other.write("site/posts/meta.yaml", "name: x\ntitle: y\n");
        other.write("a/metrics/x", "1");
        other.write(".trash/x", "1");
        for (String folder : new String[] {"", "lightning_logs", "lightning_logs/version_0", "wandb", "recipe", "site",
                "wandb/run-20250101_000000-abcdefgh", "a", "a/metrics", ".trash"}) {
            assertEquals(Claim.none(), claim(other.root.resolve(folder)), folder);
        }
    }

    /// But for the artifacts of its database, which point to it.
    @Test
    void theOtherFoldersOfTheCorpusAreNone() throws IOException {
        Path corpus = Path.of("..", "shared", "corpus");
        assumeTrue(Files.isDirectory(corpus));
        try (Stream<Path> folders = Files.walk(corpus, 3)) {
            for (Path folder : folders.filter(Files::isDirectory)
                    .filter(path -> !path.toString().contains("mlruns")).toList()) {
                Claim claim = claim(folder);
                if (folder.startsWith(corpus.resolve("mlflow-sqlite/artifacts"))) {
                    assertEquals(Strength.WEAK, claim.strength(), folder.toString());
                    assertTrue(claim.evidence().contains("mlflow.db"), claim.evidence());
                } else {
                    assertEquals(Claim.none(), claim, folder.toString());
                }
            }
        }
    }
}

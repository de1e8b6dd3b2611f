package cotejo.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cotejo.artifact.ArtifactPlace.Found;
import cotejo.artifact.ArtifactPlace.Missing;
import cotejo.artifact.ArtifactPlace.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactLocatorTest {

    private static final String RUN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path temp;

    private Path folder(String path) throws IOException {
        return Files.createDirectories(temp.resolve(path));
    }

    private Path database() throws IOException {
        folder("project");
        return Files.writeString(temp.resolve("project/mlflow.db"), "");
    }

    @Test
    void artifactsBesideTheRunWinOverTheRecordedAddress() throws IOException {
        Path beside = folder("mlruns/7/" + RUN + "/artifacts");
        Path elsewhere = folder("old/7/" + RUN + "/artifacts");

        ArtifactPlace place = new ArtifactLocator(temp.resolve("mlruns"), null)
                .locate("7", RUN, elsewhere.toUri().toString());

        assertEquals(new Found(beside, Rule.BESIDE_RUN), place);
    }

    @Test
    void aTrashedRunsArtifactsLieInTheTrash() throws IOException {
        Path beside = folder("mlruns/.trash/7/" + RUN + "/artifacts");
        assertEquals(new Found(beside, Rule.BESIDE_RUN),
                new ArtifactLocator(temp.resolve("mlruns"), null).locate("7", RUN, ""));
    }

    @Test
    void aRunThatWasDroppedAloneHoldsItsArtifacts() throws IOException {
        Path beside = folder(RUN + "/artifacts");
        assertEquals(new Found(beside, Rule.BESIDE_RUN),
                new ArtifactLocator(temp.resolve(RUN), null).locate("7", RUN, ""));
    }

    @Test
    void aLoggedModelsFilesLieInItsExperiment() throws IOException {
        Path beside = folder("mlruns/7/models/m-1/artifacts");
        assertEquals(new Found(beside, Rule.BESIDE_RUN), new ArtifactLocator(temp.resolve("mlruns"), null)
                .locateModel("7", "m-1", "file:///gone/m-1/artifacts"));
    }

    /// All shapes of the format notes, seen from a database beside which the folder lies.
    @ParameterizedTest
    @ValueSource(strings = {
            "file:C:/Users/me/store/7/RUN/artifacts",
            "file:///f:/my work/store/7/RUN/artifacts",
            "file:///C:/Users/me/my%20work/store/7/RUN/artifacts",
            "file://C:/Users/me/store/7/RUN/artifacts",
            "C:\\Users\\me\\store\\7\\RUN\\artifacts",
            "file:///C:\\Users\\me\\store\\7\\RUN\\artifacts",
            "file://server/share/store/7/RUN/artifacts",
            "\\\\server\\share\\store\\7\\RUN\\artifacts",
            "/mlflow/store/7/RUN/artifacts",
            "file:///home/me/store/7/RUN/artifacts",
            "FILE:///home/me/store/7/RUN/artifacts",
            "file://localhost/home/me/store/7/RUN/artifacts",
            "./store/7/RUN/artifacts",
            "../store/7/RUN/artifacts",
            ".\\store\\7\\RUN\\artifacts",
            "store/7/RUN/artifacts",
            "mlflow-artifacts:/store/7/RUN/artifacts",
            "mlflow-artifacts://host:5000/store/7/RUN/artifacts",
            "https://host/mlflow/api/2.0/mlflow-artifacts/artifacts/store/7/RUN/artifacts",
            "/mlflow/store/7/RUN/artifacts/",
            "/mlflow/store//7/./RUN/artifacts"})
    void theEndOfARecordedPathIsFoundBesideTheDatabase(String uri) throws IOException {
        Path beside = folder("project/store/7/" + RUN + "/artifacts");
        assertEquals(new Found(beside, Rule.BESIDE_RUN),
                new ArtifactLocator(database(), null).locate("7", RUN, uri.replace("RUN", RUN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifacts/7/RUN/artifacts", "mlruns/7/RUN/artifacts", "mlartifacts/7/RUN/artifacts"})
    void theUsualFoldersBesideADatabaseAreKnown(String where) throws IOException {
        Path beside = folder("project/" + where.replace("RUN", RUN));
        assertEquals(new Found(beside, Rule.BESIDE_RUN), new ArtifactLocator(database(), null)
                .locate("7", RUN, "s3://bucket/7/" + RUN + "/artifacts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "file://PATH", "file:PATH", "file://localhostPATH"})
    void aLocalFolderIsOpenedWhereTheSourceSaysWhenItIsTheRunsOwn(String shape) throws IOException {
        Path elsewhere = folder("old place/7/" + RUN + "/artifacts");
        assertEquals(new Found(elsewhere, Rule.RECORDED), new ArtifactLocator(database(), null)
                .locate("7", RUN, shape.replace("PATH", elsewhere.toString())));
    }

    @Test
    void escapesInAnAddressAreUndoneOnce() throws IOException {
        Path elsewhere = folder("old place ñ %20/7/" + RUN + "/artifacts");
        assertEquals(new Found(elsewhere, Rule.RECORDED),
                new ArtifactLocator(database(), null).locate("7", RUN, elsewhere.toUri().toString()));
    }

    @Test
    void anAddressFromTheNeighbouringFolderIsFollowedOneStepUp() throws IOException {
        Path elsewhere = folder("mlruns/7/" + RUN + "/artifacts");
        assertEquals(new Found(elsewhere.toRealPath(), Rule.RECORDED), real(new ArtifactLocator(database(), null)
                .locate("7", RUN, "../mlruns/7/" + RUN + "/artifacts")));
    }

    private static ArtifactPlace real(ArtifactPlace place) throws IOException {
        return place instanceof Found(Path path, Rule rule) ? new Found(path.toRealPath(), rule) : place;
    }

    @Test
    void theServersFolderBesideAFolderStoreIsKnown() throws IOException {
        folder("mlruns");
        Path served = folder("mlartifacts/7/" + RUN + "/artifacts");
        assertEquals(new Found(served, Rule.RECORDED), new ArtifactLocator(temp.resolve("mlruns"), null)
                .locate("7", RUN, "mlflow-artifacts:/7/" + RUN + "/artifacts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7/RUN/artifacts", "RUN/artifacts", "bucket/deep/7/RUN/artifacts", "deep/7/RUN/artifacts"})
    void theGivenFolderIsLookedInLast(String where) throws IOException {
        Path found = folder("backup/" + where.replace("RUN", RUN));
        assertEquals(new Found(found, Rule.REMAPPED), new ArtifactLocator(database(), temp.resolve("backup"))
                .locate("7", RUN, "/bucket/deep/7/" + RUN + "/artifacts"));
    }

    @Test
    void theGivenFolderHelpsWhereOnlyTheNetworkLeads() throws IOException {
        Path found = folder("backup/7/" + RUN + "/artifacts");
        assertEquals(new Found(found, Rule.REMAPPED), new ArtifactLocator(database(), temp.resolve("backup"))
                .locate("7", RUN, "s3://bucket/7/" + RUN + "/artifacts"));
    }

    @ParameterizedTest
    @CsvSource({"s3://b/7/RUN/artifacts, s3", "gs://b/x, gs", "wasbs://c@a/x, wasbs", "abfss://c@a/x, abfss",
            "dbfs:/x, dbfs", "hdfs://h/x, hdfs", "ftp://h/x, ftp", "sftp://h/x, sftp", "r2://b/x, r2",
            "runs:/RUN/model, runs", "models:/name/1, models", "http://evil/x, http", "jar:file:/x!/, jar"})
    void nothingOnTheNetworkIsOpened(String uri, String scheme) throws IOException {
        ArtifactPlace place = new ArtifactLocator(database(), null).locate("7", RUN, uri.replace("RUN", RUN));
        Missing missing = assertInstanceOf(Missing.class, place);
        assertTrue(missing.reason().contains(scheme + ":"), missing.reason());
        assertEquals(uri.replace("RUN", RUN), missing.uri());
    }

    /// What a hostile source may say: folders that are there and are not the run's.
    @ParameterizedTest
    @ValueSource(strings = {"file:///etc", "/etc", "/", "file:///", "file:/etc/../etc", "../../../../../../etc",
            "..\\..\\..\\..\\etc", "file:///etc#/RUN/artifacts", "file:///etc/%2e%2e/etc", "%2e%2e/%2e%2e/etc",
            "SECRET", "file://SECRET", "SECRET/RUN/artifacts/../..", "SECRET/RUN/artifacts/%2e%2e/%2e%2e",
            "file://SECRET/RUN/artifacts/%2e%2e/%2e%2e", "file://SECRET/RUN/artifacts/..%2f..",
            "file://SECRET/RUN/artifacts/..%5c..", "SECRET/RUN/artifacts/..\\..", "file:SECRET#/RUN/artifacts",
            "file:SECRET;x/RUN/artifacts", "file:SECRET?x/RUN/artifacts", "mlflow-artifacts:/../SECRET",
            "mlflow-artifacts:/..%2f..%2fsecret", "\\\\?\\C:\\secret", "\\\\.\\pipe\\x", "C:secret", "C:",
            "//localhost/c$/RUN/artifacts", "file://evil.example/RUN/artifacts", "/RUN\u0000/artifacts", "\u0000",
            "file:%00", "file:///%zz", "%", "file:", "file", ":", "::", "~/RUN/artifacts", "$HOME/RUN/artifacts"})
    void aHostileAddressLeadsNowhere(String uri) throws IOException {
        Path secret = folder("secret");
        Files.writeString(secret.resolve("key"), "x");
        folder("secret/" + RUN);
        String address = uri.replace("SECRET", secret.toString()).replace("RUN", RUN);

        ArtifactPlace place = new ArtifactLocator(database(), temp.resolve("backup")).locate("7", RUN, address);

        Missing missing = assertInstanceOf(Missing.class, place, address);
        assertFalse(missing.reason().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "../secret", "..\\secret", "a/b", "a\\b", "x\u0000", ".. ", "...", "/etc"})
    void aHostileIdLeadsNowhere(String id) throws IOException {
        folder("secret/artifacts");
        folder("mlruns/artifacts");
        folder("artifacts");
        ArtifactLocator locator = new ArtifactLocator(temp.resolve("mlruns"), temp.resolve("mlruns"));
        assertInstanceOf(Missing.class, locator.locate("7", id, ""));
        assertInstanceOf(Missing.class, locator.locate(id, RUN, ""));
        assertInstanceOf(Missing.class, locator.locate("7", id, "file:///" + id + "/artifacts"));
    }

    @Test
    void aLinkOutOfTheSourceIsNotFollowed() throws IOException {
        Path run = folder("mlruns/7/" + RUN);
        Files.createSymbolicLink(run.resolve("artifacts"), folder("secret"));
        assertInstanceOf(Missing.class, new ArtifactLocator(temp.resolve("mlruns"), null).locate("7", RUN, ""));
    }

    @Test
    void aRecordedFolderThatIsALinkToElsewhereIsNotBelieved() throws IOException {
        Path run = folder("old/7/" + RUN);
        Path link = Files.createSymbolicLink(run.resolve("artifacts"), folder("secret"));
        assertInstanceOf(Missing.class, new ArtifactLocator(database(), null).locate("7", RUN, link.toString()));
    }

    @Test
    void theArtifactsOfARealDatabaseAreBesideIt() throws IOException {
        Path corpus = Path.of("..", "shared", "corpus", "mlflow-sqlite");
        assumeTrue(Files.isDirectory(corpus));
        ArtifactLocator locator = new ArtifactLocator(corpus.resolve("mlflow.db"), null);
        Path experiment = corpus.resolve("artifacts/diabetes_regression");
        try (Stream<Path> runs = Files.list(experiment)) {
            for (Path run : runs.filter(path -> Files.isDirectory(path.resolve("artifacts"))).toList()) {
                String id = run.getFileName().toString();
                ArtifactPlace place = locator.locate("2", id,
                        "file:///home/user/experiments/artifacts/diabetes_regression/" + id + "/artifacts");
                assertEquals(new Found(run.resolve("artifacts").toAbsolutePath().normalize(), Rule.BESIDE_RUN), place);
            }
        }
    }
}

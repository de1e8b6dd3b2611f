package cotejo.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.model.DatasetRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetLocatorTest {

    @TempDir
    Path folder;

    private Path store;
    private Path data;

    @BeforeEach
    void aStoreBesideItsData() throws IOException {
        store = Files.createDirectories(folder.resolve("project/mlruns"));
        data = Files.createDirectories(folder.resolve("project/data")).resolve("train set.csv");
        Files.writeString(data, "a,b\n1,2\n");
    }

    private Optional<Path> locate(String source) {
        return new DatasetLocator(store, "").locate(new DatasetRef("train", "1", "local", source, "", ""));
    }

    @Test
    void aRelativeAddressIsFoundBesideTheStore() {
        assertEquals(Optional.of(data), locate("{\"uri\": \"data/train set.csv\"}"));
    }

    @Test
    void anAddressThatClimbedFromWhereItRanIsFoundToo() {
        assertEquals(Optional.of(data), locate("{\"uri\": \"../data/train set.csv\"}"));
    }

    @Test
    void anAbsoluteAddressOfAnotherMachineIsFoundByItsEnd() {
        assertEquals(Optional.of(data), locate("{\"uri\": \"/home/somebody/work/data/train set.csv\"}"));
        assertEquals(Optional.of(data), locate("{\"uri\": \"file:///C:/work/data/train%20set.csv\"}"));
    }

    @Test
    void anAbsoluteAddressOfThisMachineIsTaken() {
        assertEquals(Optional.of(data), locate("{\"uri\": \"" + data + "\"}"));
    }

    @Test
    void nothingIsFollowedUpwardsFromTheMiddle() {
        assertEquals(Optional.empty(), locate("{\"uri\": \"data/../../secret.csv\"}"));
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.csv"), "x\n");
        Files.createSymbolicLink(folder.resolve("project/mlruns/link.csv"), outside);
        // The folder two above the store is searched by plain names too, so the file is looked for under another one.
        Path deep = Files.createDirectories(folder.resolve("project/mlruns/a/b/c"));
        Files.createSymbolicLink(deep.resolve("link.csv"), outside);
        assertEquals(Optional.empty(), new DatasetLocator(deep, "")
                .locate(new DatasetRef("x", "1", "local", "{\"uri\": \"link.csv\"}", "", "")));
    }

    @Test
    void nothingOnTheNetworkIsAsked() {
        assertEquals(Optional.empty(), locate("{\"uri\": \"s3://bucket/data/train set.csv\"}"));
        assertEquals(Optional.empty(), locate("{\"url\": \"https://example.org/train.csv\"}"));
    }

    @Test
    void aSourceThatIsNoJsonIsAnAddressItself() {
        assertEquals(Optional.of(data), locate("data/train set.csv"));
        assertEquals(Optional.empty(), locate("{broken"));
        assertEquals(Optional.empty(), locate(""));
    }
}

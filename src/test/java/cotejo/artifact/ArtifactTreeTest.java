package cotejo.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactTreeTest {

    @TempDir
    private Path temp;

    private ArtifactTree tree() throws IOException {
        Path top = Files.createDirectories(temp.resolve("run/artifacts"));
        Files.createDirectories(top.resolve("plots/deep"));
        Files.writeString(top.resolve("plots/a%b#1.png"), "12345");
        Files.writeString(top.resolve("notes.txt"), "123");
        Files.writeString(temp.resolve("secret"), "x");
        return new ArtifactTree(top);
    }

    @Test
    void aFolderIsListedWithFoldersFirst() throws IOException {
        List<ArtifactTree.Entry> top = tree().children("").entries();
        assertEquals(List.of("plots", "notes.txt"), top.stream().map(ArtifactTree.Entry::name).toList());
        assertEquals(ArtifactTree.Kind.FOLDER, top.getFirst().kind());
        assertEquals(3, top.getLast().size());
    }

    @Test
    void aPathFromAListingLeadsToItsFile() throws IOException {
        ArtifactTree tree = tree();
        ArtifactTree.Entry file = tree.children("plots").entries().getLast();
        assertEquals("plots/a%b#1.png", file.path());
        assertEquals("12345", Files.readString(tree.resolve(file.path())));
    }

    @Test
    void filesAndBytesAreCounted() throws IOException {
        assertEquals(new ArtifactTree.Total(2, 8, false), tree().total(Cancel.never()));
    }

    @Test
    void aPathThatIsNotThereIsToldWithWhatIs() throws IOException {
        ArtifactTree tree = tree();
        String told = assertThrows(IOException.class, () -> tree.resolve("nope")).getMessage();
        assertEquals("nope is not in " + temp.resolve("run/artifacts").toRealPath()
                + ". What is there: plots, notes.txt.", told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../secret", "plots/../../secret", "plots/..", "/etc/passwd", "//etc/passwd", ".",
            "plots//a", "plots/", "..\\secret", "plots\\..\\..\\secret", "%2e%2e/secret", "..%2fsecret", "x\u0000",
            "../../run/secret", "plots/../../../secret", ". ./secret", ".. /secret", "C:/x", "C:\\x", "\\\\h\\s",
            "~", "gone.txt", "notes.txt/x"})
    void nothingOutsideIsReached(String path) throws IOException {
        ArtifactTree tree = tree();
        IOException refused = assertThrows(IOException.class, () -> tree.resolve(path));
        assertTrue(refused.getMessage() != null && !refused.getMessage().isBlank());
    }

    @Test
    void aLinkBackToItsOwnFolderIsNotFollowed() throws IOException {
        ArtifactTree tree = tree();
        Path deep = temp.resolve("run/artifacts/plots/deep");
        Files.createSymbolicLink(deep.resolve("up"), deep.getParent());
        assertEquals(ArtifactTree.Kind.REFUSED, tree.children("plots/deep").entries().getFirst().kind());
    }

    /// Two folders with two links each to the other: as many paths as there are bits, without a single file.
    @Test
    void foldersThatLinkToEachOtherAreListedInBoundedTime() throws IOException {
        Path top = Files.createDirectories(temp.resolve("loops/artifacts"));
        for (String own : List.of("a", "b")) {
            Path folder = Files.createDirectories(top.resolve(own));
            Files.createSymbolicLink(folder.resolve("x"), top.resolve(own.equals("a") ? "b" : "a"));
            Files.createSymbolicLink(folder.resolve("y"), top.resolve(own.equals("a") ? "b" : "a"));
        }
        RunArtifacts all = RunArtifacts.of(new ArtifactPlace.Found(top, ArtifactPlace.Rule.BESIDE_RUN));
        assertEquals(List.of(), all.files());
    }

    @Test
    void linksOutAndLoopsAreShownButNotFollowed() throws IOException {
        ArtifactTree tree = tree();
        Path top = temp.resolve("run/artifacts");
        Files.createSymbolicLink(top.resolve("out"), temp);
        Files.createSymbolicLink(top.resolve("self"), top.resolve("self"));
        Files.createSymbolicLink(top.resolve("within"), top.resolve("plots"));

        List<String> refused = tree.children("").entries().stream()
                .filter(entry -> entry.kind() == ArtifactTree.Kind.REFUSED).map(ArtifactTree.Entry::name).toList();

        assertEquals(List.of("out", "self"), refused);
        assertThrows(IOException.class, () -> tree.children("out"));
        assertThrows(IOException.class, () -> tree.resolve("self"));
        assertEquals(2, tree.children("within").entries().size());
        assertEquals(2, tree.total(Cancel.never()).files());
    }

    @Test
    void aHugeFolderIsCut() throws IOException {
        Path top = Files.createDirectories(temp.resolve("many"));
        for (int i = 0; i <= ArtifactTree.MOST; i++) {
            Files.createFile(top.resolve("f" + i));
        }
        ArtifactTree.Listing listing = new ArtifactTree(top).children("");
        assertEquals(ArtifactTree.MOST, listing.entries().size());
        assertTrue(listing.cut());
    }
}

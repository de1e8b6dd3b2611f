package cotejo.dataset.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cotejo.dataset.Dataset;
import cotejo.dataset.Datasets;
import cotejo.dataset.UnreadableData;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a table, and where it is divided: blanks and colons divide only what nothing else can be.
class SniffTest {

    @TempDir
    Path folder;

    private int columns(String name, String text) throws IOException {
        try (Dataset dataset = Datasets.open(Files.writeString(folder.resolve(name), text), Cancel.never())) {
            return dataset.columns().size();
        }
    }

    @Test
    void anEndlessRowOfDashesIsLookedAt() throws IOException {
        assertEquals(1, columns("one.txt", "- ".repeat(30_000) + "\na\n"));
    }

    /// As DuckDB 1.5.6 takes them: in the third, apostrophes quote nothing.
    @Test
    void singleQuotesAreQuotesWhereRecordsAreOfOneLengthOnlySo() throws IOException {
        assertEquals(3, columns("a.csv", "id;name;note\n1;'Ana;B';x\n2;'Luis';'y\nz'\n3;Eva;q\n"));
        assertEquals(3, columns("b.csv", "a,b,c\n1,'x,y',2\n2,'z',3\n3,'u,v',4\n"));
        assertEquals(2, columns("c.csv", "id,said\n1,'tis the season\n2,rock 'n' roll\n3,'twas\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name 5\nname 6\nother 7\n", "alice 5\nbob 7\ncarol 12\n", "model\nmodel 5\nmodel 6\n",
        "Ada Lovelace\nAlan Turing\nGrace Hopper\n", "time\n12:30\n12:45\n", "12:30:05\n12:31:10\n",
        "2024-01-05 12:30:05\n2024-01-06 12:30:07\n", "2024-01-05 12:30\n2024-01-06 12:31\n",
        "note: one\nnote: two\n", "one\ntwo\nthree\n", "http://a.org/x\nhttp://b.org/y\n",
        "the quick brown fox\njumps over\nthe lazy dog\n"})
    void aTextOfOneColumnIsNotDivided(String text) throws IOException {
        assertEquals(1, columns("one.csv", text), text);
        assertEquals(1, columns("one.txt", text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0 2.0\n3.5 4.0\n", "x y\n1 2\n3 4\n", "name score\nalice 5\nbob 7\n"})
    void numbersBesideEachOtherAreTwoColumns(String text) throws IOException {
        assertEquals(2, columns("two.txt", text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 1 x\nb 2 y\nc 3 z\n", "1 2 3\n4 5 6\n", "root:0:/root\nann:100:/home/ann\n",
        "EU NNP B-NP\nrejects VBZ B-VP\nGerman JJ B-NP\ncall NN I-NP\nto TO B-VP\nboycott VB I-VP\n"
            + "British JJ B-NP\nlamb NN I-NP\n"})
    void threeFieldsAlikeInEachLineAreThreeColumns(String text) throws IOException {
        assertEquals(3, columns("three.txt", text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all:\n- POINT (30 10)\n- LINESTRING (30 10, 10 30, 40 40)\n",
        "# a note\n\nname: run\nparams:\n  lr: 0.1\n  layers: [1, 2]\n", "---\na: 1\nb: 2\n",
        "- lr: 0.1\n  seed: 1\n- lr: 0.2\n  seed: 2\n"})
    void yamlIsNoTable(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), text);
        Path unnamed = Files.writeString(folder.resolve("MLmodel"), text);
        for (Path each : java.util.List.of(file, unnamed)) {
            String said = String.valueOf(assertThrows(UnreadableData.class, () -> Datasets.open(each, Cancel.never()),
                    text).getMessage());
            assertTrue(said.startsWith(each + " is no table"), said);
            assertFalse(Datasets.looksLikeOne(each));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n3,4\n", "a\tb\n1\t2\n"})
    void aTableNamedAsYamlIsATable(String text) throws IOException {
        assertEquals(2, columns("table.yaml", text), text);
    }
}

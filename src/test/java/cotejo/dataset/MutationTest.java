package cotejo.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A short run of the campaign over every kind of file, always the same mutants.
class MutationTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"datasets/csv", "datasets/other", "datasets/parquet", "parquet-testing/shredded_variant"})
    void mutantsAreReadOrRefusedInASentence(String place) throws IOException {
        Path root = DatasetCorpus.ROOT.resolve(place);
        assumeTrue(Files.isDirectory(root), "no corpus beside the project");
        assertEquals(List.of(), new MutationCampaign(folder, 12, 5).run(MutationCampaign.seeds(List.of(root))));
    }
}

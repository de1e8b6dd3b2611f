package cotejo.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Expected names and versions follow the examples of PEP 508 and of conda's own documentation.
class PackagesTest {

    @TempDir
    Path folder;

    private SortedMap<String, String> packages(Map<String, String> files) throws IOException {
        Map<String, FileOfRun> written = new TreeMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = Files.writeString(folder.resolve(file.getKey()), file.getValue());
            written.put("model/" + file.getKey(), new FileOfRun(path, Files.size(path), 0));
        }
        return Packages.of(written);
    }

    @Test
    void requirementsAreRead() throws IOException {
        assertEquals(Map.of("scikit-learn", "1.6.1", "torch", "2.3.0+cu121", "pandas", ">=2,<3", "numpy", "",
                "my-package", "@ git+https://example.org/a.git@v1"), packages(Map.of("requirements.txt", """
                # made by hand
                --extra-index-url https://example.org/simple
                Scikit_Learn==1.6.1   # pinned
                torch[cuda]==2.3.0+cu121 ; python_version >= "3.10"
                pandas>=2,<3
                numpy
                my.package @ git+https://example.org/a.git@v1
                """)));
    }

    @Test
    void condaIsRead() throws IOException {
        assertEquals(Map.of("python", "3.11.7", "numpy", "1.26.4", "pip", "<=23.2.1", "mlflow", "3.3.1", "xz", ""),
                packages(Map.of("conda.yaml", """
                channels:
                - conda-forge
                dependencies:
                - python=3.11.7
                - conda-forge::numpy=1.26.4=py311h64a7726_0
                - pip<=23.2.1
                - xz
                - pip:
                  - mlflow==3.3.1
                name: env
                """)));
    }

    @Test
    void filesThatDisagreeAreBothGiven() throws IOException {
        assertEquals("3.10 | 3.11", packages(Map.of("conda.yaml", "dependencies:\n- python=3.10\n",
                "python_env.yaml", "python: 3.11\n")).get("python"));
    }

    @Test
    void aBrokenFileSaysNothing() throws IOException {
        assertEquals(Map.of(), packages(Map.of("conda.yaml", "dependencies: [\u0000", "python_env.yaml", "- - :\t-")));
    }
}

package cotejo.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Nobody is there to choose, to agree or to type: what a test has somebody answer, it overrides.
public class Nobody implements Choosers {

    @Override
    public List<Path> openFiles(String title) {
        return List.of();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> saveFile(String title, String name, List<String> extensions) {
        return Optional.empty();
    }

    @Override
    public boolean confirmDestroying(String title, String explanation, String action) {
        return false;
    }

    @Override
    public Optional<String> askText(String title, String label, String value) {
        return Optional.empty();
    }
}

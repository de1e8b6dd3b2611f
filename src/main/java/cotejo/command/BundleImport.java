package cotejo.command;

import cotejo.model.Problem;
import cotejo.registry.BundleReader;
import cotejo.registry.Bundles;
import cotejo.registry.Registry;
import cotejo.registry.RegistryRefusal;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Exported versions among the paths of an import.
final class BundleImport {

    /// What came of one.
    ///
    /// @param notTaken   aliases that stay with another version
    /// @param addedStage a stage that came along and is new here, or empty
    record Done(Path path, String model, int version, int files, List<String> notTaken, String addedStage) {
    }

    private final Registry registry;
    private final List<Done> done = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    BundleImport(Registry registry) {
        this.registry = registry;
    }

    static boolean is(Path path) {
        return Files.isRegularFile(path) && Bundles.isBundle(path);
    }

    /// Brings a version in.
    void bring(Path path, Progress progress, Cancel cancel) {
        try {
            int files = Bundles.verify(path, cancel).files();
            Bundles.Imported came = registry.bundles().read(path, "", Registry.me(), progress, cancel);
            done.add(new Done(path, came.model().name(), came.version(), files, came.notTaken(),
                    came.addedStage()));
            came.notTaken().forEach(alias -> problems.add(Problem.of(path, Texts.get("command.register.alias", alias,
                    came.model().name(), Integer.toString(registry.model(came.model()).orElseThrow().aliases()
                            .getOrDefault(alias, 0))))));
        } catch (IOException | RegistryRefusal refused) {
            problems.add(Problem.of(path, Problem.describe(refused)));
        }
    }

    /// Says what would come, without taking anything in.
    void look(Path path, Cancel cancel) {
        try {
            BundleReader.Report report = Bundles.verify(path, cancel);
            done.add(new Done(path, report.model(), report.version(), report.files(), List.of(), ""));
            report.problems().forEach(problem -> problems.add(Problem.of(path, problem)));
        } catch (IOException | RegistryRefusal refused) {
            problems.add(Problem.of(path, Problem.describe(refused)));
        }
    }

    List<Done> done() {
        return done;
    }

    List<Problem> problems() {
        return problems;
    }
}

package cotejo.preview;

import cotejo.model.Problem;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Folders that are models: what names them is read first, then every file in them that could carry code. Links are
/// not followed.
final class ModelFolders {

    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 12;

    private ModelFolders() {
    }

    static boolean looksLikeModel(Path folder) {
        return Files.isRegularFile(folder.resolve("MLmodel")) || Files.isRegularFile(folder.resolve("saved_model.pb"))
                || Files.isRegularFile(folder.resolve("bundle.json"))
                || Files.isRegularFile(folder.resolve("model_config.json"))
                || Files.isRegularFile(folder.resolve("checkpoint")) && hasIndex(folder)
                || folder.toString().endsWith(".mlpackage");
    }

    /// Whether an index of a TensorFlow checkpoint is in a folder.
    private static boolean hasIndex(Path folder) {
        try (DirectoryStream<Path> indexes = Files.newDirectoryStream(folder, "*.index")) {
            return indexes.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }

    static ModelFacts inspect(Path folder, Cancel cancel) throws IOException {
        List<Path> files = new ArrayList<>();
        long[] bytes = new long[1];
        boolean all = list(folder, files, bytes, cancel);
        FactsBuilder facts = new FactsBuilder(folder, bytes[0]);
        if (!all) {
            facts.unread(Texts.get("preview.folder.many", Figures.count(MOST_FILES)));
        }
        if (Files.isRegularFile(folder.resolve("MLmodel"))) {
            new MlflowModel(folder, facts, cancel).read();
        } else if (Files.isRegularFile(folder.resolve("saved_model.pb"))) {
            facts.format("tensorflow-savedmodel");
        } else if (Files.isRegularFile(folder.resolve("checkpoint")) && hasIndex(folder)) {
            facts.format("tensorflow-checkpoint");
        } else if (Files.isRegularFile(folder.resolve("bundle.json"))) {
            bundle(folder, files, facts, cancel);
        } else {
            facts.format("folder");
        }
        parts(folder, files, facts, cancel);
        return facts.build();
    }

    private static void bundle(Path folder, List<Path> files, FactsBuilder facts, Cancel cancel) {
        try {
            files.sort(Comparator.naturalOrder());
            MleapBundle.read(folder, files, facts, cancel);
        } catch (IOException broken) {
            facts.unread(Texts.get("preview.model.broken", Problem.describe(broken)));
        }
    }

    /// Reads every file that is a model or may be one; the largest gives what the folder itself does not say.
    private static void parts(Path folder, List<Path> files, FactsBuilder facts, Cancel cancel) throws IOException {
        files.sort(Comparator.comparingLong(ModelFolders::size).reversed());
        int models = 0;
        List<Fact> parts = new ArrayList<>();
        for (Path file : files) {
            cancel.check();
            if (ModelFiles.looksLikeModel(file) && !ModelFiles.fileName(file).equals("MLmodel")) {
                ModelFacts part = ModelFiles.inspect(file, cancel);
                facts.danger(part);
                models++;
                parts.add(Fact.of(folder.relativize(file).toString().replace('\\', '/') + ": " + part.format()));
                facts.adopt(part);
            } else if (ModelFiles.fileName(file).endsWith(".py")) {
                facts.code(folder.relativize(file).toString().replace('\\', '/'), CodeName.Verdict.UNKNOWN);
            }
        }
        if (models == 0 && facts.format().equals("folder")) {
            facts.format(ModelFacts.UNKNOWN).unread(Texts.get("preview.folder.none"));
        }
        if (!parts.isEmpty()) {
            facts.define("files", new Fact.Items(parts.size() > 200 ? parts.subList(0, 200) : parts));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean list(Path folder, List<Path> files, long[] bytes, Cancel cancel) throws IOException {
        boolean[] all = {true};
        Files.walkFileTree(folder, java.util.Set.of(), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                cancel.check();
                if (attributes.isRegularFile()) {
                    if (files.size() >= MOST_FILES) {
                        all[0] = false;
                        return FileVisitResult.TERMINATE;
                    }
                    files.add(file);
                    bytes[0] += attributes.size();
                } else if (attributes.isDirectory()) {
                    all[0] = false;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                all[0] = false;
                return FileVisitResult.CONTINUE;
            }
        });
        return all[0];
    }
}

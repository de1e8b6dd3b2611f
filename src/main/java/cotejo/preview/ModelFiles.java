package cotejo.preview;

import cotejo.codec.Blob;
import cotejo.codec.pickle.PickleException;
import cotejo.model.Problem;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import cotejo.work.CancelledException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What model files contain, read without running any of it: nothing is imported, called or built, nothing is written,
/// and references to other files are shown but not followed out of the model's own folder. Content decides what a file
/// is, its name only where content does not. Headers are read, not weights.
public final class ModelFiles {

    private ModelFiles() {
    }

    /// Reads a model file or folder. Not for the FX thread.
    ///
    /// Anything wrong inside stands in the facts, whose verdict is then never calm; what is no model at all has the
    /// format [ModelFacts#UNKNOWN] and the verdict that it was not fully parsed.
    ///
    /// @throws IOException        when the path cannot be opened; the message names it and says what to do
    /// @throws CancelledException when stopping was asked for
    public static ModelFacts inspect(Path path, Cancel cancel) throws IOException {
        if (Files.isDirectory(path)) {
            return ModelFolders.inspect(path, cancel);
        }
        if (fileName(path).equals("MLmodel") && path.getParent() != null) {
            return ModelFolders.inspect(path.getParent(), cancel);
        }
        if (!Files.isRegularFile(path)) {
            throw new FileNotFoundException(Texts.get("preview.model.gone", path));
        }
        try (Blob blob = Blob.open(path)) {
            FactsBuilder facts = new FactsBuilder(path, blob.size());
            read(new Candidate(fileName(path), blob, blob.bytes(0, Candidate.HEAD), 0, cancel), facts);
            return facts.build();
        }
    }

    /// Whether the file looks like a model of a known format, by its first bytes and its name. Reads little.
    public static boolean looksLikeModel(Path path) {
        if (Files.isDirectory(path)) {
            return ModelFolders.looksLikeModel(path);
        }
        try (Blob blob = Blob.open(path)) {
            Candidate candidate = new Candidate(fileName(path), blob, blob.bytes(0, Candidate.HEAD), 0, Cancel.never());
            return ModelReaders.of(candidate).isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// The files beside a model file in which it keeps its weights: an ONNX model names them itself. Only those that
    /// are there, lie below its folder and are no links.
    public static List<Path> dataOf(Path model, Cancel cancel) throws IOException {
        Fact outside = Files.isRegularFile(model) && fileName(model).toLowerCase(Locale.ROOT).endsWith(".onnx")
                ? inspect(model, cancel).metadata().get(OnnxReader.OUTSIDE) : null;
        List<Path> data = new ArrayList<>();
        Path folder = model.toAbsolutePath().resolveSibling(".").normalize();
        for (Fact location : outside instanceof Fact.Items(List<Fact> items) ? items : List.<Fact>of()) {
            Path file = below(folder, location.line());
            if (file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(folder.toRealPath())) {
                data.add(file);
            }
        }
        return data;
    }

    /// Null for what is no place below the folder; the facts tell that as a danger.
    private static @Nullable Path below(Path folder, String location) {
        try {
            Path file = folder.resolve(location).normalize();
            return file.startsWith(folder) ? file : null;
        } catch (InvalidPathException notOne) {
            return null;
        }
    }

    static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /// A file of one format may begin as a pickle as well, and be loaded as one. Not a zip that begins with its mark:
    /// `P` is a persistent id, with which a plain reader ends.
    private static void alsoPickle(ModelReader reader, Candidate candidate, FactsBuilder facts) {
        boolean itself = reader instanceof PickleReader || reader instanceof TorchLegacyReader
                || candidate.at(0, 'P', 'K');
        if (itself || !facts.execution().calm() || !PickleReader.follows(candidate)) {
            return;
        }
        FactsBuilder pickle = new FactsBuilder(facts.file(), candidate.size());
        try {
            new PickleReader().read(candidate, pickle);
        } catch (IOException broken) {
            pickle.unread(Problem.describe(broken));
        }
        facts.danger(pickle.build()).unread(Texts.get("preview.model.alsoPickle"));
    }

    /// Reads a candidate into the facts; whatever goes wrong is said there.
    static void read(Candidate candidate, FactsBuilder facts) {
        try {
            ModelReader reader = ModelReaders.of(candidate).orElse(null);
            if (reader == null) {
                facts.unread(Texts.get(candidate.size() == 0 ? "preview.model.empty" : "preview.model.unknown"));
            } else {
                reader.read(candidate, facts);
                alsoPickle(reader, candidate, facts);
            }
        } catch (PickleException broken) {
            facts.unread(PickleFacts.sentence(broken));
        } catch (CancelledException asked) {
            throw asked;
        } catch (IOException broken) {
            facts.unread(Texts.get("preview.model.broken", Problem.describe(broken)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            facts.unread(Texts.get("preview.model.odd", Problem.words(broken)));
        }
    }
}

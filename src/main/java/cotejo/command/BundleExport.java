package cotejo.command;

import cotejo.model.ModelId;
import cotejo.model.StoredFile;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import cotejo.work.Progress;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `cotejo export models:/NAME/3`: a version as a zip file for another machine, or its files in a folder for a program
/// that loads them.
final class BundleExport {

    private BundleExport() {
    }

    static Optional<String> address(Arguments arguments) {
        List<String> words = arguments.words();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (words.size() > 1 || !words.getFirst().startsWith(ModelAddress.SCHEME)) {
            throw Refusal.grammar(Texts.get("command.usage.unknown", String.join(" ", words)));
        }
        return Optional.of(words.getFirst());
    }

    static int run(String address, Arguments arguments, Session session, Workspace workspace) throws IOException {
        Path out = arguments.text("--out").map(session::path)
                .orElseThrow(() -> Refusal.grammar(Texts.get("command.usage.missing", "--out")));
        return ModelWork.of(() -> {
            ModelAddress.Found found = new ModelAddress(workspace).version(address);
            Registry registry = workspace.models();
            int number = found.version().version();
            List<Long> sizes = write(registry, found.model().id(), number, out, session);
            if (arguments.json()) {
                try (JsonOut json = JsonOut.to(session.out())) {
                    json.object().text("file", out.toString()).text("model", found.model().name())
                            .whole("version", number).whole("files", sizes.size())
                            .whole("bytes", sizes.stream().mapToLong(Long::longValue).sum())
                            .endObject();
                }
            } else if (!arguments.quiet()) {
                session.out().write(Texts.get("command.export.version", found.model().name(),
                        Integer.toString(number), out.toString()) + "\n");
            }
            return Exit.DONE;
        });
    }

    /// @return the bytes of each file written
    private static List<Long> write(Registry registry, ModelId model, int number, Path out, Session session)
            throws IOException {
        try {
            if (out.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                registry.bundles().write(model, number, out, Registry.me(), Progress.NONE, session.cancel());
                return List.of(Files.size(out));
            }
            List<Long> sizes = new ArrayList<>();
            for (StoredFile file : registry.bundles().unpack(model, number, out, session.cancel())) {
                sizes.add(Files.size(Path.of(file.path())));
            }
            return sizes;
        } catch (FileSystemException unwritten) {
            throw FileTrouble.writing(out, unwritten);
        }
    }
}

package cotejo.command;

import cotejo.model.ModelCard;
import cotejo.model.RunFrame;
import cotejo.registry.BundleReader;
import cotejo.registry.Bundles;
import cotejo.registry.Registration;
import cotejo.registry.Registry;
import cotejo.registry.RegistryRefusal;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `cotejo register`: registers a version from a run's artifact, a logged model, files, or a bundle of another machine.
final class RegisterCommand implements Command {

    @Override
    public String name() {
        return "register";
    }

    @Override
    public String example() {
        return "cotejo register diabetes-progression/ridge model --name diabetes --comment \"first try\"";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("MATERIAL").value("--name", "MODEL").value("--comment", "TEXT").value("--describe", "TEXT")
                .values("--tag", "KEY=VALUE").flag("--verify");
    }

    @Override
    public Need need(Arguments arguments) {
        return arguments.has("--verify") ? Need.NOTHING : Need.WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        List<String> words = arguments.someWords("MATERIAL");
        return ModelWork.of(() -> {
            if (arguments.has("--verify")) {
                return verify(words, arguments, session);
            }
            Registry registry = host.workspace().models();
            Optional<Path> bundle = bundle(words, session);
            if (bundle.isPresent()) {
                return bundle(registry, bundle.get(), arguments, session);
            }
            String name = arguments.text("--name")
                    .orElseThrow(() -> Refusal.grammar(Texts.get("command.usage.missing", "--name")));
            Registration.Registered done = registry.registration().register(new Registration.Wish(name,
                    from(words, session, host), arguments.text("--comment").orElse(""),
                    arguments.text("--describe").orElse(""),
                    ModelWork.pairs("--tag", arguments.texts("--tag")), Registry.me()), Progress.NONE,
                    session.cancel());
            tell(registry, new Bundles.Imported(done.model(), done.version(), List.of(), ""), arguments, session);
            return Exit.DONE;
        });
    }

    private static Optional<Path> bundle(List<String> words, Session session) {
        if (words.size() != 1 || !Files.isRegularFile(session.path(words.getFirst()))) {
            return Optional.empty();
        }
        Path path = session.path(words.getFirst());
        return Bundles.isBundle(path) ? Optional.of(path) : Optional.empty();
    }

    private static Registration.From from(List<String> words, Session session, Host host) {
        List<Path> paths = words.stream().map(session::path).toList();
        if (words.getFirst().startsWith("models:/")) {
            return new ModelAddress(host.workspace()).material(words.getFirst());
        }
        boolean isPath = Path.of(words.getFirst()).isAbsolute() || words.getFirst().startsWith(".");
        if (words.size() <= 2 && !isPath && !Files.exists(paths.getFirst())) {
            RunFrame frame = host.workspace().catalog().frame();
            return new Registration.FromRun(frame, new RunFinder(frame).row(words.getFirst()),
                    words.size() < 2 || words.get(1).equals(".") ? "" : words.get(1));
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw Refusal.unreadable(Texts.get("registry.file.gone", path.toString()));
            }
        }
        return new Registration.FromFiles(paths);
    }

    private static int bundle(Registry registry, Path bundle, Arguments arguments, Session session)
            throws IOException {
        Bundles.Imported done = registry.bundles().read(bundle, arguments.text("--name").orElse(""), Registry.me(),
                Progress.NONE, session.cancel());
        tell(registry, done, arguments, session);
        return done.notTaken().isEmpty() ? Exit.DONE : Exit.PROBLEMS;
    }

    private static void tell(Registry registry, Bundles.Imported done, Arguments arguments, Session session)
            throws IOException {
        ModelCard model = registry.model(done.model()).orElseThrow();
        int version = done.version();
        for (String alias : done.notTaken()) {
            Program.complain(session.err(), Texts.get("command.register.alias", alias, model.name(),
                    Integer.toString(model.aliases().getOrDefault(alias, 0))));
        }
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("model", model.name());
                json.nested("registered", () -> new ModelJson(registry, json, session.cancel())
                        .version(model, model.version(version).orElseThrow()));
                if (!done.addedStage().isEmpty()) {
                    json.text("stageAdded", done.addedStage());
                }
                json.endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(Texts.get("command.register.done", model.name(), Integer.toString(version),
                    Figures.bytes(model.version(version).orElseThrow().bytes())) + "\n");
            if (!done.addedStage().isEmpty()) {
                session.out().write(Texts.get("command.register.stage", done.addedStage()) + "\n");
            }
        }
    }

    private static int verify(List<String> words, Arguments arguments, Session session) throws IOException {
        Path path = session.path(words.getFirst());
        if (!Files.isRegularFile(path)) {
            throw new RegistryRefusal(RegistryRefusal.Kind.FILE, Texts.get("registry.file.gone", path.toString()));
        }
        BundleReader.Report report = Bundles.verify(path, session.cancel());
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("file", path.toString()).text("model", report.model())
                        .whole("version", report.version()).whole("files", report.files())
                        .whole("bytes", report.bytes()).flag("sound", report.sound()).array("problems");
                for (@Nullable String problem : report.problems()) {
                    json.element(String.valueOf(problem));
                }
                json.endArray().endObject();
            }
        } else {
            report.problems().forEach(problem -> Program.complain(session.err(), path + ": " + problem));
            session.out().write(Texts.get(report.sound() ? "command.register.sound" : "command.register.damaged",
                    path.toString(), report.model(), Integer.toString(report.version()), report.files(),
                    report.problems().size()) + "\n");
        }
        return report.sound() ? Exit.DONE : Exit.UNREADABLE;
    }
}

package cotejo.command;

import cotejo.model.ModelCard;
import cotejo.model.RegistryEvent;
import cotejo.model.VersionCard;
import cotejo.registry.Promotions;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `cotejo promote`: moves a version to a stage, past its gates; asks for that, approves or rejects it.
final class PromoteCommand implements Command {

    @Override
    public String name() {
        return "promote";
    }

    @Override
    public String example() {
        return "cotejo promote diabetes-progression 2 --to Production --archive-existing --comment \"better on all\"";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("MODEL").word("NUMBER").value("--to", "STAGE").flag("--archive-existing")
                .value("--comment", "TEXT").value("--override", "REASON").flag("--dry-run").flag("--request")
                .value("--approve", "ID").value("--reject", "ID");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Registry registry = host.workspace().models();
        return ModelWork.of(() -> {
            ModelCard model = registry.find(arguments.words().getFirst());
            VersionCard version = registry.version(model, arguments.words().get(1));
            String comment = arguments.text("--comment").orElse("");
            Optional<String> approve = arguments.text("--approve");
            Optional<String> reject = arguments.text("--reject");
            if (approve.isPresent()) {
                long id = asked(registry, model, version, "--approve", approve.get());
                tell(model, registry.promotions().approve(id, comment, arguments.text("--override").orElse(null),
                        Registry.me(), session.cancel()), arguments, session);
            } else if (reject.isPresent()) {
                long id = asked(registry, model, version, "--reject", reject.get());
                tell(model, registry.promotions().reject(id, comment, Registry.me()), arguments, session);
            } else {
                move(registry, model, version, comment, arguments, session);
            }
            return Exit.DONE;
        });
    }

    /// The number of a request, which has to be for the version that was named beside it.
    private static long asked(Registry registry, ModelCard model, VersionCard version, String option, String text) {
        long id = ModelWork.number(option, text);
        if (registry.promotions().requests(model.id()).stream()
                .noneMatch(request -> request.id() == id && request.version() == version.version())) {
            throw Refusal.usage(Texts.get("command.promote.noRequest", Long.toString(id), model.name(),
                    Integer.toString(version.version())));
        }
        return id;
    }

    private static void move(Registry registry, ModelCard model, VersionCard version, String comment,
            Arguments arguments, Session session) throws IOException {
        String stage = arguments.text("--to")
                .orElseThrow(() -> Refusal.grammar(Texts.get("command.usage.missing", "--to")));
        Promotions.Wish wish = new Promotions.Wish(model.id(), version.version(), stage,
                arguments.has("--archive-existing") ? Promotions.Others.ARCHIVE : Promotions.Others.STAY, comment,
                arguments.text("--override").orElse(null), Registry.me());
        if (arguments.has("--dry-run")) {
            plan(registry.promotions().plan(wish, session.cancel()), arguments, session);
        } else if (arguments.has("--request")) {
            long number = registry.promotions().request(wish);
            if (arguments.json()) {
                try (JsonOut json = JsonOut.to(session.out())) {
                    json.object().text("model", model.name()).whole("request", number).endObject();
                }
            } else if (!arguments.quiet()) {
                session.out().write(Texts.get("command.promote.requested", Long.toString(number)) + "\n");
            }
        } else {
            tell(model, registry.promotions().promote(wish, session.cancel()), arguments, session);
        }
    }

    private static void plan(Promotions.Plan plan, Arguments arguments, Session session) throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("model", plan.model().name()).whole("version", plan.version().version())
                        .text("from", plan.from()).text("to", plan.to()).array("alsoArchived");
                for (VersionCard archived : plan.archived()) {
                    json.whole(archived.version());
                }
                json.endArray().flag("passes", plan.passes());
                ModelJson.gates(json, plan.gates());
                json.endObject();
            }
            return;
        }
        session.out().write(Texts.get("command.promote.would", plan.model().name(),
                Integer.toString(plan.version().version()), plan.from(), plan.to()) + "\n");
        archived("command.promote.wouldArchive", plan.archived().stream().map(VersionCard::version).toList(), session);
        for (RegistryEvent.Gate gate : plan.gates()) {
            session.out().write((gate.passed() ? "  ✓ " : "  ✗ ") + gate.rule() + ": " + gate.told() + "\n");
        }
    }

    // texts: command.promote.archived, command.promote.wouldArchive
    private static void archived(String key, List<Integer> versions, Session session) throws IOException {
        if (!versions.isEmpty()) {
            String numbers = String.join(", ", versions.stream().map(String::valueOf).toList());
            session.out().write("  " + Texts.get(key, numbers) + "\n");
        }
    }

    /// The lines that were added to the history.
    static void tell(ModelCard model, List<RegistryEvent> events, Arguments arguments, Session session)
            throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("model", model.name());
                ModelJson.events(json, "history", events);
                json.endObject();
            }
            return;
        }
        if (arguments.quiet()) {
            return;
        }
        for (RegistryEvent event : events) {
            if (event.from() != null && event.to() != null) {
                session.out().write(Texts.get("command.promote.done", model.name(), Integer.toString(event.version()),
                        event.from(), event.to(), event.kind().word()) + "\n");
                archived("command.promote.archived", event.alsoArchived(), session);
                for (RegistryEvent.Move along : event.movedAlong()) {
                    session.out().write("  " + Texts.get("command.promote.along", model.name(),
                            Integer.toString(along.version()), along.from(), along.to()) + "\n");
                }
            }
        }
    }
}

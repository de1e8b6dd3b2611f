package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.ModelCard;
import cotejo.model.ModelId;
import cotejo.model.VersionCard;
import cotejo.registry.Comparison;
import cotejo.registry.Passport;
import cotejo.registry.Registry;
import cotejo.registry.Removals;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `cotejo model`: everything about one model or one version of it, and changes to it.
final class ModelCommand implements Command {

    @Override
    public String name() {
        return "model";
    }

    @Override
    public String example() {
        return "cotejo model diabetes-progression 3 --comment \"checked by the clinic\"";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("MODEL").words("NUMBER").value("--describe", "TEXT").values("--tag", "KEY=VALUE")
                .values("--untag", "KEY").value("--comment", "TEXT").values("--passport", "KEY=VALUE")
                .values("--gate", "STAGE=RULE").value("--no-gates", "STAGE").value("--rename", "NAME")
                .flag("--trash").flag("--restore").flag("--permanently").flag("--yes").flag("--keep-files")
                .flag("--compare");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Registry registry = host.workspace().models();
        return ModelWork.of(() -> {
            List<String> words = arguments.words();
            ModelCard model = registry.find(words.getFirst());
            if (arguments.has("--compare")) {
                compare(registry, model, words.subList(1, words.size()), arguments, session);
                return Exit.DONE;
            }
            int version = words.size() < 2 ? 0 : number(registry, model, words.get(1), arguments);
            if (arguments.has("--permanently")) {
                return deleteForGood(registry, model, version, arguments, session);
            }
            change(registry, model.id(), version, arguments, session);
            ModelId id = arguments.text("--rename").map(ModelId::here).orElse(model.id());
            ModelCard now = registry.model(id).orElseThrow();
            print(registry, now, version, arguments, session);
            String lost = now.version(version).map(card -> registry.versions().lost(id, card)).orElse("");
            if (!lost.isEmpty()) {
                Program.complain(session.err(), lost);
            }
            return lost.isEmpty() ? Exit.DONE : Exit.PROBLEMS;
        });
    }

    /// A version in the trash has its number only.
    private static int number(Registry registry, ModelCard model, String word, Arguments arguments) {
        if ((arguments.has("--restore") || arguments.has("--permanently")) && word.matches("\\d{1,9}")
                && model.any(Integer.parseInt(word)).isPresent()) {
            return Integer.parseInt(word);
        }
        return registry.version(model, word).version();
    }

    private static void change(Registry registry, ModelId id, int version, Arguments arguments, Session session)
            throws IOException {
        String who = Registry.me();
        arguments.text("--describe").ifPresent(text -> registry.describe(id, version, text, who));
        ModelWork.pairs("--tag", arguments.texts("--tag"))
                .forEach((key, value) -> registry.tag(id, version, key, value, who));
        arguments.texts("--untag").forEach(key -> registry.tag(id, version, key, null, who));
        arguments.text("--comment").ifPresent(text -> registry.comment(id, version, text, who));
        ModelWork.pairs("--passport", arguments.texts("--passport"))
                .forEach((key, value) -> registry.passport(id, needed(version), key, value, who));
        gates(registry, id, arguments, who);
        if (arguments.has("--keep-files")) {
            registry.registration().keep(id, needed(version), who, cotejo.work.Progress.NONE, session.cancel());
        }
        if (arguments.has("--trash")) {
            registry.delete(id, version, who);
        }
        if (arguments.has("--restore")) {
            registry.restore(id, version, who);
        }
        arguments.text("--rename").ifPresent(name -> registry.rename(id, name, who));
    }

    private static int needed(int version) {
        if (version == 0) {
            throw Refusal.grammar(Texts.get("command.usage.missing", "NUMBER"));
        }
        return version;
    }

    private static void gates(Registry registry, ModelId id, Arguments arguments, String who) {
        arguments.text("--no-gates").ifPresent(stage -> registry.gates(id, stage, List.of(), who));
        for (String gate : arguments.texts("--gate")) {
            Map.Entry<String, String> one = ModelWork.pairs("--gate", List.of(gate)).entrySet().iterator().next();
            String stage = registry.stage(one.getKey());
            List<String> rules = new ArrayList<>(registry.gates(id).getOrDefault(stage, List.of()));
            rules.add(one.getValue());
            registry.gates(id, stage, rules, who);
        }
    }

    private static int deleteForGood(Registry registry, ModelCard model, int version, Arguments arguments,
            Session session) throws IOException {
        Removals.Weight weight = registry.removals().weigh(model.id(), version);
        boolean done = arguments.has("--yes");
        if (done) {
            registry.removals().deleteForGood(model.id(), version, Registry.me());
        }
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().flag("deleted", done).whole("versions", weight.versions())
                        .whole("files", weight.files()).whole("bytes", weight.bytes())
                        .whole("freed", weight.freed()).array("aliases");
                for (String alias : weight.aliases()) {
                    json.element(alias);
                }
                json.endArray().endObject();
            }
        } else {
            session.out().write(Texts.get(done ? "command.model.deleted" : "command.model.wouldDelete", model.name(),
                    weight.versions(), weight.files(), Figures.bytes(weight.freed()),
                    weight.aliases().size(), String.join(", ", weight.aliases())) + "\n");
        }
        return Exit.DONE;
    }

    private static void print(Registry registry, ModelCard model, int version, Arguments arguments, Session session)
            throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                ModelJson writer = new ModelJson(registry, json, session.cancel());
                if (version > 0 && model.version(version).isPresent()) {
                    registry.versions().hash(model.id(), model.version(version).get(), session.cancel());
                    writer.version(model, model.version(version).get());
                } else {
                    json.object();
                    writer.fields(model);
                    json.object("gates");
                    for (Map.Entry<String, List<String>> gates : registry.gates(model.id()).entrySet()) {
                        json.array(gates.getKey());
                        for (String rule : gates.getValue()) {
                            json.element(rule);
                        }
                        json.endArray();
                    }
                    json.endObject();
                    ModelJson.requests(json, registry.promotions().requests(model.id()));
                    json.endObject();
                }
            }
            return;
        }
        List<List<Cell>> lines = new ArrayList<>();
        Optional<VersionCard> one = version > 0 ? model.version(version) : Optional.empty();
        one.ifPresent(card -> registry.versions().hash(model.id(), card, session.cancel()));
        if (one.isPresent()) {
            versionLines(registry, model, one.get(), lines, session);
        } else {
            modelLines(registry, model, lines);
        }
        new Rows(List.of(Texts.get("command.column.what"), Texts.get("command.column.value")), lines)
                .print(Rows.Format.TABLE, session);
    }

    private static void line(List<List<Cell>> lines, String what, String value) {
        if (!value.isEmpty()) {
            lines.add(List.of(Cell.of(what), Cell.of(value)));
        }
    }

    private static void modelLines(Registry registry, ModelCard model, List<List<Cell>> lines) {
        line(lines, "name", model.name());
        line(lines, "description", model.description());
        line(lines, "source", model.id().origin());
        model.tags().forEach((key, value) -> line(lines, "tags." + key, value));
        for (VersionCard version : model.live()) {
            String aliases = String.join(" ", model.aliasesOf(version.version()).stream().map(a -> "@" + a).toList());
            line(lines, "version " + version.version(), (version.stage() + " " + aliases).strip());
        }
        registry.gates(model.id()).forEach((stage, rules) ->
                line(lines, "gates." + stage, String.join("; ", rules)));
        if (!model.hidden().isEmpty()) {
            line(lines, "hidden", Texts.get("registry.model.hidden", model.label(),
                    String.join(", ", model.hidden().stream().map(String::valueOf).toList())));
        }
    }

    private static void versionLines(Registry registry, ModelCard model, VersionCard version, List<List<Cell>> lines,
            Session session) {
        line(lines, "name", model.name());
        line(lines, "version", Integer.toString(version.version()));
        line(lines, "stage", version.stage());
        line(lines, "aliases", String.join(", ", model.aliasesOf(version.version())));
        line(lines, "description", version.description());
        line(lines, "created", version.created() == 0 ? "" : Instant.ofEpochMilli(version.created()).toString());
        line(lines, "user", version.user());
        line(lines, "source", version.source());
        line(lines, "run", version.runId());
        line(lines, "digest", version.digest());
        version.tags().forEach((key, value) -> line(lines, "tags." + key, value));
        Passport passport = registry.versions().passport(model.id(), version, session.cancel());
        line(lines, "passport", Figures.brief(passport.complete() * 100, 3) + " %");
        passport.sections().forEach(section -> section.entries()
                .forEach(entry -> line(lines, entry.key(), entry.value().replace("\n", "; "))));
    }

    private static void compare(Registry registry, ModelCard model, List<String> words, Arguments arguments,
            Session session) throws IOException {
        if (words.size() < 2) {
            throw Refusal.usage(Texts.get("command.model.compareTwo"));
        }
        List<Comparison.Side> sides = words.stream().map(word -> registry.version(model, word))
                .map(version -> new Comparison.Side(version,
                        registry.versions().facts(model.id(), version, session.cancel()))).toList();
        List<Comparison.Line> compared = Comparison.of(sides);
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("model", model.name()).array("versions");
                for (Comparison.Side side : sides) {
                    json.whole(side.version().version());
                }
                json.endArray().array("lines");
                for (Comparison.Line line : compared) {
                    json.object().text("section", line.part().name().toLowerCase(java.util.Locale.ROOT))
                            .text("key", line.key()).array("values");
                    for (String value : line.values()) {
                        json.elementOrNull(value);
                    }
                    json.endArray().flag("differs", line.differs()).endObject();
                }
                json.endArray().endObject();
            }
            return;
        }
        List<String> headers = new ArrayList<>(List.of(Texts.get("command.column.what")));
        sides.forEach(side -> headers.add(Integer.toString(side.version().version())));
        List<List<Cell>> cells = new ArrayList<>();
        for (Comparison.Line line : compared) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(line.part().name().toLowerCase(java.util.Locale.ROOT) + "." + line.key()));
            line.values().forEach(value -> row.add(value == null ? Cell.empty() : Cell.of(value)));
            cells.add(row);
        }
        new Rows(headers, cells).print(Rows.Format.TABLE, session);
    }
}

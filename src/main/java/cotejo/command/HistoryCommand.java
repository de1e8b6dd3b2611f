package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.ModelCard;
import cotejo.model.RegistryEvent;
import cotejo.registry.History;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `cotejo history`: what happened to a model, and how it stood on a day.
final class HistoryCommand implements Command {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String example() {
        return "cotejo history diabetes-progression --as-of 2026-11-22";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("MODEL").value("--as-of", "DATE").value("--format", "FORMAT");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        Registry registry = host.workspace().models();
        Optional<Long> asOf = arguments.text("--as-of").map(ModelWork::moment);
        return ModelWork.of(() -> {
            ModelCard model = registry.find(arguments.words().getFirst());
            List<RegistryEvent> events = registry.history().of(model.id()).stream()
                    .filter(event -> asOf.isEmpty() || event.at() <= asOf.get()).toList();
            if (format == Rows.Format.JSON) {
                json(registry, model, events, asOf, session);
            } else if (asOf.isPresent()) {
                board(registry.history().asOf(model, asOf.get()), format, session);
            } else {
                rows(events, format, session);
            }
            return Exit.DONE;
        });
    }

    private static void json(Registry registry, ModelCard model, List<RegistryEvent> events, Optional<Long> asOf,
            Session session) throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().text("model", model.name());
            if (asOf.isPresent()) {
                History.Then then = registry.history().asOf(model, asOf.get());
                json.time("asOf", asOf.get()).array("versions");
                for (History.Standing standing : then.versions()) {
                    json.object().whole("version", standing.version()).text("stage", standing.stage()).endObject();
                }
                json.endArray().object("aliases");
                for (Map.Entry<String, Integer> alias : then.aliases().entrySet()) {
                    json.whole(alias.getKey(), alias.getValue());
                }
                json.endObject();
            }
            ModelJson.events(json, "history", events);
            json.endObject();
        }
    }

    private static void board(History.Then then, Rows.Format format, Session session) throws IOException {
        List<List<Cell>> cells = new ArrayList<>();
        for (History.Standing standing : then.versions()) {
            String aliases = String.join(", ", then.aliases().entrySet().stream()
                    .filter(alias -> alias.getValue() == standing.version()).map(Map.Entry::getKey).toList());
            cells.add(List.of(Cell.of(Integer.toString(standing.version())), Cell.of(standing.stage() == null
                    ? Texts.get("command.history.notKnown") : standing.stage()), Cell.of(aliases)));
        }
        new Rows(List.of(Texts.get("command.column.number"), Texts.get("command.column.stage"),
                Texts.get("command.column.aliases")), cells).print(format, session);
    }

    private static void rows(List<RegistryEvent> events, Rows.Format format, Session session) throws IOException {
        List<List<Cell>> cells = new ArrayList<>();
        for (RegistryEvent event : events) {
            cells.add(List.of(Cell.of(Long.toString(event.id())), Cell.of(Instant.ofEpochMilli(event.at()).toString()),
                    told(event.who()), Cell.of(event.kind().word()),
                    event.version() == 0 ? Cell.empty() : Cell.of(Integer.toString(event.version())),
                    told(event.from()), told(event.to()), told(event.comment()), told(about(event))));
        }
        new Rows(List.of(Texts.get("command.column.event"), Texts.get("command.column.at"),
                Texts.get("command.column.who"), Texts.get("command.column.what"),
                Texts.get("command.column.number"), Texts.get("command.column.from"), Texts.get("command.column.to"),
                Texts.get("command.column.comment"), Texts.get("command.column.about")), cells)
                .print(format, session);
    }

    /// What of the version or model it was, where the other columns do not say.
    private static String about(RegistryEvent event) {
        Map<String, String> notes = event.detail().notes();
        String alias = notes.getOrDefault("alias", "");
        if (!alias.isEmpty()) {
            return "@" + alias;
        }
        if (!event.detail().moves().isEmpty()) {
            return String.join(", ", event.detail().moves().stream()
                    .map(move -> move.version() + ": " + move.from() + " → " + move.to()).toList());
        }
        for (String key : List.of("tag", "entry")) {
            if (notes.containsKey(key)) {
                String value = notes.getOrDefault("value", "").lines().findFirst().orElse("");
                return notes.get(key) + "=" + value;
            }
        }
        return notes.getOrDefault("rules", "").replace("\n", "; ");
    }

    private static Cell told(@Nullable String text) {
        return text == null || text.isEmpty() ? Cell.empty() : Cell.of(text);
    }
}

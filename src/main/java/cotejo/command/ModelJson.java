package cotejo.command;

import cotejo.model.ModelCard;
import cotejo.model.RegistryEvent;
import cotejo.model.StageRequest;
import cotejo.model.Usage;
import cotejo.model.VersionCard;
import cotejo.registry.Passport;
import cotejo.registry.Registry;
import cotejo.work.Cancel;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Registered models as JSON.
final class ModelJson {

    private final Registry registry;
    private final JsonOut json;
    private final Cancel cancel;

    ModelJson(Registry registry, JsonOut json, Cancel cancel) {
        this.registry = registry;
        this.json = json;
        this.cancel = cancel;
    }

    /// A model with its versions.
    void model(ModelCard model) throws IOException {
        json.object();
        fields(model);
        json.endObject().line();
    }

    void fields(ModelCard model) throws IOException {
        json.text("name", model.name()).text("description", model.description()).texts("tags", model.tags())
                .text("origin", model.id().isHere() ? null : model.id().origin()).time("created", model.created())
                .time("updated", model.updated()).flag("deleted", model.deleted() > 0);
        json.object("aliases");
        for (Map.Entry<String, Integer> alias : model.aliases().entrySet()) {
            json.whole(alias.getKey(), alias.getValue());
        }
        json.endObject().array("versions");
        for (VersionCard version : model.live()) {
            cancel.check();
            json.line();
            version(model, version);
        }
        json.endArray();
    }

    /// One version.
    void version(ModelCard model, VersionCard version) throws IOException {
        json.object().whole("version", version.version()).text("stage", version.stage()).array("aliases");
        for (String alias : model.aliasesOf(version.version())) {
            json.element(alias);
        }
        json.endArray().text("run", some(version.runId())).text("source", version.source())
                .text("digest", some(version.digest()));
        if (version.kept()) {
            json.whole("bytes", version.bytes());
        } else {
            json.text("bytes", null);
        }
        json.time("created", version.created()).text("user", some(version.user()))
                .text("description", version.description()).texts("tags", version.tags());
        passport(registry.versions().passport(model.id(), version, cancel));
        usage(model, version);
        json.endObject();
    }

    private static @org.jspecify.annotations.Nullable String some(String text) {
        return text.isEmpty() ? null : text;
    }

    private void passport(Passport passport) throws IOException {
        json.object("passport").number("complete", Math.round(passport.complete() * 100) / 100.0);
        for (Passport.Section section : passport.sections()) {
            json.object(section.part().word()).flag("complete", section.complete()).array("missing");
            for (String missing : section.missing()) {
                json.element(missing);
            }
            json.endArray();
            for (Passport.Entry entry : section.entries()) {
                json.object(entry.key().substring(entry.key().indexOf('.') + 1)).text("value", entry.value())
                        .text("from", entry.from().name().toLowerCase(java.util.Locale.ROOT)).endObject();
            }
            json.endObject();
        }
        json.endObject();
    }

    private void usage(ModelCard model, VersionCard version) throws IOException {
        json.object("usage");
        Map<String, List<Usage>> days = registry.usage(model.id(), version.version());
        for (Usage.Kind kind : Usage.Kind.values()) {
            int count = days.values().stream().flatMap(List::stream).filter(use -> use.kind() == kind)
                    .mapToInt(Usage::count).sum();
            json.whole(kind.name().toLowerCase(java.util.Locale.ROOT), count);
        }
        json.endObject();
    }

    /// Lines of the history.
    static void events(JsonOut json, String name, List<RegistryEvent> events) throws IOException {
        json.array(name);
        for (RegistryEvent event : events) {
            json.line();
            event(json, event);
        }
        json.endArray();
    }

    private static void event(JsonOut json, RegistryEvent event) throws IOException {
        json.object().whole("id", event.id()).time("at", event.at()).time("recorded", event.recorded())
                .text("who", some(event.who())).text("event", event.kind().word());
        if (event.version() > 0) {
            json.whole("version", event.version());
        } else {
            json.text("version", null);
        }
        json.text("from", event.from()).text("to", event.to()).text("comment", some(event.comment()))
                .array("alsoArchived");
        for (int version : event.alsoArchived()) {
            json.whole(version);
        }
        json.endArray();
        if (!event.alsoArchived().isEmpty() || !event.detail().moves().isEmpty()) {
            json.array("moves");
            for (RegistryEvent.Move move : event.detail().moves()) {
                json.object().whole("version", move.version()).text("from", move.from()).text("to", move.to())
                        .endObject();
            }
            json.endArray();
        }
        gates(json, event.detail().gates());
        json.texts("notes", event.detail().notes()).endObject();
    }

    static void gates(JsonOut json, List<RegistryEvent.Gate> gates) throws IOException {
        json.array("gates");
        for (RegistryEvent.Gate gate : gates) {
            json.object().text("rule", gate.rule()).flag("passed", gate.passed()).text("told", gate.told())
                    .endObject();
        }
        json.endArray();
    }

    static void requests(JsonOut json, List<StageRequest> requests) throws IOException {
        json.array("requests");
        for (StageRequest request : requests) {
            json.object().whole("id", request.id()).whole("version", request.version()).text("to", request.stage())
                    .flag("archiveExisting", request.archive()).text("who", request.who())
                    .time("asked", request.asked()).text("comment", some(request.comment()))
                    .text("state", request.state().name().toLowerCase(java.util.Locale.ROOT))
                    .text("decidedBy", some(request.decidedBy())).time("decided", request.decided())
                    .text("answer", some(request.answer())).endObject();
        }
        json.endArray();
    }
}

package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.preview.Signature.Port;
import cotejo.work.Cancel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// MLeap bundles: `bundle.json`, and for every node of the pipeline a `node.json` with its shape and a `model.json`
/// with its operator.
final class MleapBundle {

    private static final int MOST = 10_000;

    /// A document of the bundle, read when it is asked for.
    private interface Document {
        JsonNode json() throws IOException;
    }

    private final Map<String, Document> documents;
    private final FactsBuilder facts;
    private final Cancel cancel;

    private MleapBundle(Map<String, Document> documents, FactsBuilder facts, Cancel cancel) {
        this.documents = documents;
        this.facts = facts;
        this.cancel = cancel;
    }

    /// A bundle in a zip, where it may stand in one outermost folder.
    static void read(Archive archive) throws IOException {
        Map<String, Document> documents = new LinkedHashMap<>();
        archive.zip().entries().forEach(entry -> documents.putIfAbsent(
                entry.name().replaceFirst("^(?!root/)[^/]+/(?=bundle\\.json$|root/)", ""), () -> archive.json(entry)));
        new MleapBundle(documents, archive.facts(), archive.candidate().cancel()).read();
    }

    /// A bundle unpacked into a folder with those files.
    static void read(Path folder, List<Path> files, FactsBuilder facts, Cancel cancel) throws IOException {
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Path file : files) {
            documents.put(folder.relativize(file).toString().replace('\\', '/'), () -> {
                try (var in = Files.newInputStream(file)) {
                    return JsonLimits.tree(in.readNBytes(JsonLimits.LARGEST));
                }
            });
        }
        new MleapBundle(documents, facts, cancel).read();
    }

    private void read() throws IOException {
        JsonNode bundle = json("bundle.json");
        facts.format("mleap").framework(("MLeap " + bundle.path("version").asText("")).strip());
        facts.define("name", bundle.path("name").asText(""));
        facts.say("uid", bundle.path("uid").asText("")).say("written as", bundle.path("format").asText(""))
                .say("timestamp", bundle.path("timestamp").asText(""));
        List<Fact> ops = new ArrayList<>();
        for (String name : documents.keySet()) {
            cancel.check();
            if (name.endsWith("/model.json") && ops.size() < MOST) {
                String place = name.replaceFirst("/model\\.json$", "").replaceFirst("^root/?", "");
                String op = json(name).path("op").asText("?");
                if (place.isEmpty()) {
                    facts.define("class", op);
                }
                ops.add(Fact.of((place.isEmpty() ? "" : place + ": ") + op));
            }
        }
        if (documents.containsKey("root/node.json")) {
            signature(json("root/node.json"));
        }
        facts.define("ops", new Fact.Items(ops));
    }

    private JsonNode json(String name) throws IOException {
        Document document = documents.get(name);
        return document == null ? JsonLimits.MAPPER.missingNode() : document.json();
    }

    private void signature(JsonNode node) {
        facts.signature(new Signature(ports(node.path("shape").path("inputs")),
                ports(node.path("shape").path("outputs"))));
    }

    private static List<Port> ports(JsonNode list) {
        List<Port> ports = new ArrayList<>();
        list.forEach(port -> ports.add(Port.required(port.path("name").asText(""), port.path("port").asText("?"),
                List.of())));
        return ports;
    }
}

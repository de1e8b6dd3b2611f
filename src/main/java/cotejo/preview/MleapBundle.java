package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.ZipParts.Entry;
import cotejo.preview.Signature.Port;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// MLeap bundles: `bundle.json`, and for every node of the pipeline a `node.json` with its shape and a `model.json`
/// with its operator.
final class MleapBundle {

    private static final int MOST = 10_000;

    private final Archive archive;
    private final FactsBuilder facts;

    MleapBundle(Archive archive) {
        this.archive = archive;
        this.facts = archive.facts();
    }

    void read() throws IOException {
        JsonNode bundle = archive.json(Objects.requireNonNull(archive.find("bundle.json")));
        facts.format("mleap").framework(("MLeap " + bundle.path("version").asText("")).strip());
        facts.define("name", bundle.path("name").asText(""));
        facts.say("uid", bundle.path("uid").asText("")).say("written as", bundle.path("format").asText(""))
                .say("timestamp", bundle.path("timestamp").asText(""));
        List<Fact> ops = new ArrayList<>();
        for (Entry entry : List.copyOf(archive.zip().entries())) {
            archive.candidate().cancel().check();
            if (entry.name().endsWith("/model.json") && ops.size() < MOST) {
                JsonNode model = archive.json(entry);
                String place = entry.name().replaceFirst("(^|/)model\\.json$", "").replaceFirst("^.*root/?", "");
                String op = model.path("op").asText("?");
                if (place.isEmpty()) {
                    facts.define("class", op);
                }
                ops.add(Fact.of((place.isEmpty() ? "" : place + ": ") + op));
            } else if (entry.name().matches("([^/]+/)?root/node\\.json")) {
                signature(archive.json(entry));
            }
        }
        facts.define("ops", new Fact.Items(ops));
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

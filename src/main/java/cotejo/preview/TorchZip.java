package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.ZipParts.Entry;
import cotejo.codec.pickle.PickleException;
import cotejo.codec.pickle.PickleFindings;
import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PyTorch's zip: `data.pkl` with references to raw storages (torch.save), with `code/` beside it (TorchScript), or a
/// graph in JSON (`.pt2`, torch.export).
final class TorchZip {

    private static final Pattern FORWARD = Pattern.compile("def forward\\(self: ([\\w.]+)"
            + "((?:,\\s*\\w+: [\\w\\[\\], ]+)*)\\) -> ([\\w\\[\\], ]+):");
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+): ([\\w\\[\\]]+)");
    private static final int CODE = 1 << 20;

    private final Archive archive;
    private final FactsBuilder facts;

    TorchZip(Archive archive) {
        this.archive = archive;
        this.facts = archive.facts();
    }

    void read() throws IOException {
        facts.framework("PyTorch");
        @Nullable Entry graph = archive.find("models/model.json");
        boolean script = archive.zip().entries().stream().anyMatch(e -> e.name().matches("([^/]+/)?code/.*"));
        facts.format(graph != null || archive.find("archive_format") != null ? "torch-export"
                : script ? "torchscript" : "torch-zip");
        small("version", "archive version");
        small(".data/version", "archive version");
        small("byteorder", "byte order");
        small("archive_format", "archive format");
        small(".data/extern_modules", "extern modules");
        if (graph != null) {
            export(graph);
        }
        for (Entry entry : List.copyOf(archive.zip().entries())) {
            archive.candidate().cancel().check();
            if (entry.name().matches("([^/]+/)?([\\w]+\\.pkl|.*\\.debug_pkl)")) {
                pickle(archive.take(entry), script);
            }
        }
        if (script) {
            code();
        }
    }

    private void small(String name, String said) throws IOException {
        @Nullable Entry entry = archive.find(name);
        if (entry != null) {
            facts.say(said, new String(archive.bytes(entry, 200), StandardCharsets.UTF_8).strip());
        }
    }

    /// A pickle of the archive, in which references to storages are what they should be.
    private void pickle(Entry entry, boolean script) {
        PickleFacts pickle = new PickleFacts(archive.candidate(), facts).storagesAreKnown();
        try {
            PickleFindings findings = pickle.follow(() -> archive.zip().stream(entry));
            if (entry.name().endsWith("data.pkl")) {
                facts.say("protocol", Fact.of(findings.protocol()));
                new PickleDescription(facts).describe(pickle.roots());
            }
        } catch (PickleException broken) {
            facts.unread(entry.name() + ": " + PickleFacts.sentence(broken));
        } catch (IOException broken) {
            facts.unread(Texts.get("preview.zip.member", entry.name(), cotejo.model.Problem.describe(broken)));
        }
        if (script) {
            facts.code(Texts.get("preview.torch.script"), Verdict.UNKNOWN);
        }
    }

    /// What TorchScript would run stands in the archive as text; it is shown by its files and its `forward`.
    private void code() throws IOException {
        List<String> files = new ArrayList<>();
        List<Fact> methods = new ArrayList<>();
        for (Entry entry : archive.zip().entries()) {
            if (!entry.name().matches("([^/]+/)?code/.*\\.py")) {
                continue;
            }
            files.add(entry.name().replaceFirst("^[^/]+/(?=code/)", ""));
            String text = new String(archive.bytes(entry, CODE), StandardCharsets.UTF_8);
            Matcher forward = FORWARD.matcher(text);
            while (forward.find()) {
                methods.add(Fact.of(forward.group().replaceAll("\\s+", " ")));
                if (forward.group(1).equals(facts.className())) {
                    signature(forward);
                }
            }
        }
        facts.define("code", Fact.texts(files));
        facts.define("methods", new Fact.Items(methods.size() > 200 ? methods.subList(0, 200) : methods));
    }

    private void signature(Matcher forward) {
        List<Port> inputs = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(forward.group(2));
        while (argument.find()) {
            inputs.add(Port.required(argument.group(1), argument.group(2), List.of()));
        }
        facts.signature(new Signature(inputs, List.of(Port.required("", forward.group(3), List.of()))));
    }

    /// The JSON of torch.export: `graph_module.graph.nodes`, and the signature by the specs.
    private void export(Entry entry) throws IOException {
        JsonNode model = archive.json(entry);
        JsonNode graph = model.path("graph_module").path("graph");
        List<String> ops = new ArrayList<>();
        graph.path("nodes").forEach(node -> {
            String op = node.path("target").asText();
            if (!ops.contains(op) && ops.size() < 2000) {
                ops.add(op);
            }
            if (!op.startsWith("torch.ops.aten.") && !op.startsWith("_operator.") && !op.startsWith("torch.ops.prim")) {
                facts.code(op, Verdict.UNKNOWN);
            }
        });
        facts.define("nodes", Fact.of(graph.path("nodes").size()));
        facts.define("ops", Fact.texts(ops));
        facts.say("schema version", model.path("schema_version").path("major").asText() + "."
                + model.path("schema_version").path("minor").asText());
        String version = model.path("torch_version").asText();
        facts.say("torch version", version);
        JsonNode signature = model.path("graph_module").path("signature");
        JsonNode values = graph.path("tensor_values");
        facts.signature(new Signature(ports(signature.path("input_specs"), "user_input", values, facts),
                ports(signature.path("output_specs"), "user_output", values, facts)));
    }

    private static List<Port> ports(JsonNode specs, String kind, JsonNode values, FactsBuilder facts) {
        List<Port> ports = new ArrayList<>();
        List<Tensor> tensors = new ArrayList<>();
        specs.forEach(spec -> {
            JsonNode user = spec.path(kind).path("arg").path("as_tensor").path("name");
            if (!user.isMissingNode()) {
                ports.add(Port.required(user.asText(), dtype(values.path(user.asText())),
                        shape(values.path(user.asText()))));
            }
            for (String weight : List.of("parameter", "buffer")) {
                JsonNode named = spec.path(weight);
                String arg = named.path("arg").path("name").asText();
                if (!arg.isEmpty()) {
                    List<Long> shape = new ArrayList<>();
                    shape(values.path(arg)).forEach(length -> shape.add(length.matches("\\d{1,18}")
                            ? Long.parseLong(length) : -1));
                    String name = named.path(weight + "_name").asText(arg);
                    String dtype = dtype(values.path(arg));
                    tensors.add(new Tensor(name, dtype, shape, Dtypes.bytes(dtype, shape)));
                }
            }
        });
        if (!tensors.isEmpty()) {
            facts.parameters(Parameters.of(tensors));
        }
        return ports;
    }

    /// The scalar types of `torch/_export/serde/schema.py`.
    private static String dtype(JsonNode value) {
        return switch (value.path("dtype").asInt(-1)) {
            case 1 -> "torch.uint8";
            case 2 -> "torch.int8";
            case 3 -> "torch.int16";
            case 4 -> "torch.int32";
            case 5 -> "torch.int64";
            case 6 -> "torch.float16";
            case 7 -> "torch.float32";
            case 8 -> "torch.float64";
            case 12 -> "torch.bool";
            case 13 -> "torch.bfloat16";
            default -> "?";
        };
    }

    private static List<String> shape(JsonNode value) {
        List<String> shape = new ArrayList<>();
        value.path("sizes").forEach(length -> shape.add(length.path("as_int").asText(
                length.path("as_expr").path("expr_str").asText("?"))));
        return shape;
    }
}

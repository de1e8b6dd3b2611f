package cotejo.preview;

import cotejo.codec.ProtoReader;
import cotejo.preview.CodeName.Verdict;
import cotejo.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What a Core ML model is made of: the layers of networks with their weights (`NeuralNetwork.proto`), trees and leaves
/// (`TreeEnsemble.proto`), coefficients (`GLMRegressor.proto`), the operations of programs (`MIL.proto`). Of weights
/// only their lengths are read: they lie flat, without a shape.
final class CoreMlLayers {

    private static final int MOST = 5000;
    private static final int DEEPEST = 40;
    private static final int LEAF = 6;
    private static final Map<Integer, Layer> LAYERS = layers();

    /// @param weights names of weights by the path of their fields
    private record Layer(String name, Map<String, String> weights) {
    }

    private final FactsBuilder facts;
    private final List<Fact> layers = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final Set<Long> trees = new HashSet<>();
    private final Map<String, Long> operations = new TreeMap<>();
    private long leaves;
    private boolean more;

    CoreMlLayers(FactsBuilder facts) {
        this.facts = facts;
    }

    private static Map<Integer, Layer> layers() {
        Map<Integer, Layer> layers = new HashMap<>();
        InputStream in = Objects.requireNonNull(
                CoreMlLayers.class.getResourceAsStream("/cotejo/preview/coreml-layers.txt"));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                List<String> words = List.of(line.split(" "));
                Map<String, String> weights = new LinkedHashMap<>();
                words.subList(2, words.size()).forEach(word -> weights.put(word.substring(0, word.indexOf(':')),
                        word.substring(word.indexOf(':') + 1)));
                layers.put(Integer.parseInt(words.getFirst()), new Layer(words.get(1), weights));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return layers;
    }

    /// Reads what a model of a kind holds.
    ///
    /// @param field of the kind in `Model.proto`
    void read(int field, ProtoReader model) throws IOException {
        switch (field) {
            case 302, 402 -> ensemble(model);
            case 303, 403, 500 -> network(model, 0);
            case 300, 400 -> coefficients(model);
            case 502 -> program(model);
            default -> { }
        }
    }

    /// Says what was found.
    void tell() {
        if (!layers.isEmpty()) {
            facts.define("layers", new Fact.Items(List.copyOf(layers)));
        }
        if (!trees.isEmpty()) {
            facts.define("trees", Fact.of(trees.size())).define("leaves", Fact.of(leaves));
            facts.parameters(new Parameters(leaves, List.of(), 0));
        }
        if (!operations.isEmpty()) {
            Map<String, Fact> counts = new LinkedHashMap<>();
            operations.forEach((type, count) -> counts.put(type, Fact.of(count)));
            facts.define("ops", new Fact.Fields(counts));
        }
        if (!tensors.isEmpty()) {
            facts.parameters(Parameters.of(List.copyOf(tensors)));
        }
        if (more) {
            facts.unread(Texts.get("preview.coreml.more", MOST));
        }
    }

    private void network(ProtoReader network, int depth) throws IOException {
        if (depth > DEEPEST) {
            more = true;
            return;
        }
        while (network.next()) {
            if (network.field() == 1 && !network.isNumber()) {
                layer(network.message(), depth);
            }
        }
    }

    private void layer(ProtoReader layer, int depth) throws IOException {
        String name = "";
        String type = "";
        while (layer.next()) {
            int field = layer.field();
            if (field == 1) {
                name = layer.text();
            } else if (field >= 100 && !layer.isNumber()) {
                Layer known = LAYERS.getOrDefault(field, new Layer("?", Map.of()));
                type = known.name();
                weights(layer.message(), "", known, name);
                inside(field, layer.message(), depth);
            }
        }
        if (layers.size() < MOST) {
            layers.add(new Fact.Fields(fields(name, type)));
        } else {
            more = true;
        }
    }

    private static Map<String, Fact> fields(String name, String type) {
        Map<String, Fact> fields = new LinkedHashMap<>();
        fields.put("name", Fact.of(name));
        fields.put("class", Fact.of(type));
        return fields;
    }

    /// Layers that hold others, and those that an app has to bring.
    private void inside(int field, ProtoReader layer, int depth) throws IOException {
        while (layer.next()) {
            int at = layer.field();
            if (field == 605 && (at == 1 || at == 2) || field == 615 && (at == 3 || at == 4)) {
                network(layer.message(), depth + 1);
            } else if (field == 500 && at == 10) {
                facts.code(layer.text(), Verdict.UNKNOWN);
            }
        }
    }

    private void weights(ProtoReader message, String path, Layer layer, String name) throws IOException {
        while (message.next()) {
            if (message.isNumber()) {
                continue;
            }
            String here = path.isEmpty() ? Integer.toString(message.field()) : path + "." + message.field();
            String weight = layer.weights().get(here);
            if (weight != null) {
                tensor(message.message(), name + "." + weight);
            } else if (layer.weights().keySet().stream().anyMatch(known -> known.startsWith(here + "."))) {
                weights(message.message(), here, layer, name);
            }
        }
    }

    private void tensor(ProtoReader weight, String name) throws IOException {
        String type = "";
        long bytes = 0;
        long bits = 0;
        while (weight.next()) {
            switch (weight.field()) {
                case 1 -> {
                    type = "float32";
                    bytes += weight.isNumber() ? Float.BYTES : weight.length();
                    bits = 32;
                }
                case 2 -> {
                    type = "float16";
                    bytes += weight.length();
                    bits = 16;
                }
                case 30, 31 -> {
                    type = weight.field() == 30 ? "raw" : "int8";
                    bytes += weight.length();
                    bits = bits == 0 ? 8 : bits;
                }
                case 40 -> bits = quantized(weight.message());
                default -> { }
            }
        }
        if (bytes > 0 && bits > 0) {
            if (tensors.size() < MOST) {
                tensors.add(new Tensor(name, bits % 8 == 0 && bits >= 8 ? type : "uint" + bits,
                        List.of(bytes * 8 / bits), bytes));
            } else {
                more = true;
            }
        }
    }

    private static long quantized(ProtoReader quantization) throws IOException {
        long bits = 8;
        while (quantization.next()) {
            bits = quantization.field() == 1 ? Math.clamp(quantization.number(), 1, 32) : bits;
        }
        return bits;
    }

    private void ensemble(ProtoReader model) throws IOException {
        while (model.next()) {
            if (model.field() == 1) {
                ProtoReader parameters = model.message();
                while (parameters.next()) {
                    if (parameters.field() == 1) {
                        node(parameters.message());
                    }
                }
            }
        }
    }

    private void node(ProtoReader node) throws IOException {
        long tree = 0;
        while (node.next()) {
            if (node.field() == 1) {
                tree = node.number();
            } else if (node.field() == 3 && node.number() == LEAF) {
                leaves++;
            }
        }
        trees.add(tree);
    }

    private void coefficients(ProtoReader model) throws IOException {
        long count = 0;
        long offsets = 0;
        while (model.next()) {
            if (model.field() == 1) {
                ProtoReader array = model.message();
                while (array.next()) {
                    count += array.field() != 1 ? 0 : array.isNumber() ? 1 : array.length() / Double.BYTES;
                }
            } else if (model.field() == 2) {
                offsets += model.isNumber() ? 1 : model.length() / Double.BYTES;
            }
        }
        tensors.add(new Tensor("weights", "float64", List.of(count), count * Double.BYTES));
        tensors.add(new Tensor("offset", "float64", List.of(offsets), offsets * Double.BYTES));
    }

    private void program(ProtoReader program) throws IOException {
        while (program.next()) {
            if (program.field() == 2) {
                ProtoReader function = valueOf(program.message());
                while (function.next()) {
                    if (function.field() == 2) {
                        facts.define("opset", function.text());
                    } else if (function.field() == 3) {
                        block(valueOf(function.message()), 0);
                    }
                }
            }
        }
    }

    /// The value of an entry of a map; an empty message where it has none.
    private static ProtoReader valueOf(ProtoReader entry) throws IOException {
        ProtoReader value = entry;
        while (entry.next()) {
            value = entry.field() == 2 ? entry.message() : value;
        }
        return value;
    }

    private void block(ProtoReader block, int depth) throws IOException {
        if (depth > DEEPEST) {
            more = true;
            return;
        }
        while (block.next()) {
            if (block.field() == 3) {
                ProtoReader operation = block.message();
                while (operation.next()) {
                    if (operation.field() == 1) {
                        operations.merge(operation.text(), 1L, Long::sum);
                    } else if (operation.field() == 4) {
                        block(operation.message(), depth + 1);
                    }
                }
            }
        }
    }
}

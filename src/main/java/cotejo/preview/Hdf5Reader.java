package cotejo.preview;

import com.fasterxml.jackson.databind.JsonNode;
import cotejo.codec.Blob;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import io.jhdf.object.datatype.CompoundDataType;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// HDF5, and Keras' models in it: groups and datasets by their headers, attributes as text. Links out of the file and
/// data kept elsewhere are named and not followed.
final class Hdf5Reader implements ModelReader {

    private static final int[] MAGIC = {0x89, 'H', 'D', 'F', 0x0d, 0x0a, 0x1a, 0x0a};
    /// The library tells at every step what it does; kept here so that its level is not forgotten.
    private static final Logger LOG = Logger.getLogger("io.jhdf");
    /// Where Keras 3 keeps the weights of a layer (`saving_lib.py`).
    private static final Pattern LAYER = Pattern.compile("(_layer_checkpoint_dependencies|layers)/.+/vars/\\d+");
    private static final int DEEPEST = 32;
    private static final int MOST = 100_000;

    static {
        LOG.setLevel(Level.SEVERE);
    }

    /// What one file gives.
    private static final class Walk {
        private final List<Tensor> tensors = new ArrayList<>();
        private final Map<String, Fact> said = new LinkedHashMap<>();
        private final Cancel cancel;
        private int nodes;
        private int outside;

        Walk(Cancel cancel) {
            this.cancel = cancel;
        }
    }

    @Override
    public boolean claims(Candidate candidate) {
        for (int at = 0; at < Candidate.HEAD; at = at == 0 ? 512 : at * 2) {
            if (candidate.at(at, MAGIC)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("hdf5").framework("HDF5");
        long end = end(candidate);
        if (end > candidate.size()) {
            facts.unread(Texts.get("preview.hdf5.early", Figures.bytes(end), Figures.bytes(candidate.size())));
        }
        Path path = facts.file();
        try (HdfFile file = candidate.blob() instanceof Blob.File ? new HdfFile(path)
                : HdfFile.fromBytes(candidate.blob().bytes(0, 256 << 20))) {
            Walk walk = new Walk(candidate.cancel());
            keras(file, facts);
            walk(file, "", 0, walk, facts);
            tell(walk, facts);
        }
    }

    /// Where the superblock at the beginning says the file ends; 0 when it does not.
    private static long end(Candidate candidate) {
        byte[] head = candidate.head();
        if (head.length < 64 || !candidate.at(0, MAGIC)) {
            return 0;
        }
        boolean early = head[8] < 2;
        int place = early ? 40 + 4 * head[8] : 28;
        return head[early ? 13 : 9] == 8 ? candidate.little(place) : 0;
    }

    /// The weights of a `.keras`, whose datasets carry layers' names.
    static void weights(byte[] bytes, FactsBuilder facts) throws IOException {
        try (HdfFile file = HdfFile.fromBytes(bytes)) {
            Walk walk = new Walk(Cancel.never());
            new Hdf5Reader().walk(file, "", 0, walk, facts);
            walk.tensors.removeIf(tensor -> tensor.name().startsWith("optimizer/"));
            facts.parameters(Parameters.of(walk.tensors));
        } catch (RuntimeException broken) {
            facts.unread(Texts.get("preview.keras.broken"));
        }
    }

    private static void tell(Walk walk, FactsBuilder facts) {
        boolean keras = facts.defines("class");
        boolean weights = walk.tensors.stream().anyMatch(tensor -> LAYER.matcher(tensor.name()).matches());
        if (weights && !keras) {
            facts.replaceFramework("Keras");
        }
        if (keras || weights) {
            walk.tensors.removeIf(tensor -> tensor.name().startsWith("optimizer"));
        }
        facts.parameters(Parameters.of(walk.tensors));
        if (!walk.said.isEmpty()) {
            facts.define("attributes", new Fact.Fields(walk.said));
        }
        if (walk.outside > 0) {
            facts.unread(Texts.get("preview.hdf5.outside", Figures.count(walk.outside)));
        }
    }

    /// The attributes Keras writes at the root of a whole model; long ones may be split.
    private static void keras(HdfFile file, FactsBuilder facts) throws IOException {
        @Nullable String config = text(file, "model_config");
        @Nullable String version = text(file, "keras_version");
        Map<String, Attribute> attributes = file.getAttributes();
        if (version == null && attributes != null && file.getChildren().containsKey("model_weights")) {
            version = text(file.getChild("model_weights"), "keras_version");
        }
        if (version != null) {
            facts.framework("");
            facts.say("keras_version", version).replaceFramework("Keras " + version);
        }
        if (config != null) {
            facts.runs(Execution.KNOWN_CONSTRUCTORS);
            new KerasConfig(facts).read(JsonLimits.tree(config.getBytes(StandardCharsets.UTF_8)));
        }
        @Nullable String training = text(file, "training_config");
        if (training != null) {
            JsonNode node = JsonLimits.tree(training.getBytes(StandardCharsets.UTF_8));
            facts.define("training", JsonLimits.fact(node));
        }
        facts.say("backend", text(file, "backend"));
    }

    private static @Nullable String text(@Nullable Node node, String name) {
        if (node == null) {
            return null;
        }
        @Nullable Attribute attribute = node.getAttributes().get(name);
        if (attribute == null || attribute.isEmpty() || attribute.getSizeInBytes() > JsonLimits.LARGEST) {
            return null;
        }
        Object data = attribute.getData();
        return data instanceof String text ? text : null;
    }

    private void walk(Group group, String path, int depth, Walk walk, FactsBuilder facts) {
        walk.cancel.check();
        if (depth > DEEPEST || walk.nodes > MOST) {
            facts.unread(Texts.get("preview.hdf5.deep"));
            return;
        }
        attributes(group, path, walk);
        for (Map.Entry<String, Node> child : new TreeMap<>(group.getChildren()).entrySet()) {
            walk.nodes++;
            Node node = child.getValue();
            String name = path.isEmpty() ? child.getKey() : path + "/" + child.getKey();
            if (node.isLink()) {
                // Asking a link anything else would follow it.
                walk.outside += node instanceof ExternalLink ? 1 : 0;
            } else if (node instanceof Group inner) {
                walk(inner, name, depth + 1, walk, facts);
            } else if (node instanceof Dataset dataset) {
                walk.tensors.add(tensor(dataset, name));
                attributes(dataset, name, walk);
            }
        }
    }

    private static Tensor tensor(Dataset dataset, String name) {
        List<Long> shape = new ArrayList<>();
        for (long length : dataset.getDimensionsAsLong()) {
            shape.add(length);
        }
        String type = type(dataset.getDataType());
        return new Tensor(name, type, List.copyOf(shape), dataset.getSizeInBytes());
    }

    /// The type as h5py names it; it stores booleans as an enumeration of FALSE and TRUE, and complex numbers as pairs.
    private static String type(DataType type) {
        int bits = 8 * type.getSize();
        return switch (type) {
            case FixedPoint whole -> (whole.isSigned() ? "int" : "uint") + bits;
            case FloatingPoint _ -> "float" + bits;
            case EnumDataType choice -> Set.copyOf(choice.getEnumMapping().values()).equals(Set.of("FALSE", "TRUE"))
                    ? "bool" : "enum";
            case StringData _ -> "string";
            case VariableLength text when text.isVariableLengthString() -> "string";
            case CompoundDataType pair -> pair.getMembers().stream().map(member -> member.getName()).toList()
                    .equals(List.of("r", "i")) ? "complex" + bits : "compound";
            case DataType other -> other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }

    /// Short attributes as text; the long ones of Keras were read already.
    private static void attributes(Node node, String path, Walk walk) {
        for (Map.Entry<String, Attribute> entry : node.getAttributes().entrySet()) {
            Attribute attribute = entry.getValue();
            if (walk.said.size() >= 500 || attribute.isEmpty() || attribute.getSizeInBytes() > 4096
                    || entry.getKey().equals("model_config") || entry.getKey().equals("training_config")) {
                continue;
            }
            Object data = attribute.getData();
            walk.said.put(path + "@" + entry.getKey(), data instanceof String[] texts
                    ? Fact.texts(List.of(texts)) : Fact.of(String.valueOf(data)));
        }
    }
}

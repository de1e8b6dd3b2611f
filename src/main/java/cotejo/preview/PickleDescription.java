package cotejo.preview;

import cotejo.codec.pickle.PickleValue;
import cotejo.codec.pickle.PickleValue.Group;
import cotejo.codec.pickle.PickleValue.Made;
import cotejo.codec.pickle.PickleValue.Pairs;
import cotejo.codec.pickle.PickleValue.Plain;
import cotejo.codec.pickle.PickleValue.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// From the values of a pickle to the facts of a model: its class, its hyperparameters (scikit-learn's rule: attributes
/// whose names do not end with an underscore), its arrays. Walks every value once, to a bounded depth.
final class PickleDescription {

    private static final int DEEPEST = 40;
    private static final int SHOWN_DEPTH = 6;
    private static final int MOST_SHOWN = 3000;
    private static final int MOST_WALKED = 2_000_000;
    private static final int LONG = 400;
    private static final List<String> WEIGHTS = List.of("state_dict", "model_state_dict", "model", "module");

    private final FactsBuilder facts;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Set<PickleValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int shown;

    PickleDescription(FactsBuilder facts) {
        this.facts = facts;
    }

    void describe(List<PickleValue> roots) {
        for (PickleValue root : roots) {
            @Nullable String type = PickleGraph.type(root);
            Map<String, PickleValue> attributes = PickleGraph.attributes(root);
            if (roots.size() == 1) {
                facts.define("class", type == null ? kind(root) : type);
                define(root, attributes);
            }
            walk(weights(attributes, root), "", 0);
        }
        if (roots.size() > 1) {
            facts.define("objects", new Fact.Items(roots.stream().limit(100).map(this::value).toList()));
        }
        if (!tensors.isEmpty()) {
            facts.parameters(Parameters.of(tensors));
        }
    }

    /// Of a training checkpoint the weights alone, without the optimizer's.
    private static PickleValue weights(Map<String, PickleValue> attributes, PickleValue root) {
        if (root instanceof Pairs) {
            for (String key : WEIGHTS) {
                @Nullable PickleValue value = attributes.get(key);
                if (value instanceof Pairs || value instanceof Made) {
                    return value;
                }
            }
        }
        return root;
    }

    private void define(PickleValue root, Map<String, PickleValue> attributes) {
        Map<String, Fact> hyper = new LinkedHashMap<>();
        Map<String, Fact> fitted = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (name.equals("_sklearn_version") && value instanceof Text text) {
                facts.framework("scikit-learn " + text.value());
            } else if (name.endsWith("_") && !name.startsWith("_")) {
                fitted.put(name, value(value));
            } else if (!name.startsWith("_") && PickleGraph.tensor(value, name) == null) {
                hyper.put(name, value(value));
            } else if (name.equals("_modules")) {
                hyper.put("modules", value(value));
            }
        });
        if (!hyper.isEmpty()) {
            facts.define(root instanceof Pairs ? "entries" : "parameters", new Fact.Fields(hyper));
        }
        if (!fitted.isEmpty()) {
            facts.define("fitted", new Fact.Fields(fitted));
        }
        if (root instanceof Made made && made.items().size() > 0) {
            facts.define("items", Fact.of(made.items().size()));
        }
    }

    private static String kind(PickleValue value) {
        return switch (value) {
            case Group group -> switch (group.kind()) {
                case LIST -> "list";
                case TUPLE -> "tuple";
                case SET -> "set";
                case FROZEN_SET -> "frozenset";
            };
            case Pairs _ -> "dict";
            case Text _ -> "str";
            case PickleValue.Bytes _ -> "bytes";
            case Plain plain -> plain.value() == null ? "None" : plain.value() instanceof Double ? "float"
                    : plain.value() instanceof Boolean ? "bool" : "int";
            case PickleValue.Global global -> global.full();
            case Made _ -> "object";
            case PickleValue.Persistent _ -> "tensor storage";
            case PickleValue.Unknown _ -> "?";
        };
    }

    private void walk(PickleValue value, String path, int depth) {
        if (depth > DEEPEST || seen.size() > MOST_WALKED || tensors.size() > Parameters.MOST) {
            return;
        }
        boolean leaf = value instanceof Plain || value instanceof Text || value instanceof PickleValue.Bytes
                || value instanceof PickleValue.Global;
        if (leaf || !seen.add(value)) {
            return;
        }
        @Nullable Tensor tensor = PickleGraph.tensor(value, path.isEmpty() ? "array" : path);
        if (tensor != null) {
            tensors.add(tensor);
            return;
        }
        PickleGraph.attributes(value).forEach((name, inner) -> {
            if (inner instanceof Text version && name.equals("_sklearn_version")) {
                facts.framework("scikit-learn " + version.value());
            }
            walk(inner, join(path, name), depth + 1);
        });
        switch (value) {
            case Group group -> each(group, path, depth);
            case Made made -> {
                each(made.items(), path, depth);
                walk(made.arguments(), path, depth + 1);
                if (made.state() instanceof Group state) {
                    each(state, path, depth);
                }
            }
            case PickleValue _ -> { }
        }
    }

    private void each(Group group, String path, int depth) {
        for (int i = 0; i < group.items().size(); i++) {
            walk(group.items().get(i), join(path, Integer.toString(i)), depth + 1);
        }
    }

    /// torch keeps its modules in dicts that are no part of a weight's name.
    private static String join(String path, String name) {
        boolean inner = name.equals("_parameters") || name.equals("_modules") || name.equals("_buffers");
        return inner ? path : path.isEmpty() ? name : path + "." + name;
    }

    private Fact value(PickleValue value) {
        return value(value, 0);
    }

    private Fact value(PickleValue value, int depth) {
        shown++;
        @Nullable Tensor tensor = PickleGraph.tensor(value, "");
        if (tensor != null) {
            return Fact.of(tensor.dtype() + " " + tensor.shapeText());
        }
        return switch (value) {
            case Plain plain -> plain(plain);
            case Text text -> Fact.of(text.value().length() > LONG ? text.value().substring(0, LONG) + "…"
                    : text.value());
            case PickleValue.Bytes bytes -> Fact.of(bytes.length() + " bytes");
            case Group group -> items(group, depth);
            case Pairs pairs -> fields(pairs, depth);
            case Made made -> made(made, depth);
            case PickleValue.Global global -> Fact.of(global.full());
            case PickleValue.Persistent _, PickleValue.Unknown _ -> Fact.of(kind(value));
        };
    }

    private static Fact plain(Plain plain) {
        return switch (plain.value()) {
            case Long whole -> Fact.of(whole);
            case Double number -> new Fact.Number(number);
            case Boolean flag -> new Fact.Flag(flag);
            case null, default -> Fact.of(plain.toString());
        };
    }

    private boolean full(int depth) {
        return depth > SHOWN_DEPTH || shown > MOST_SHOWN;
    }

    private Fact items(Group group, int depth) {
        if (full(depth) || group.size() > 200) {
            return Fact.of(kind(group) + " [" + group.size() + "]");
        }
        return new Fact.Items(group.items().stream().map(item -> value(item, depth + 1)).toList());
    }

    private Fact fields(PickleValue value, int depth) {
        Map<String, PickleValue> attributes = PickleGraph.attributes(value);
        if (full(depth) || attributes.size() > 500) {
            return Fact.of(kind(value) + " {" + attributes.size() + "}");
        }
        Map<String, Fact> fields = new LinkedHashMap<>();
        attributes.forEach((name, inner) -> fields.put(name, value(inner, depth + 1)));
        return new Fact.Fields(fields);
    }

    private Fact made(Made made, int depth) {
        @Nullable String type = PickleGraph.type(made);
        String named = type == null ? "?" : type;
        if (named.endsWith("multiarray.scalar")) {
            return Fact.of("scalar");
        }
        Map<String, PickleValue> attributes = PickleGraph.attributes(made);
        if (attributes.isEmpty() || full(depth)) {
            return made.items().size() > 0 ? items(made.items(), depth) : Fact.of(named);
        }
        if (named.equals("collections.OrderedDict")) {
            return fields(made, depth);
        }
        Map<String, Fact> fields = new LinkedHashMap<>();
        fields.put("class", Fact.of(named));
        attributes.forEach((name, inner) -> {
            if (!name.startsWith("_") || name.equals("_modules")) {
                fields.put(name, value(inner, depth + 1));
            }
        });
        return new Fact.Fields(fields);
    }
}

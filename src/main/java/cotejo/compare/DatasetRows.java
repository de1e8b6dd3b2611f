package cotejo.compare;

import cotejo.codec.YamlException;
import cotejo.codec.YamlNodes;
import cotejo.model.DatasetRef;
import cotejo.model.DatasetUse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of datasets: by name, their digests; as parts what they were used for, where they came from, and the type
/// of each of their columns.
final class DatasetRows {

    private static final int MOST_COLUMNS = 2_000;

    private final Rowing rowing;
    private final Map<String, Map<String, String>> schemas = new TreeMap<>();

    DatasetRows(Rowing rowing) {
        this.rowing = rowing;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String name : rowing.keys(run -> run.facts().datasets().stream().map(use -> use.dataset().name())
                .toList())) {
            rowing.cancel().check();
            List<Value> digests = rowing.values(run -> joined(run, name, use -> use.dataset().digest()));
            List<Row> parts = parts(name);
            Verdict verdict = parts.stream().anyMatch(Row::differs) ? Verdict.DIFFERENT
                    : Rowing.same(digests, Tolerance.NONE);
            rows.add(Row.of(name, Value.Unit.LITERAL, digests, verdict, parts));
        }
        return rows;
    }

    private List<Row> parts(String name) {
        List<Row> parts = new ArrayList<>();
        add(parts, "context", rowing.values(run -> joined(run, name, DatasetUse::context)));
        add(parts, "sourceType", rowing.values(run -> joined(run, name, use -> use.dataset().sourceType())));
        add(parts, "source", rowing.values(run -> joined(run, name, use -> use.dataset().source())));
        List<Map<String, String>> schemasOfRuns = rowing.runs().stream().map(run -> schema(run, name)).toList();
        Set<String> columns = new LinkedHashSet<>();
        schemasOfRuns.forEach(schema -> columns.addAll(schema.keySet()));
        for (String column : columns) {
            List<Value> types = schemasOfRuns.stream().map(schema -> Value.of(schema.get(column))).toList();
            // A run that does not say what its columns are does not contradict one that does.
            List<Value> said = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                if (!schemasOfRuns.get(i).isEmpty()) {
                    said.add(types.get(i));
                }
            }
            parts.add(Row.of("schema." + column, Value.Unit.LITERAL, types, Rowing.same(said, Tolerance.NONE),
                    List.of()));
        }
        return parts;
    }

    private static void add(List<Row> parts, String key, List<Value> values) {
        List<Value> said = values.stream().filter(value -> !value.isMissing()).toList();
        if (!said.isEmpty()) {
            parts.add(Row.of(key, Value.Unit.LITERAL, values, Rowing.same(said, Tolerance.NONE), List.of()));
        }
    }

    /// What a run says of the datasets of this name, each saying once.
    private static Value joined(ComparedRun run, String name, java.util.function.Function<DatasetUse, String> of) {
        return Value.unlessEmpty(run.facts().datasets().stream().filter(use -> use.dataset().name().equals(name))
                .map(of).filter(text -> !text.isEmpty()).distinct().sorted().collect(Collectors.joining(", ")));
    }

    private Map<String, String> schema(ComparedRun run, String name) {
        return run.facts().datasets().stream().map(DatasetUse::dataset).filter(d -> d.name().equals(name))
                .map(DatasetRef::schema).filter(schema -> !schema.isBlank()).findFirst()
                .map(schema -> schemas.computeIfAbsent(schema, DatasetRows::columns)).orElse(Map.of());
    }

    /// Type by column of a schema as MLflow writes it (`mlflow_colspec`, `mlflow_tensorspec`); of any other its leaves.
    static Map<String, String> columns(String schema) {
        Map<String, String> columns = new LinkedHashMap<>();
        try {
            YamlNodes.@Nullable Node node = YamlNodes.parse(schema.getBytes(StandardCharsets.UTF_8));
            if (node instanceof YamlNodes.Mapping(Map<String, YamlNodes.Node> entries)
                    && entries.get("mlflow_colspec") instanceof YamlNodes.Sequence(List<YamlNodes.Node> items)) {
                for (int i = 0; i < Math.min(items.size(), MOST_COLUMNS); i++) {
                    column(items.get(i), i, columns);
                }
                return columns;
            }
        } catch (YamlException noSchema) {
            return Map.of("", schema);
        }
        Nested.leaves(schema).ifPresentOrElse(leaves -> leaves.entrySet().stream().limit(MOST_COLUMNS)
                .forEach(leaf -> columns.put(leaf.getKey(), leaf.getValue() instanceof Value.Text(String text) ? text
                        : "")), () -> columns.put("", schema));
        return columns;
    }

    private static void column(YamlNodes.Node item, int place, Map<String, String> columns) {
        if (item instanceof YamlNodes.Mapping(Map<String, YamlNodes.Node> entries)) {
            String type = scalar(entries.get("type"), "?");
            String optional = scalar(entries.get("required"), "true").equals("false") ? "?" : "";
            columns.put(scalar(entries.get("name"), "[" + place + "]"), type + optional);
        }
    }

    private static String scalar(YamlNodes.@Nullable Node node, String otherwise) {
        return node instanceof YamlNodes.Scalar scalar ? scalar.text() : otherwise;
    }
}

package cotejo.ui.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotejo.query.ColumnRef;
import cotejo.query.RowsSpec.Nesting;
import cotejo.query.SortKey;
import cotejo.ui.curves.BoardSetupJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A [TableState] as JSON and back. Read leniently: what cannot be read is as it was at first.
final class TableStateJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private TableStateJson() {
    }

    static String write(TableState state) {
        ObjectNode json = MAPPER.createObjectNode();
        ArrayNode columns = json.putArray("columns");
        for (ColumnSpec spec : state.columns()) {
            columns.addObject().put("column", spec.ref().text()).put("look", word(spec.look()))
                    .put("width", spec.width()).put("place", word(spec.place()));
        }
        json.put("nameWidth", state.nameWidth());
        ArrayNode sort = json.putArray("sort");
        state.sort().forEach(key -> sort.add(key.text()));
        json.put("filter", state.filter());
        ArrayNode groups = json.putArray("groupBy");
        state.groupBy().forEach(ref -> groups.add(ref.text()));
        json.put("nesting", word(state.nesting())).put("spare", word(state.spare()));
        ChartState chart = state.chart();
        ObjectNode board = json.putObject("chart").put("layout", word(chart.layout())).put("search", chart.search());
        BoardSetupJson.write(chart.board(), board);
        return json.toString();
    }

    static TableState read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            TableState plain = TableState.plain();
            return new TableState(columns(json.path("columns")),
                    json.path("nameWidth").asDouble(plain.nameWidth()), sort(json.path("sort")),
                    json.path("filter").asText(""), refs(json.path("groupBy")),
                    constant(Nesting.class, json.path("nesting"), plain.nesting()),
                    constant(TableState.Spare.class, json.path("spare"), plain.spare()), chart(json.path("chart")));
        } catch (JsonProcessingException unreadable) {
            return TableState.plain();
        }
    }

    private static List<ColumnSpec> columns(JsonNode json) {
        List<ColumnSpec> columns = new ArrayList<>();
        for (JsonNode one : json) {
            ColumnRef ref = ColumnRef.parse(one.path("column").asText(""));
            if (ref != null) {
                columns.add(new ColumnSpec(ref,
                        constant(ColumnSpec.Look.class, one.path("look"), ColumnSpec.Look.VALUE),
                        one.path("width").asDouble(0),
                        constant(ColumnSpec.Place.class, one.path("place"), ColumnSpec.Place.SCROLLED)));
            }
        }
        return columns;
    }

    private static List<SortKey> sort(JsonNode json) {
        List<SortKey> keys = new ArrayList<>();
        for (JsonNode one : json) {
            SortKey key = SortKey.parse(one.asText(""));
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    private static List<ColumnRef> refs(JsonNode json) {
        List<ColumnRef> refs = new ArrayList<>();
        for (JsonNode one : json) {
            ColumnRef ref = ColumnRef.parse(one.asText(""));
            if (ref != null) {
                refs.add(ref);
            }
        }
        return refs;
    }

    private static ChartState chart(JsonNode json) {
        ChartState plain = ChartState.plain();
        return new ChartState(constant(ChartState.Layout.class, json.path("layout"), plain.layout()),
                json.path("search").asText(""), BoardSetupJson.read(json));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(Class<E> type, JsonNode json, E otherwise) {
        return constant(type, json.asText(""), otherwise);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        return otherwise;
    }
}

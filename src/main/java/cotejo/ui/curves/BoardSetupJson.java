package cotejo.ui.curves;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import cotejo.analysis.Smoothing;
import cotejo.chart.PanelSpec;
import cotejo.chart.YScale;
import cotejo.ui.link.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A [BoardSetup] as JSON and back. Read leniently: what cannot be read is as it is by itself. Views that were kept
/// before boards could be arranged are read too.
public final class BoardSetupJson {

    private BoardSetupJson() {
    }

    /// Writes it into an object.
    public static void write(BoardSetup setup, ObjectNode json) {
        json.put("shown", word(setup.shown())).put("size", setup.size().name());
        words(setup.look().values(), json.putObject("look"));
        ArrayNode panels = json.putArray("panels");
        for (PanelSpec panel : setup.panels()) {
            ObjectNode one = panels.addObject().put("id", panel.id()).put("kind", word(panel.kind()))
                    .put("title", panel.title());
            words(panel.options(), one.putObject("options"));
        }
        setup.removed().stream().sorted().forEach(json.putArray("removed")::add);
        setup.folded().stream().sorted().forEach(json.putArray("folded")::add);
        ObjectNode orders = json.putObject("orders");
        new TreeMap<>(setup.orders()).forEach((section, ids) -> ids.forEach(orders.putArray(section)::add));
        ObjectNode spans = json.putObject("spans");
        new TreeMap<>(setup.spans()).forEach((id, span) -> spans.putArray(id).add(span.columns()).add(span.rows()));
        ObjectNode limits = json.putObject("limits");
        new TreeMap<>(setup.limits()).forEach((id, ends) -> limits.putObject(id).put("axis", ends.axis())
                .put("xLow", ends.xLow()).put("xHigh", ends.xHigh()).put("yLow", ends.yLow())
                .put("yHigh", ends.yHigh()));
    }

    private static void words(Map<String, String> words, ObjectNode json) {
        new TreeMap<>(words).forEach(json::put);
    }

    /// Reads what [#write] wrote.
    public static BoardSetup read(JsonNode json) {
        List<PanelSpec> panels = new ArrayList<>();
        for (JsonNode one : json.path("panels")) {
            PanelSpec.Kind kind = constant(PanelSpec.Kind.class, one.path("kind").asText(""), null);
            String id = one.path("id").asText("");
            if (kind != null && !id.isEmpty()) {
                panels.add(new PanelSpec(id, kind, one.path("title").asText(""), words(one.path("options"))));
            }
        }
        BoardSetup plain = BoardSetup.plain();
        BoardSetup.Shown shown = constant(BoardSetup.Shown.class, json.path("shown").asText(""), plain.shown());
        PanelSize size = constant(PanelSize.class, json.path("size").asText(""), plain.size());
        return new BoardSetup(shown == null ? plain.shown() : shown, look(json), size == null ? plain.size() : size,
                panels, set(json.path("removed")), map(json.path("orders"), BoardSetupJson::list),
                map(json.path("spans"), one -> new Span(one.path(0).asInt(1), one.path(1).asInt(1))),
                map(json.path("limits"), BoardSetupJson::limits), set(json.path("folded")));
    }

    private static Look look(JsonNode json) {
        if (json.has("look")) {
            return new Look(words(json.path("look")));
        }
        Look look = Look.plain();
        double weight = json.path("smoothing").asDouble(0);
        if (weight > 0 && weight <= 1) {
            look = look.with(new Smoothing.Exponential(weight));
        }
        String x = json.path("x").asText("STEP");
        if (!x.equals("STEP")) {
            look = look.with(Look.X, x);
        }
        return json.path("logY").asBoolean(false) ? look.with(Look.Y_SCALE, YScale.LOG.name()) : look;
    }

    private static Limits limits(JsonNode json) {
        return new Limits(json.path("axis").asText(""), number(json.path("xLow")), number(json.path("xHigh")),
                number(json.path("yLow")), number(json.path("yHigh")));
    }

    private static @Nullable Double number(JsonNode json) {
        return json.isNumber() ? Double.valueOf(json.asDouble()) : null;
    }

    private static Map<String, String> words(JsonNode json) {
        return map(json, one -> one.asText(""));
    }

    private static <V> Map<String, V> map(JsonNode json, Function<JsonNode, V> read) {
        Map<String, V> found = new LinkedHashMap<>();
        json.properties().forEach(entry -> found.put(entry.getKey(), read.apply(entry.getValue())));
        return found;
    }

    private static List<String> list(JsonNode json) {
        List<String> found = new ArrayList<>();
        json.forEach(one -> found.add(one.asText("")));
        return found;
    }

    private static Set<String> set(JsonNode json) {
        return new LinkedHashSet<>(list(json));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, String word, @Nullable E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        return otherwise;
    }
}

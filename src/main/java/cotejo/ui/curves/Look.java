package cotejo.ui.curves;

import cotejo.analysis.Smoothing;
import cotejo.chart.PanelSpec;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// How lines are drawn, as options with words for values, so that it can be kept in a view and what a later version
/// adds does no harm. The options are those of [cotejo.chart.LineOptions], and `zoom`: `OWN`, or `SHARED` by all
/// panels.
public record Look(Map<String, String> values) {

    static final String SMOOTHING = "smoothing";
    static final String RAW = "raw";
    static final String OUTLIERS = "outliers";
    static final String X = "x";
    static final String X_SCALE = "xScale";
    static final String Y_SCALE = "yScale";
    static final String PIECES = "pieces";
    static final String GROUP = "group";
    static final String GROUP_MODE = "groupMode";
    static final String CENTER = "centre";
    static final String BAND = "band";
    static final String MEMBERS = "members";
    static final String FILL = "fill";
    static final String ZOOM = "zoom";

    static final String FAINT = "FAINT";
    static final String HIDDEN = "HIDDEN";
    static final String SHARED = "SHARED";

    /// What a panel may have otherwise than the board.
    static final List<String> NAMES = List.of(SMOOTHING, RAW, OUTLIERS, X, X_SCALE, Y_SCALE, PIECES, GROUP,
            GROUP_MODE, CENTER, BAND, MEMBERS, FILL);

    public Look {
        values = Map.copyOf(values);
    }

    /// With the defaults.
    public static Look plain() {
        return new Look(Map.of());
    }

    /// With one option changed; an empty value takes the choice back.
    public Look with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(values);
        if (value.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Look(changed);
    }

    /// The words for what holds by itself.
    private static final Map<String, String> PLAIN = Map.ofEntries(Map.entry(SMOOTHING, "none"),
            Map.entry(RAW, FAINT), Map.entry(OUTLIERS, "KEEP"), Map.entry(X, XMode.STEP.name()),
            Map.entry(X_SCALE, YScale.LINEAR.name()), Map.entry(Y_SCALE, YScale.LINEAR.name()),
            Map.entry(PIECES, "JOINED"), Map.entry(GROUP, "\n"), Map.entry(GROUP_MODE, "BY"),
            Map.entry(CENTER, "MEAN"), Map.entry(BAND, "STD"), Map.entry(MEMBERS, FAINT), Map.entry(FILL, "NOTHING"));

    /// What a panel must say to have an option so, whatever this look of the board has.
    ///
    /// @param value empty for what holds by itself
    String own(String name, String value) {
        return value.isEmpty() && values.containsKey(name) ? PLAIN.getOrDefault(name, "") : value;
    }

    /// What other runs begin with: the same, but for what names columns and metrics, which they may not have.
    public Look elsewhere() {
        Look plain = with(GROUP, "").with(GROUP_MODE, "");
        return Stream.of(XMode.values()).anyMatch(mode -> mode.name().equals(axis())) ? plain : plain.with(X, "");
    }

    /// This look, but for what a panel has of its own.
    Look of(PanelSpec panel) {
        if (panel.options().keySet().stream().noneMatch(NAMES::contains)) {
            return this;
        }
        Map<String, String> both = new TreeMap<>(values);
        panel.options().forEach((name, value) -> {
            if (NAMES.contains(name)) {
                both.put(name, value);
            }
        });
        return new Look(both);
    }

    String value(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    boolean is(String name, String value) {
        return value.equals(values.get(name));
    }

    Smoothing smoothing() {
        return Smoothing.parse(value(SMOOTHING, "none")).orElse(Smoothing.none());
    }

    /// The same with a way of smoothing.
    public Look with(Smoothing smoothing) {
        return with(SMOOTHING, smoothing instanceof Smoothing.None ? "" : smoothing.text());
    }

    /// What runs along x, as [cotejo.ui.link.Linked.Crosshair] and [Limits] name it.
    String axis() {
        return value(X, XMode.STEP.name());
    }

    YScale yScale() {
        return constant(YScale.class, Y_SCALE, YScale.LINEAR);
    }

    /// Columns that runs are grouped by, or that they may differ in.
    List<String> group() {
        return value(GROUP, "").lines().filter(line -> !line.isBlank()).toList();
    }

    /// Whether lines are groups of runs.
    public boolean grouped() {
        return !group().isEmpty() || is(GROUP_MODE, "ALL_BUT");
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        String word = value(name, otherwise.name());
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        return otherwise;
    }
}

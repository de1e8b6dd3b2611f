package cotejo.command;

import cotejo.analysis.Smoothing;
import cotejo.chart.LineOptions;
import cotejo.chart.PanelSpec;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.PlotOption;
import cotejo.query.ColumnRef;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What `cotejo chart` is asked to show, as the panel of a board.
final class ChartRequest {

    private static final String ALL_BUT = "all-but:";

    /// Options that only charts of lines have.
    private static final List<String> LINES_ONLY = List.of("--smooth", "--center", "--band", "--x-scale", "--outliers",
            "--pieces", "--members", "--raw", "--interpolate", "--markers");

    /// The ends of axes, which no kind has among its other options.
    private static final List<String> ENDS = List.of("xMin", "xMax", "yMin", "yMax");

    private final Arguments arguments;
    private final PanelSpec.Kind kind;
    private final Map<String, String> options = new TreeMap<>();

    private ChartRequest(Arguments arguments, PanelSpec.Kind kind) {
        this.arguments = arguments;
        this.kind = kind;
    }

    static void declare(Declaration declaration) {
        declaration.value("--kind", "line|bar|…").values("--metric", "KEY")
                .value("--x", "step|relative|wall|metric:KEY").value("--y", "linear|log|symlog")
                .value("--x-scale", "linear|log").value("--smooth", "ema:0.6|…").value("--raw", "faint|hidden")
                .value("--group-by", "params.lr,…|all-but:params.seed").value("--center", "mean|median")
                .value("--band", "std|se|ci95|minmax|iqr|none").value("--members", "faint|hidden")
                .value("--outliers", "keep|ignore").value("--pieces", "joined|apart")
                .value("--markers", "auto|none|all").value("--title", "TEXT").values("--set", "OPTION=VALUE")
                .flag("--interpolate");
    }

    /// @throws Refusal when an option is wrong
    static PanelSpec panel(Arguments arguments) {
        String word = arguments.text("--kind").orElse("line");
        PanelSpec.Kind kind = Arrays.stream(PanelSpec.Kind.values())
                .filter(each -> each.name().equalsIgnoreCase(word.strip())).findAny()
                .orElseThrow(() -> Refusal.usage(Texts.get("command.chart.kind", word, kinds())));
        return new ChartRequest(arguments, kind).panel();
    }

    private static String kinds() {
        return String.join(", ", Arrays.stream(PanelSpec.Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList());
    }

    private PanelSpec panel() {
        if (kind == PanelSpec.Kind.LINE) {
            lines();
        } else {
            others();
        }
        for (String set : arguments.texts("--set")) {
            int equals = set.indexOf('=');
            if (equals < 1) {
                throw Arguments.wrong("--set", set);
            }
            set(set.substring(0, equals).strip(), set.substring(equals + 1).strip());
        }
        return new PanelSpec("chart", kind, arguments.text("--title").orElse(""), options);
    }

    private void set(String name, String value) {
        List<String> names = new ArrayList<>(PlotKinds.options(kind).stream().map(PlotOption::name).toList());
        names.addAll(ENDS.stream().filter(this::end).toList());
        if (!names.contains(name)) {
            throw Refusal.usage(Texts.get("command.chart.option", name, kind.name().toLowerCase(Locale.ROOT),
                    String.join(", ", names)));
        }
        if (ENDS.contains(name) && !number(value)) {
            throw Arguments.wrong("--set", name + "=" + value);
        }
        options.put(name, value);
    }

    /// Whether the kind has this end of an axis.
    private boolean end(String name) {
        return PlotKinds.ends(kind).stream().anyMatch(role -> name.startsWith(role.name().toLowerCase(Locale.ROOT)));
    }

    private static boolean number(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private void lines() {
        List<String> metrics = arguments.texts("--metric");
        if (metrics.isEmpty()) {
            throw Refusal.grammar(Texts.get("command.usage.missing", "--metric KEY"));
        }
        options.put("y", LineOptions.text(metrics));
        arguments.text("--x").ifPresent(this::x);
        one("--y", "yScale", "linear", "log", "symlog");
        one("--x-scale", "xScale", "linear", "log");
        one("--raw", "raw", "faint", "hidden");
        one("--center", "centre", "mean", "median");
        one("--band", "band", "std", "se", "ci95", "minmax", "iqr", "none");
        one("--members", "members", "faint", "hidden");
        one("--outliers", "outliers", "keep", "ignore");
        one("--pieces", "pieces", "joined", "apart");
        one("--markers", "markers", "auto", "none", "all");
        arguments.text("--smooth").ifPresent(text -> options.put("smoothing", Smoothing.parse(text)
                .orElseThrow(() -> Refusal.usage(Texts.get("command.chart.smooth", text))).text()));
        arguments.text("--group-by").ifPresent(this::group);
        if (arguments.has("--interpolate")) {
            options.put("fill", "INTERPOLATE");
        }
    }

    private void x(String text) {
        String word = text.strip();
        if (word.toLowerCase(Locale.ROOT).startsWith("metric:")) {
            options.put("x", ColumnRef.metric(word.substring("metric:".length())).text());
        } else if (Set.of("step", "relative", "wall").contains(word.toLowerCase(Locale.ROOT))) {
            options.put("x", word.toUpperCase(Locale.ROOT));
        } else {
            throw Arguments.wrong("--x", text);
        }
    }

    private void one(String option, String name, String... words) {
        Optional<String> given = arguments.text(option);
        given.ifPresent(text -> {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (!List.of(words).contains(word)) {
                throw Arguments.wrong(option, text);
            }
            options.put(name, word.toUpperCase(Locale.ROOT));
        });
    }

    private void group(String text) {
        boolean allBut = text.strip().toLowerCase(Locale.ROOT).startsWith(ALL_BUT);
        List<String> columns = new ArrayList<>();
        RunSelection.columns("--group-by", allBut ? text.strip().substring(ALL_BUT.length()) : text)
                .forEach(column -> columns.add(column.text()));
        options.put("group", String.join("\n", columns));
        options.put("groupMode", allBut ? "ALL_BUT" : "BY");
    }

    /// Metrics and scales where the other kinds have them; everything else is given by `--set`.
    private void others() {
        for (String option : LINES_ONLY) {
            if (arguments.has(option)) {
                throw Refusal.usage(Texts.get("command.chart.linesOnly", option));
            }
        }
        List<String> metrics = arguments.texts("--metric").stream().map(key -> ColumnRef.metric(key).text()).toList();
        String first = kind == PanelSpec.Kind.HISTOGRAM ? "x"
                : kind == PanelSpec.Kind.HEATMAP || kind == PanelSpec.Kind.PARALLEL ? "color" : "y";
        if (!metrics.isEmpty()) {
            options.put(first, metrics.getFirst());
        }
        if (metrics.size() > 1) {
            options.put("x", metrics.get(1));
        }
        arguments.text("--x").ifPresent(column -> options.put("x", column));
        one("--y", "yScale", "linear", "log", "symlog");
        arguments.text("--group-by").ifPresent(column -> options.put("group", column));
    }
}

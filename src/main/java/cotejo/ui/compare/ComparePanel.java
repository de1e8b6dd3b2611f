package cotejo.ui.compare;

import atlantafx.base.theme.Styles;
import cotejo.chart.ChartTheme;
import cotejo.chart.RunColors;
import cotejo.compare.Comparison;
import cotejo.export.ComparisonText;
import cotejo.model.RunFrame;
import cotejo.settings.Settings;
import cotejo.text.Texts;
import cotejo.ui.Command;
import cotejo.ui.Panel;
import cotejo.ui.SaidPage;
import cotejo.ui.ShowEvent;
import cotejo.ui.UiContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Runs beside each other.
public final class ComparePanel implements Panel {

    private static final List<String> VIEWS = List.of("compare", "compare-empty", "compare-text", "compare-images",
            "compare-tables", "compare-explain", "compare-real");

    private final UiContext context;
    private final CompareViewModel model;
    private final BorderPane root = new BorderPane();
    private final BorderPane full = new BorderPane();
    private final RunChips chips;
    private final CompareTools tools;
    private final Matrix matrix;
    /// Pages are made when they are first turned to.
    private @Nullable FilesPage files;
    private @Nullable ExplainPage explain;
    private @Nullable RealPage real;
    private final AutoCloseable settings;
    private Page page = Page.VALUES;
    private Runnable once = () -> { };

    public ComparePanel(UiContext context) {
        this.context = context;
        this.model = new CompareViewModel(context);
        this.chips = new RunChips(model);
        this.tools = new CompareTools(model, this::turn, this::lead);
        this.matrix = new Matrix(new ValuesSheet(model, List.of(), this::lead), context.front());
        root.getStyleClass().add("compare");
        full.setTop(new VBox(chips, tools, new SumsBar(model)));
        model.phase().addListener((property, before, now) -> phase(now));
        model.lines().addListener(any -> values());
        model.comparison().addListener(any -> fill());
        model.transposed().addListener(any -> values());
        this.settings = context.settings().listen(now -> context.front().execute(() -> dress(now)));
        dress(context.settings().get());
        turn(Page.VALUES);
        phase(model.phase().get());
    }

    private void dress(Settings now) {
        matrix.rowHeight(now.rows().equals("compact") ? 22 : 28);
        fill();
    }

    private void phase(Phase phase) {
        root.setCenter(switch (phase) {
            case EMPTY -> empty();
            case LOADING -> loading();
            case FULL -> full;
            case STOPPED -> SaidPage.of("fth-slash", Texts.get("compare.stopped"), Texts.get("compare.stopped.hint"),
                    again());
            case FAILED -> SaidPage.of("fth-alert-triangle", Texts.get("compare.failed"), model.failure(),
                    again());
        });
    }

    private Node loading() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progress());
        bar.setPrefWidth(320);
        Button stop = new Button(Texts.get("compare.stop"));
        stop.setOnAction(event -> model.stop());
        Label label = new Label(Texts.get("compare.loading", model.keys().get().size()));
        VBox box = new VBox(12, label, bar, stop);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("page");
        return box;
    }

    private Button again() {
        Button again = new Button(Texts.get("compare.again"));
        again.getStyleClass().add(Styles.ACCENT);
        again.setOnAction(event -> model.compare(model.keys().get()));
        return again;
    }

    private Node empty() {
        Button add = new Button(Texts.get("compare.add"), new FontIcon("fth-plus"));
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(event -> chips.open(add));
        boolean one = model.keys().get().size() == 1;
        return SaidPage.of("fth-columns", Texts.get(one ? "compare.empty.one" : "compare.empty"),
                Texts.get("compare.empty.hint"), add);
    }

    private void turn(Page wanted) {
        page = wanted;
        tools.select(wanted);
        full.setCenter(switch (wanted) {
            case VALUES -> matrix;
            case FILES -> files();
            case EXPLAIN -> explain();
            case REAL -> real();
        });
        fill();
    }

    private FilesPage files() {
        FilesPage made = files == null ? new FilesPage(model) : files;
        files = made;
        return made;
    }

    private ExplainPage explain() {
        ExplainPage made = explain == null ? new ExplainPage(model) : explain;
        explain = made;
        return made;
    }

    private RealPage real() {
        RealPage made = real == null ? new RealPage(model) : real;
        real = made;
        return made;
    }

    private List<Integer> colours(Comparison comparison) {
        ChartTheme theme = dark() ? ChartTheme.DARK : ChartTheme.LIGHT;
        return comparison.runs().stream().map(run -> theme.line(RunColors.slot(run.run().id()))).toList();
    }

    private boolean dark() {
        return switch (context.settings().get().theme()) {
            case "dark" -> true;
            case "light" -> false;
            default -> javafx.application.Platform.getPreferences().getColorScheme()
                    == javafx.application.ColorScheme.DARK;
        };
    }

    private void lead(ShowEvent.What what) {
        root.fireEvent(new ShowEvent(what));
    }

    private void values() {
        ValuesSheet upright = new ValuesSheet(model, colours(model.comparison().get()), this::lead);
        matrix.show(model.transposed().get() ? new TransposedSheet(upright) : upright);
    }

    /// Fills the page that is shown; the others are filled when they are turned to.
    private void fill() {
        Comparison comparison = model.comparison().get();
        if (comparison.runs().size() < 2 || comparison.sections().isEmpty()) {
            return;
        }
        List<Integer> colours = colours(comparison);
        chips.show(comparison, colours);
        switch (page) {
            case VALUES -> values();
            case FILES -> files().show(comparison, colours);
            case EXPLAIN -> explain().show(comparison);
            case REAL -> real().show(comparison);
        }
        Runnable then = once;
        once = () -> { };
        then.run();
    }

    @Override
    public void compare(List<Long> runs) {
        model.compare(runs);
    }

    CompareViewModel model() {
        return model;
    }

    Matrix matrix() {
        return matrix;
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String icon() {
        return "fth-columns";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public ObservableValue<String> status() {
        return model.status();
    }

    @Override
    public Map<Command, Runnable> actions() {
        return Map.of(Command.COPY, () -> tools.copy(ComparisonText.Format.MARKDOWN), Command.FIND,
                tools::focusSearch);
    }

    /// The states that [#show] knows.
    public static List<String> views() {
        return VIEWS;
    }

    @Override
    public void show(String view) {
        if (view.equals("compare-empty")) {
            return;
        }
        boolean many = view.equals("compare-real") || view.equals("compare-images") || view.equals("compare");
        List<Long> runs = telling(many ? view.equals("compare-real") ? 12 : 4 : 2, view.equals("compare-images"));
        switch (view) {
            case "compare-text" -> {
                turn(Page.FILES);
                once = () -> files().choose(path -> path.endsWith(".yaml") || path.endsWith(".txt"));
            }
            case "compare-tables" -> {
                turn(Page.FILES);
                once = () -> files().choose(path -> path.endsWith(".parquet") || path.endsWith(".csv"));
            }
            case "compare-images" -> {
                turn(Page.FILES);
                once = () -> files().choose(Pictures::is);
            }
            case "compare-explain" -> turn(Page.EXPLAIN);
            case "compare-real" -> turn(Page.REAL);
            default -> turn(Page.VALUES);
        }
        model.compare(runs);
    }

    /// Runs that make a telling picture: of the experiment with most metrics, or, for pictures, with most artifacts.
    private List<Long> telling(int count, boolean pictures) {
        RunFrame frame = model.frame();
        Map<Long, List<Integer>> byExperiment = new HashMap<>();
        for (int row = 0; row < frame.size(); row++) {
            if (!frame.trashed(row) && frame.facts(row).metrics().size() > 1) {
                byExperiment.computeIfAbsent(frame.run(row).experimentKey(), any -> new ArrayList<>()).add(row);
            }
        }
        List<Integer> rows = byExperiment.values().stream().filter(list -> list.size() >= 2)
                .sorted(Comparator.comparingInt((List<Integer> list) -> pictures ? list.size() : -list.size())
                        .thenComparing(list -> frame.run(list.getFirst()).key()))
                .findFirst().orElse(List.of());
        List<Integer> some = rows.stream().filter(row -> frame.run(row).status() == cotejo.model.RunStatus.FINISHED)
                .sorted(Comparator.comparing(row -> frame.run(row).name())).toList();
        int step = Math.max(1, some.size() / count);
        List<Long> keys = new ArrayList<>();
        for (int i = 0; i < some.size() && keys.size() < count; i += count <= 4 ? step : 1) {
            keys.add(frame.run(some.get(i)).key());
        }
        return keys;
    }

    @Override
    public void close() {
        model.close();
        FilesPage someFiles = files;
        if (someFiles != null) {
            someFiles.close();
        }
        ExplainPage causes = explain;
        if (causes != null) {
            causes.close();
        }
        RealPage answers = real;
        if (answers != null) {
            answers.close();
        }
        try {
            settings.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

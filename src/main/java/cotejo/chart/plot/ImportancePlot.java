package cotejo.chart.plot;

import cotejo.analysis.Factor;
import cotejo.analysis.Importance;
import cotejo.chart.LineOptions.Limits;
import cotejo.chart.PanelSpec;
import cotejo.query.ColumnRef;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Cancel;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which params matter for a metric, by a random forest, with the correlations beside it. Grey where it means nothing.
final class ImportancePlot extends Plot {

    private static final int OWN = 40;
    private static final double ROW = 20;

    private final PlotColumn y;
    private final List<PlotColumn> params;
    private final List<Factor> factors;
    private final Importance importance;
    private final List<Integer> order;
    /// How many params differ besides, and are not asked about.
    private final int left;

    private ImportancePlot(PanelSpec spec, PlotRuns runs, PlotColumn y, List<PlotColumn> params,
            List<Factor> factors, Importance importance, int left) {
        super(spec, runs);
        this.y = y;
        this.params = params;
        this.factors = factors;
        this.importance = importance;
        this.left = left;
        this.order = IntStream.range(0, params.size()).boxed()
                .sorted(Comparator.comparingDouble(i -> -importance.factors().get(i).error())).toList();
    }

    static ImportancePlot of(PanelSpec spec, PlotRuns runs, Cancel cancel) throws PlotException {
        Wishes wishes = new Wishes(spec);
        Guess guess = new Guess(runs);
        PlotColumn y = runs.column(wishes.column("y").orElseGet(guess::metric));
        List<PlotColumn> params = new ArrayList<>();
        for (ColumnRef ref : wishes.columns("params")) {
            params.add(runs.column(ref));
        }
        int left = 0;
        if (params.isEmpty()) {
            params.addAll(guess.params().stream().filter(column -> !Guess.ownWay(column)).limit(OWN).toList());
            left = guess.varying() - params.size();
        }
        cancel.check();
        List<Factor> factors = params.stream().map(param -> param.numeric() ? Factor.numbers(param.values())
                : Factor.categories(param.values(), Math.max(1, param.categories().size()))).toList();
        int trees = wishes.number("trees", 100, 10, 2000);
        double[] target = y.numeric() ? y.values() : new double[0];
        return new ImportancePlot(spec, runs, y, params, factors, Importance.of(target, factors, trees, cancel), left);
    }

    @Override
    String ownTitle() {
        return Texts.get("plots.title.importance", y.name());
    }

    @Override
    List<PlotColumn> columns() {
        return List.of(y);
    }

    private boolean doubted() {
        return importance.doubt() != Importance.Doubt.NONE;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(switch (importance.doubt()) {
            case NONE -> Texts.get("plots.note.forest");
            case FEW_ROWS -> Texts.get("plots.note.few", importance.rows(), params.size());
            case EXPLAINS_NOTHING -> Texts.get("plots.note.useless");
        });
        List<String> logs = IntStream.range(0, params.size()).filter(i -> factors.get(i).log())
                .mapToObj(i -> params.get(i).name()).toList();
        if (!logs.isEmpty()) {
            remarks.add(Texts.get("plots.note.log", String.join(", ", logs)));
        }
        if (importance.used() < importance.rows()) {
            remarks.add(Texts.get("plots.note.sampled", Figures.count(importance.used()),
                    Figures.count(importance.rows())));
        }
        if (left > 0) {
            remarks.add(Texts.get("plots.note.params", left));
        }
        return remarks;
    }

    @Override
    public Optional<String> nothing() {
        return params.isEmpty() || importance.rows() == 0 ? Optional.of(Texts.get(importance.rows() == 0
                ? "plots.nothing.one" : "plots.nothing.params", y.name()))
                : Optional.empty();
    }

    @Override
    PlotTable drawn(Limits limits) {
        return new PlotTable(List.of("param", "importance", "error", "pearson", "spearman", "runs", "r2"),
                order.stream().map(param -> {
                    Importance.Weight weight = importance.factors().get(param);
                    return List.of(PlotTable.Item.of(params.get(param).name()), PlotTable.Item.of(weight.share()),
                            PlotTable.Item.of(weight.error()), PlotTable.Item.of(weight.correlation().pearson()),
                            PlotTable.Item.of(weight.correlation().spearman()),
                            PlotTable.Item.of(weight.correlation().n()), PlotTable.Item.of(importance.r2()));
                }).toList());
    }

    @Override
    Hits paint(Sheet sheet, Rectangle2D whole) {
        double line = sheet.lineHeight();
        sheet.text(sheet.shortened(Texts.get("plots.forest", Double.isNaN(importance.r2()) ? "–"
                : Figures.brief(importance.r2(), 2), importance.rows()), whole.getWidth()), whole.getX() + 2,
                whole.getY() + line / 2, Sheet.LEFT, doubted() ? sheet.theme().faintText() : sheet.theme().text());
        double high = Math.clamp(ROW, line * 0.9, line + 3);
        int fit = (int) Math.max(1, (whole.getHeight() - 2.4 * line) / high);
        int count = order.size() <= fit ? order.size() : (int) Math.max(1, (whole.getHeight() - 3.4 * line) / high);
        Rectangle2D room = sheet.above(whole, order.size() - count);
        double names = order.stream().limit(count).mapToDouble(i -> sheet.width(params.get(i).name())).max()
                .orElse(0);
        Columns columns = Columns.of(room, Math.min(names, room.getWidth() * 0.3), sheet.width("−0.00"));
        double y0 = room.getY() + line * 1.5 + 2;
        head(sheet, columns, y0);
        double row = Math.min(ROW * 1.3, (room.getHeight() - 2.4 * line) / count);
        MarkHits hits = new MarkHits(size());
        for (int i = 0; i < count; i++) {
            row(sheet, columns, order.get(i), y0 + line * 0.7 + (i + 0.5) * row, row);
            hits.region(new Rectangle2D.Double(room.getX(), y0 + line * 0.7 + i * row, room.getWidth(), row),
                    new int[0], words(order.get(i)));
        }
        return hits;
    }

    /// Where names end and the three columns begin, and how wide they are.
    private record Columns(double names, double share, double shareWidth, double pearson, double spearman,
            double width) {

        static Columns of(Rectangle2D room, double names, double least) {
            double left = room.getX() + names + 10;
            double rest = room.getMaxX() - left - 4;
            double width = Math.min(130, rest * 0.27);
            // Where the numbers of the correlations have no room, the bars of the importance take it.
            if (width < least) {
                return new Columns(room.getX() + names + 2, left, rest, left, left, 0);
            }
            double share = rest - 2 * width - 20;
            return new Columns(room.getX() + names + 2, left, share, left + share + 10, left + share + 20 + width,
                    width);
        }
    }

    private void head(Sheet sheet, Columns columns, double y0) {
        int argb = sheet.theme().faintText();
        sheet.text(sheet.shortened(Texts.get("plots.importance"), columns.shareWidth()), columns.share(), y0,
                Sheet.LEFT, argb);
        if (columns.width() == 0) {
            return;
        }
        sheet.text(sheet.shortened("Pearson", columns.width()), columns.pearson() + columns.width() / 2, y0,
                Sheet.MIDDLE, argb);
        sheet.text(sheet.shortened("Spearman", columns.width()), columns.spearman() + columns.width() / 2, y0,
                Sheet.MIDDLE, argb);
    }

    private void row(Sheet sheet, Columns columns, int param, double middle, double row) {
        Importance.Weight weight = importance.factors().get(param);
        int ink = doubted() ? sheet.theme().faintText() : sheet.theme().text();
        sheet.text(sheet.shortened(params.get(param).name(), columns.names() - 4), columns.names(), middle,
                Sheet.RIGHT, ink);
        double thick = Math.min(12, row * 0.6);
        double most = importance.factors().stream().mapToDouble(Importance.Weight::share).max().orElse(1);
        String text = Texts.get("plots.percent", percent(weight.share()));
        double length = Math.max(0, columns.shareWidth() - sheet.width("100 %") - 8)
                * (most > 0 ? weight.share() / most : 0);
        bar(sheet, columns.share(), middle, Math.max(1, length), thick, sheet.theme().line(0));
        sheet.text(text, columns.share() + length + 5, middle, Sheet.LEFT, sheet.theme().faintText());
        if (columns.width() == 0) {
            return;
        }
        correlation(sheet, columns.pearson(), columns.width(), middle, thick, weight.correlation().pearson());
        correlation(sheet, columns.spearman(), columns.width(), middle, thick, weight.correlation().spearman());
    }

    private static String percent(double share) {
        return Figures.brief(share < 0.0995 ? Math.rint(share * 1000) / 10 : Math.rint(share * 100), 2);
    }

    /// A bar from the middle, its number at the end of the column where it does not reach.
    private void correlation(Sheet sheet, double left, double width, double middle, double thick, double value) {
        double zero = left + width / 2;
        sheet.line(zero, middle - thick * 0.8, zero, middle + thick * 0.8, sheet.theme().grid());
        if (Double.isNaN(value)) {
            sheet.text("–", zero, middle, Sheet.MIDDLE, sheet.theme().faintText());
            return;
        }
        double length = Math.abs(value) * (width / 2 - 2);
        bar(sheet, value < 0 ? zero - length : zero, middle, length, thick, sheet.theme().line(value < 0 ? 1 : 2));
        String text = Figures.brief(Math.rint(value * 100) / 100, 2);
        sheet.text(text, value < 0 ? zero + 4 : zero - 4, middle, value < 0 ? Sheet.LEFT : Sheet.RIGHT,
                sheet.theme().faintText());
    }

    private void bar(Sheet sheet, double left, double middle, double length, double thick, int argb) {
        sheet.g().setColor(Sheet.color(doubted() ? sheet.theme().axis() : argb, doubted() ? 0.6 : 1));
        sheet.g().fill(new RoundRectangle2D.Double(left, middle - thick / 2, length, thick, 3, 3));
    }

    private List<String> words(int param) {
        Importance.Weight weight = importance.factors().get(param);
        List<String> words = new ArrayList<>();
        words.add(params.get(param).name());
        words.add(Texts.get("plots.read.importance", percent(weight.share()), Figures.brief(weight.error(), 2)));
        if (!Double.isNaN(weight.correlation().pearson())) {
            words.add(Texts.get("plots.read.correlation", Figures.brief(weight.correlation().pearson(), 3),
                    Figures.brief(weight.correlation().spearman(), 3), weight.correlation().n()));
        }
        return words;
    }
}

package cotejo.ui.curves;

import cotejo.chart.plot.ValueBars;
import cotejo.text.Texts;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// One bar a run, for metrics of which each run has a single value. Bars begin at 0, so their lengths can be compared.
final class BarsView extends Region {

    private static final double ROW = 22;
    private static final double GAP = 8;

    private @Nullable List<PanelState.Bar> told;
    private List<PanelState.Bar> bars = List.of();
    private double builtWidth = -1;
    private double builtHeight;

    BarsView() {
        getStyleClass().add("curve-bars");
        setMouseTransparent(true);
    }

    void show(List<PanelState.Bar> shown) {
        if (shown.equals(told)) {
            return;
        }
        told = List.copyOf(shown);
        List<String> names = Legend.brief(shown.stream().map(PanelState.Bar::name).toList());
        bars = IntStream.range(0, shown.size()).mapToObj(i -> new PanelState.Bar(shown.get(i).key(), names.get(i),
                shown.get(i).argb(), shown.get(i).value())).toList();
        builtWidth = -1;
        requestLayout();
    }

    /// Built anew only for other bars and for another size: that is most of the work of a panel.
    @Override
    protected void layoutChildren() {
        if (builtWidth != getWidth() || builtHeight != getHeight()) {
            builtWidth = getWidth();
            builtHeight = getHeight();
            build();
        }
        super.layoutChildren();
    }

    private void build() {
        int room = (int) Math.max(1, Math.floor(getHeight() / ROW));
        int count = bars.size() <= room ? bars.size() : Math.max(0, room - 1);
        getChildren().clear();
        double least = Math.min(0, finite().min().orElse(0));
        double most = Math.max(0, finite().max().orElse(0));
        // A few bars are thicker and stand in the middle of the panel.
        double high = count == bars.size() && count > 0
                ? Math.clamp(getHeight() / count, ROW, ROW * ValueBars.fullness(count)) : ROW;
        double top = count == bars.size() ? Math.max(0, (getHeight() - high * count) / 2) : 0;
        for (int i = 0; i < count; i++) {
            row(bars.get(i), new Row(top + i * high, high), least, most);
        }
        if (bars.isEmpty()) {
            Label none = new Label(Texts.get("curves.nopoints"));
            none.getStyleClass().add("curve-message");
            place(none, GAP, getHeight() / 2 - ROW, getWidth() - 2 * GAP, ROW);
        }
        if (count < bars.size()) {
            Label more = new Label(Texts.get("curves.bars.more", ValueText.count(bars.size() - count)));
            more.getStyleClass().add("curve-notes");
            place(more, GAP, count * ROW, getWidth() - 2 * GAP, ROW);
        }
    }

    private DoubleStream finite() {
        return bars.stream().mapToDouble(PanelState.Bar::value).filter(Double::isFinite);
    }

    /// Where a bar stands.
    private record Row(double y, double height) {
    }

    private void row(PanelState.Bar bar, Row row, double least, double most) {
        double y = row.y();
        double thick = (row.height() - 10) * (row.height() > ROW ? 0.8 : 1);
        double names = Math.min(140, getWidth() * 0.32);
        double values = 72;
        double length = Math.max(1, getWidth() - names - values - 4 * GAP);
        Label name = new Label(bar.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("curve-bar-name");
        place(name, GAP, y, names, row.height());
        double span = most > least ? most - least : 1;
        double zero = -least / span * length;
        double end = Double.isFinite(bar.value()) ? (bar.value() - least) / span * length : zero;
        Rectangle mark = new Rectangle(names + 2 * GAP + Math.min(zero, end), y + (row.height() - thick) / 2,
                Math.max(1.5, Math.abs(end - zero)), thick);
        mark.setArcWidth(3);
        mark.setArcHeight(3);
        mark.setFill(color(bar.argb()));
        getChildren().add(mark);
        Label value = new Label(ValueText.value(bar.value()));
        value.getStyleClass().add("curve-bar-value");
        place(value, names + 3 * GAP + Math.max(zero, end), y, values, row.height());
    }

    private void place(Label label, double x, double y, double width, double height) {
        label.setManaged(false);
        getChildren().add(label);
        label.applyCss();
        label.resizeRelocate(x, y, width, height);
    }

    static Color color(int argb) {
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255, (argb >>> 24) / 255.0);
    }
}

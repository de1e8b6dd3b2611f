package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Entries of a legend side by side on one line, as many as fit, and a button that says how many more there are.
final class LegendLine extends Region {

    private static final double GAP = 14;
    private static final double LINE = 22;

    private List<Label> entries = List.of();
    private Button more = new Button();
    private int all;

    LegendLine() {
        setMinWidth(0);
    }

    /// @param shown the first of all
    void show(List<Label> shown, Button button, int count) {
        entries = List.copyOf(shown);
        more = button;
        all = count;
        getChildren().setAll(entries);
        getChildren().add(more);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return LINE;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected void layoutChildren() {
        double[] widths = entries.stream().mapToDouble(entry -> Math.ceil(Math.min(entry.prefWidth(-1),
                entry.getMaxWidth()))).toArray();
        int fit = fit(widths, getWidth());
        if (fit < all) {
            more.setText(Texts.get("curves.legend.more", ValueText.count(all)));
            fit = Math.max(1, fit(widths, getWidth() - button()));
            more.setText(Texts.get("curves.legend.more", ValueText.count(all - fit)));
        }
        double x = 0;
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).setVisible(i < fit);
            if (i < fit) {
                entries.get(i).resizeRelocate(x, 0, Math.min(widths[i], getWidth()), LINE);
                x += widths[i] + GAP;
            }
        }
        more.setVisible(fit < all);
        more.resizeRelocate(Math.min(x, Math.max(0, getWidth() - button())), 0, button(), LINE);
    }

    private double button() {
        return Math.ceil(more.prefWidth(-1));
    }

    private static int fit(double[] widths, double room) {
        double taken = 0;
        int count = 0;
        while (count < widths.length && taken + widths[count] <= room) {
            taken += widths[count++] + GAP;
        }
        return count;
    }
}

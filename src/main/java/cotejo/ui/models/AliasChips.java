package cotejo.ui.models;

import cotejo.ui.Tip;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The aliases of a version behind its number: as many as there is room for, the first of them before all, and how
/// many more there are.
final class AliasChips extends Region {

    private static final double GAP = 4;

    private final List<Label> chips;
    private final Label more = new Label();

    AliasChips(List<String> aliases) {
        chips = aliases.stream().map(CardCell::alias).toList();
        more.getStyleClass().addAll("chip", "alias-chip");
        more.setMinWidth(USE_PREF_SIZE);
        Tip.on(more, String.join(" ", aliases.stream().map(alias -> "@" + alias).toList()));
        getChildren().addAll(chips);
        getChildren().add(more);
        more.setVisible(false);
    }

    private double width(int first) {
        double width = 0;
        for (Label chip : chips.subList(0, first)) {
            width += Math.ceil(chip.prefWidth(-1)) + (width == 0 ? 0 : GAP);
        }
        return width;
    }

    @Override
    protected double computePrefWidth(double height) {
        return width(chips.size());
    }

    @Override
    protected double computePrefHeight(double width) {
        return chips.isEmpty() ? 0 : chips.getFirst().prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth();
        int shown = chips.size();
        if (width(shown) > room && shown > 1) {
            do {
                shown--;
                more.setText("+" + (chips.size() - shown));
            } while (shown > 1 && width(shown) + GAP + Math.ceil(more.prefWidth(-1)) > room);
        }
        boolean cut = shown < chips.size();
        more.setVisible(cut);
        double behind = cut ? GAP + Math.ceil(more.prefWidth(-1)) : 0;
        double x = 0;
        for (int i = 0; i < chips.size(); i++) {
            Label chip = chips.get(i);
            chip.setVisible(i < shown);
            if (i < shown) {
                double wide = Math.min(Math.ceil(chip.prefWidth(-1)), Math.max(0, room - behind - x));
                chip.resizeRelocate(x, 0, wide, getHeight());
                x += wide + GAP;
            }
        }
        if (cut) {
            more.resizeRelocate(x, 0, behind - GAP, getHeight());
        }
    }
}

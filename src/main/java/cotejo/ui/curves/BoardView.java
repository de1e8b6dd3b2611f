package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// All sections and panels, of which only those in sight, and a little around, are made.
final class BoardView extends Region {

    /// How far beyond the edge panels are made already, as a part of what is seen.
    private static final double AHEAD = 0.5;

    private final CurvesViewModel model;
    private final Readouts readouts;
    private final BiConsumer<Double, Double> reveal;
    private final Map<String, PanelView> panels = new HashMap<>();
    private final Map<String, Button> headers = new HashMap<>();
    private final InvalidationListener rearranged = change -> arrange();
    private BoardPlan plan = new BoardPlan(List.of(), 0);
    private double seenFrom;
    private double seenTo;
    private double plannedWidth;

    /// @param reveal called with the upper and lower edge of what has just got the focus, to be brought into sight
    BoardView(CurvesViewModel model, Readouts readouts, BiConsumer<Double, Double> reveal) {
        this.model = model;
        this.reveal = reveal;
        this.readouts = readouts;
        getStyleClass().add("curve-board");
        model.board().addListener(rearranged);
        model.folded().addListener(rearranged);
        model.panelSize().addListener(rearranged);
    }

    void close() {
        model.board().removeListener(rearranged);
        model.folded().removeListener(rearranged);
        model.panelSize().removeListener(rearranged);
        List.copyOf(panels.keySet()).forEach(this::drop);
    }

    private void arrange() {
        plannedWidth = 0;
        requestLayout();
        if (getParent() != null) {
            getParent().requestLayout();
        }
    }

    /// What can be seen of the board, from its top.
    void seen(double from, double to) {
        seenFrom = from;
        seenTo = to;
        populate();
    }

    private BoardPlan planned(double width) {
        if (width != plannedWidth) {
            plannedWidth = width;
            plan = BoardPlan.of(model.board().get().sections(), model.folded(), width, model.panelSize().get());
        }
        return plan;
    }

    @Override
    protected double computePrefHeight(double width) {
        return planned(width > 0 ? width : getWidth()).height();
    }

    @Override
    protected void layoutChildren() {
        planned(getWidth());
        populate();
    }

    private void populate() {
        double ahead = (seenTo - seenFrom) * AHEAD;
        Set<String> wantedPanels = new HashSet<>();
        Set<String> wantedHeaders = new HashSet<>();
        for (BoardPlan.Item item : plan.between(seenFrom - ahead, seenTo + ahead)) {
            Node node = switch (item) {
                case BoardPlan.Item.Header header -> {
                    wantedHeaders.add(header.section().name());
                    yield header(header.section());
                }
                case BoardPlan.Item.Panel panel -> {
                    wantedPanels.add(panel.metric());
                    yield panels.computeIfAbsent(panel.metric(), metric -> panel(panel));
                }
            };
            node.resizeRelocate(item.x(), item.y(), item.width(), item.height());
        }
        List.copyOf(panels.keySet()).stream().filter(metric -> !wantedPanels.contains(metric)).forEach(this::drop);
        headers.entrySet().removeIf(entry -> !wantedHeaders.contains(entry.getKey())
                && getChildren().remove(entry.getValue()));
    }

    private PanelView panel(BoardPlan.Item.Panel item) {
        PanelView view = new PanelView(model.open(item.metric()), item.title(), readouts);
        view.setManaged(false);
        revealOnFocus(view);
        getChildren().add(view);
        return view;
    }

    private void revealOnFocus(Region node) {
        node.focusedProperty().subscribe(focused -> {
            if (focused) {
                reveal.accept(node.getLayoutY(), node.getLayoutY() + node.getHeight());
            }
        });
    }

    private void drop(String metric) {
        PanelView view = panels.remove(metric);
        if (view != null) {
            getChildren().remove(view);
            view.close();
            model.close(view.model());
        }
    }

    private Button header(Section section) {
        Button header = headers.computeIfAbsent(section.name(), name -> {
            Button made = new Button();
            made.getStyleClass().setAll("curve-section");
            made.setManaged(false);
            made.setMnemonicParsing(false);
            made.setAccessibleRole(AccessibleRole.TITLED_PANE);
            made.setOnAction(press -> model.toggle(name));
            revealOnFocus(made);
            getChildren().add(made);
            return made;
        });
        boolean folded = model.folded().contains(section.name());
        String name = section.name().isEmpty() ? Texts.get("curves.section.plain") : section.name();
        header.setText((folded ? "▸  " : "▾  ") + name + "   " + ValueText.count(section.metrics().size()));
        header.setAccessibleText(Texts.get(folded ? "curves.section.folded" : "curves.section.open", name,
                ValueText.count(section.metrics().size())));
        return header;
    }
}

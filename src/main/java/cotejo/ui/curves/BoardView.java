package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
    private final Function<Tile, Content> contents;
    private final PanelHost host;
    private final PanelDrag drag;
    private final BiConsumer<Double, Double> reveal;
    private final Map<String, PanelView> panels = new HashMap<>();
    private final Map<String, Button> headers = new HashMap<>();
    private final InvalidationListener rearranged = change -> arrange();
    private BoardPlan plan = BoardPlan.EMPTY;
    private double seenFrom;
    private double seenTo;
    private double plannedWidth;

    /// @param contents makes what a panel shows
    /// @param reveal   called with the upper and lower edge of what has just got the focus, to be brought into sight
    BoardView(CurvesViewModel model, Function<Tile, Content> contents, PanelHost host,
            BiConsumer<Double, Double> reveal) {
        this.model = model;
        this.contents = contents;
        this.host = host;
        this.reveal = reveal;
        this.drag = new PanelDrag(this, model);
        getStyleClass().add("curve-board");
        getChildren().add(drag.mark());
        model.board().addListener(rearranged);
        model.setup().addListener(rearranged);
    }

    void close() {
        model.board().removeListener(rearranged);
        model.setup().removeListener(rearranged);
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
            plan = BoardPlan.of(model.board().get().sections(), model.setup().get(), width);
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
                    wantedPanels.add(panel.tile().id());
                    PanelView view = panels.computeIfAbsent(panel.tile().id(), id -> panel(panel.tile()));
                    view.show(panel.tile());
                    yield view;
                }
            };
            node.resizeRelocate(item.x(), item.y(), item.width(), item.height());
        }
        List.copyOf(panels.keySet()).stream().filter(id -> !wantedPanels.contains(id)).forEach(this::drop);
        headers.entrySet().removeIf(entry -> !wantedHeaders.contains(entry.getKey())
                && getChildren().remove(entry.getValue()));
    }

    private PanelView panel(Tile tile) {
        PanelView view = new PanelView(tile, contents.apply(tile), host);
        drag.install(view);
        view.setManaged(false);
        revealOnFocus(view);
        getChildren().add(view);
        return view;
    }

    BoardPlan plan() {
        return plan;
    }

    void maximise(Tile tile) {
        host.maximise(tile);
    }

    /// A gap between panels.
    record Place(String section, Optional<Tile> before, double x, double y, double height) {
    }

    /// The gap nearest to a place on the board.
    Optional<Place> place(double x, double y) {
        return plan.sectionAt(y).map(section -> {
            Optional<Tile> before = plan.before(section.name(), x, y);
            Optional<BoardPlan.Item.Panel> next = before.flatMap(tile -> plan.panel(tile.id()));
            if (next.isPresent()) {
                BoardPlan.Item.Panel panel = next.get();
                return new Place(section.name(), before, panel.x() - BoardPlan.GAP / 2 - 1, panel.y(), panel.height());
            }
            Optional<BoardPlan.Item.Panel> last = section.tiles().isEmpty() ? Optional.empty()
                    : plan.panel(section.tiles().getLast().id());
            return last.map(panel -> new Place(section.name(), before, panel.x() + panel.width() + 2, panel.y(),
                    panel.height())).orElse(new Place(section.name(), before, 0, y, 1));
        });
    }

    private void revealOnFocus(Region node) {
        node.focusedProperty().subscribe(focused -> {
            if (focused) {
                reveal.accept(node.getLayoutY(), node.getLayoutY() + node.getHeight());
            }
        });
    }

    private void drop(String id) {
        PanelView view = panels.remove(id);
        if (view != null) {
            getChildren().remove(view);
            view.close();
        }
    }

    private Button header(Section section) {
        Button header = headers.computeIfAbsent(section.name(), name -> {
            Button made = new Button();
            made.getStyleClass().setAll("curve-section");
            made.setManaged(false);
            made.setMnemonicParsing(false);
            made.setAccessibleRole(AccessibleRole.TITLED_PANE);
            made.setOnAction(press -> model.change(setup -> setup.turned(name)));
            revealOnFocus(made);
            getChildren().add(made);
            return made;
        });
        boolean folded = model.setup().get().folded().contains(section.name());
        String count = ValueText.count(section.tiles().size());
        header.setText((folded ? "▸  " : "▾  ") + section.title() + "   " + count);
        header.setAccessibleText(Texts.get(folded ? "curves.section.folded" : "curves.section.open", section.title(),
                section.tiles().size()));
        return header;
    }
}

package cotejo.ui.curves;

import cotejo.text.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// All sections and panels, of which only those in sight, and a little around, are made: a few at a time, so that the
/// board can be dragged past thousands. What is not made yet stands as a frame with its title.
final class BoardView extends Region {

    /// How far beyond the edge panels are made already, as a part of what is seen.
    private static final double AHEAD = 0.5;

    /// For how long panels are made at a stretch; one is made in any case.
    private static final long STRETCH_NANOS = 8_000_000;

    private final CurvesViewModel model;
    private final Function<Tile, Content> contents;
    private final PanelHost host;
    private final PanelDrag drag;
    private final BiConsumer<Double, Double> reveal;
    private final Map<String, PanelView> panels = new HashMap<>();
    private final Map<String, Label> frames = new HashMap<>();
    /// Panels to be made, those in sight first.
    private final Deque<BoardPlan.Item.Panel> awaited = new ArrayDeque<>();
    private final Map<String, Button> headers = new HashMap<>();
    private final InvalidationListener rearranged = change -> arrange();
    private BoardPlan plan = BoardPlan.EMPTY;
    private double seenFrom;
    private double seenTo;
    private double plannedWidth;
    private boolean making;

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
        awaited.clear();
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
        awaited.clear();
        List<BoardPlan.Item.Panel> later = new ArrayList<>();
        for (BoardPlan.Item item : plan.between(seenFrom - ahead, seenTo + ahead)) {
            Node node = switch (item) {
                case BoardPlan.Item.Header header -> {
                    wantedHeaders.add(header.section().name());
                    yield header(header.section());
                }
                case BoardPlan.Item.Panel panel -> {
                    wantedPanels.add(panel.tile().id());
                    PanelView view = panels.get(panel.tile().id());
                    if (view == null) {
                        boolean inSight = panel.y() < seenTo && panel.y() + panel.height() > seenFrom;
                        (inSight ? awaited : later).add(panel);
                        yield frame(panel.tile());
                    }
                    view.show(panel.tile());
                    yield view;
                }
            };
            node.resizeRelocate(item.x(), item.y(), item.width(), item.height());
        }
        awaited.addAll(later);
        List.copyOf(panels.keySet()).stream().filter(id -> !wantedPanels.contains(id)).forEach(this::drop);
        frames.entrySet().removeIf(entry -> !wantedPanels.contains(entry.getKey())
                && getChildren().remove(entry.getValue()));
        headers.entrySet().removeIf(entry -> !wantedHeaders.contains(entry.getKey())
                && getChildren().remove(entry.getValue()));
        makeSoon();
    }

    private void makeSoon() {
        if (!making && !awaited.isEmpty()) {
            making = true;
            model.front().execute(this::make);
        }
    }

    /// Makes panels for a short while, dressed and laid out, which is most of the work.
    private void make() {
        making = false;
        long began = System.nanoTime();
        for (BoardPlan.Item.Panel next = awaited.poll(); next != null; next = awaited.poll()) {
            getChildren().remove(frames.remove(next.tile().id()));
            PanelView view = panel(next.tile());
            panels.put(next.tile().id(), view);
            view.resizeRelocate(next.x(), next.y(), next.width(), next.height());
            view.applyCss();
            view.layout();
            if (System.nanoTime() - began > STRETCH_NANOS) {
                break;
            }
        }
        makeSoon();
    }

    /// Stands for a panel that is not made yet.
    private Label frame(Tile tile) {
        Label frame = frames.computeIfAbsent(tile.id(), id -> {
            Label made = new Label();
            made.getStyleClass().setAll("curve-frame");
            made.setManaged(false);
            getChildren().add(made);
            return made;
        });
        frame.setText(tile.title());
        return frame;
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
            if (view.getScene() != null && holdsKeyboard(view)) {
                // Else the first text field of the window would get the keyboard, and what is to be undone.
                requestFocus();
            }
            getChildren().remove(view);
            view.close();
        }
    }

    private static boolean holdsKeyboard(Node view) {
        for (@Nullable Node node = view.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node.equals(view)) {
                return true;
            }
        }
        return false;
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

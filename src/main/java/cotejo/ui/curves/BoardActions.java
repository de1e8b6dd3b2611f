package cotejo.ui.curves;

import cotejo.chart.PanelSpec;
import cotejo.ui.link.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What can be done with panels. All of it can be taken back.
final class BoardActions {

    private final CurvesViewModel board;

    BoardActions(CurvesViewModel board) {
        this.board = board;
    }

    /// Adds a panel to the section of added ones; its id is given here.
    ///
    /// @return the id
    String add(PanelSpec wanted) {
        String id = board.setup().get().freshId();
        PanelSpec panel = new PanelSpec(id, wanted.kind(), wanted.title(), wanted.options());
        board.edits().edit("curves.did.add", setup -> setup.withPanel(panel));
        return id;
    }

    /// Puts a panel as it was edited in its place.
    void change(PanelSpec spec) {
        board.edits().edit("curves.did.edit", setup -> setup.withPanel(spec));
    }

    /// Adds the same panel once more, behind it.
    void duplicate(Tile tile) {
        String id = board.setup().get().freshId();
        Map<String, String> options = new TreeMap<>(tile.spec().options());
        options.put(Tile.SECTION, tile.section());
        PanelSpec copy = new PanelSpec(id, tile.spec().kind(), tile.title(), options);
        List<String> ids = new ArrayList<>(ids(tile.section()));
        ids.add(ids.indexOf(tile.id()) + 1, id);
        board.edits().edit("curves.did.duplicate", setup -> {
            BoardSetup more = setup.withPanel(copy).withSpan(id, setup.spans().getOrDefault(tile.id(), Span.ONE))
                    .withLimits(id, setup.limits().get(tile.id()));
            return filtered() ? more : more.withOrder(tile.section(), ids);
        });
    }

    void remove(Tile tile) {
        board.edits().edit("curves.did.remove", setup -> setup.without(tile));
    }

    /// Whether not all panels are seen, so that an order of those seen would say nothing of the others.
    boolean filtered() {
        return !board.search().get().isBlank();
    }

    /// Puts a panel into a section before another one, or at its end.
    void move(Tile tile, String section, Optional<Tile> before) {
        if (filtered() || before.filter(other -> other.id().equals(tile.id())).isPresent()) {
            return;
        }
        List<String> ids = new ArrayList<>(ids(section));
        ids.remove(tile.id());
        ids.add(before.map(other -> ids.indexOf(other.id())).filter(at -> at >= 0).orElse(ids.size()), tile.id());
        board.edits().edit("curves.did.move", setup -> {
            BoardSetup moved = setup.withOrder(section, ids);
            return tile.section().equals(section) ? moved : moved.withPanel(tile.in(section));
        });
    }

    /// Moves a panel by some places within its section.
    void step(Tile tile, int places) {
        List<String> ids = new ArrayList<>(ids(tile.section()));
        int from = ids.indexOf(tile.id());
        int to = Math.clamp(from + places, 0, ids.size() - 1);
        if (!filtered() && from >= 0 && to != from) {
            ids.remove(from);
            ids.add(to, tile.id());
            board.edits().edit("curves.did.move", setup -> setup.withOrder(tile.section(), ids));
        }
    }

    private List<String> ids(String section) {
        return board.board().get().sections().stream().filter(one -> one.name().equals(section)).findFirst()
                .map(Section::ids).orElse(List.of());
    }

    Span span(Tile tile) {
        return board.setup().get().spans().getOrDefault(tile.id(), Span.ONE);
    }

    void resize(Tile tile, Span wanted) {
        board.edits().edit("curves.did.resize", setup -> setup.withSpan(tile.id(), wanted));
    }

    /// Keeps the ends of a panel's axes as they were typed; those in x are the board's where panels zoom together.
    void limit(Tile tile, Limits wanted) {
        board.zoomed(tile.id());
        board.edits().edit("curves.did.limits", setup -> sharing(tile)
                ? setup.withLimits(tile.id(), wanted.withX(Limits.NONE)).withLimits(BoardSetup.ALL,
                        Limits.NONE.withX(wanted))
                : setup.withLimits(tile.id(), wanted));
    }

    /// The ends of a panel's axes that were chosen.
    Limits limits(Tile tile, BoardSetup setup) {
        Limits own = setup.limits().getOrDefault(tile.id(), Limits.NONE);
        return sharing(tile) ? own.withX(setup.limits().getOrDefault(BoardSetup.ALL, Limits.NONE)) : own;
    }

    /// Whether a part of a panel is looked at.
    boolean zoomed(Tile tile) {
        Map<String, Limits> limits = board.setup().get().limits();
        return limits.containsKey(tile.id()) || sharing(tile) && limits.containsKey(BoardSetup.ALL);
    }

    private boolean sharing(Tile tile) {
        return tile.spec().kind() == PanelSpec.Kind.LINE && board.look().is(Look.ZOOM, Look.SHARED);
    }

    /// Lets all panels of lines zoom together along x, or each by itself. What was zoomed to last by itself is then
    /// what all of them show.
    void zoomTogether(boolean wanted) {
        board.edits().edit("curves.did.look", setup -> {
            BoardSetup turned = setup.withLook(setup.look().with(Look.ZOOM, wanted ? Look.SHARED : ""));
            Limits last = setup.limits().getOrDefault(board.lastZoomed(), Limits.NONE);
            return wanted && last.hasX() ? turned.withLimits(BoardSetup.ALL, Limits.NONE.withX(last)) : turned;
        });
    }

    /// Lets the axes of a panel, and those it shares, follow the data.
    void showAll(Tile tile) {
        board.edits().edit("curves.did.zoom", setup -> {
            BoardSetup own = setup.withLimits(tile.id(), null);
            return sharing(tile) ? own.withLimits(BoardSetup.ALL, null) : own;
        });
    }

    /// Takes back everything that was done to panels, at once.
    void arrangeByItself() {
        board.edits().edit("curves.did.reset", BoardSetup::arrangedByItself);
    }

    /// The panels in the order in which they are read.
    List<Tile> tiles() {
        return board.board().get().sections().stream().flatMap(section -> section.tiles().stream()).toList();
    }
}

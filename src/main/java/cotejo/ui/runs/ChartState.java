package cotejo.ui.runs;

import cotejo.ui.curves.BoardSetup;

/// The charts beside the table, as a saved view keeps them.
///
/// @param layout what shares the middle
/// @param search words that names of charts must have
/// @param board  what a person made of the board
record ChartState(Layout layout, String search, BoardSetup board) {

    /// What shares the middle of the panel.
    enum Layout {
        TABLE,
        BOTH,
        CURVES
    }

    static ChartState plain() {
        return new ChartState(Layout.TABLE, "", BoardSetup.plain());
    }

    ChartState withLayout(Layout wanted) {
        return new ChartState(wanted, search, board);
    }

    ChartState withBoard(BoardSetup wanted) {
        return new ChartState(layout, search, wanted);
    }

    /// What other runs begin with: the same layout and look, as far as it means something for them, a board by itself.
    ChartState elsewhere() {
        return new ChartState(layout, "", board.arrangedByItself().withLook(board.look().elsewhere()));
    }

    /// Which runs the board draws, selected ones or all in the table.
    BoardSetup.Shown shown() {
        return switch (board.shown()) {
            case SELECTED, TABLE -> board.shown();
            case BY_LAYOUT -> layout == Layout.CURVES ? BoardSetup.Shown.TABLE : BoardSetup.Shown.SELECTED;
        };
    }
}

package cotejo.ui.curves;

/// How many columns and rows of the board's grid a panel takes.
public record Span(int columns, int rows) {

    static final int MOST_COLUMNS = 6;
    static final int MOST_ROWS = 4;
    static final Span ONE = new Span(1, 1);

    public Span {
        columns = Math.clamp(columns, 1, MOST_COLUMNS);
        rows = Math.clamp(rows, 1, MOST_ROWS);
    }
}

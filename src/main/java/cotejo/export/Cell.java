package cotejo.export;

/// One cell of a table that leaves the program.
public sealed interface Cell {

    /// Text, as it is.
    record Text(String value) implements Cell {
    }

    /// A number, written so that reading it gives the same double again.
    record Number(double value) implements Cell {
    }

    /// Nothing: the run has no such value. Not the same as an empty text.
    enum Empty implements Cell {
        EMPTY
    }

    static Cell of(String value) {
        return new Text(value);
    }

    static Cell of(double value) {
        return new Number(value);
    }

    static Cell empty() {
        return Empty.EMPTY;
    }
}

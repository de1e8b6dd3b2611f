package cotejo.ui.grid;

import cotejo.text.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a [DataGrid] shows. All methods are called on the FX thread and answer at once: a cell that is not there yet is
/// null, and the grid is told to fill itself anew when it has come.
public interface GridSource {

    /// On which side of its cell a column's text stands.
    enum Align {
        LEFT,
        RIGHT
    }

    /// What kind of thing a cell holds, so that things that read alike look different.
    enum Look {
        VALUE,
        /// No value at all.
        NULL,
        /// A text without a character, or of blanks only.
        EMPTY,
        /// Not a number, or infinite.
        NOT_FINITE,
        /// A value that is not of its column's type.
        ODD,
        /// What stands in the file cannot be read; its text is not shown.
        DAMAGED
    }

    /// The head of a column.
    ///
    /// @param title  its name
    /// @param detail more about it in a word or two, such as its type; may be empty
    /// @param width  that it has before anybody changes it, in pixels
    record Head(String title, String detail, Align align, double width) {
    }

    /// What a cell shows; shortened in its middle where there is too little room.
    ///
    /// @param text what it holds; of one that holds nothing why, or nothing where it is simply null
    record Cell(String text, Look look) {

        /// What is read in it: what has no character of its own is told by a word.
        public String words() {
            return switch (look) {
                case NULL -> text.isEmpty() ? Texts.get("grid.null") : text;
                case EMPTY -> text.isEmpty() ? Texts.get("grid.empty") : "␣".repeat(text.length());
                case VALUE, NOT_FINITE, ODD -> text;
                case DAMAGED -> Texts.get("grid.damaged");
            };
        }
    }

    /// How many rows there are, or are known to be so far.
    long rows();

    int columns();

    Head head(int column);

    /// The cell, or null while it is not there.
    @Nullable Cell cell(long row, int column);

    /// What stands at the left edge for a row, such as its number counted from 1.
    String label(long row);

    /// The label that takes most room.
    default String widest() {
        return label(Math.max(0, rows() - 1));
    }

    /// These rows, from `first` to before `end`, and columns have come into sight.
    void seen(long first, long end, List<Integer> columns);
}

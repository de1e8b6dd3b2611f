package cotejo.ui.compare;

import cotejo.compare.Span;
import java.util.List;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;

/// What a [Matrix] shows: lines with a head and a value in each column.
interface Sheet {

    /// How a value stands to the others.
    enum Mark {
        PLAIN,
        /// All the same: told quietly.
        SAME,
        BEST,
        MISSING
    }

    /// A value as it is shown.
    ///
    /// @param change from the baseline, or empty
    /// @param spans  the parts of the text that differ
    /// @param exact  for hovering and copying
    record Shown(String text, String change, Mark mark, List<Span> spans, String exact) {

        static final Shown NOTHING = new Shown("", "", Mark.SAME, List.of(), "");
    }

    /// The head of a line.
    ///
    /// @param note  told quietly behind the label
    /// @param depth of indentation
    /// @param fold  whether it can be folded and is
    /// @param colour of the run it names as 0xAARRGGBB, or 0
    record Head(String label, String note, int depth, Fold fold, Rank rank, int colour) {
    }

    enum Fold {
        NONE,
        OPEN,
        FOLDED
    }

    enum Rank {
        SECTION,
        BRANCH,
        LINE
    }

    int lines();

    int columns();

    Head head(int line);

    /// The title of a column, and the colour of its run (0 for none).
    Head column(int column);

    Shown value(int line, int column);

    /// A click on the head of a line, or Enter.
    void act(int line);

    @Nullable ContextMenu menu(int line, int column);
}

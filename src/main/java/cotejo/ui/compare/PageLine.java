package cotejo.ui.compare;

import cotejo.compare.Row;
import cotejo.compare.Section;

/// A line of the page of values.
sealed interface PageLine {

    /// The title of a section.
    ///
    /// @param rows    how many rows stand below it
    /// @param differs how many of its rows differ, shown or not
    /// @param total   how many there are
    record Title(Section.Kind kind, int rows, long differs, int total, boolean open) implements PageLine {
    }

    /// A part of dotted keys that several rows have in common.
    ///
    /// @param path of the whole branch, to fold it
    record Branch(String path, String label, int depth, int rows, boolean open) implements PageLine {
    }

    /// A row, or a part of one.
    ///
    /// @param path     to unfold it
    /// @param foldable whether it has parts
    record Values(Section.Kind kind, String path, String label, int depth, Row row, boolean foldable, boolean open)
            implements PageLine {
    }
}

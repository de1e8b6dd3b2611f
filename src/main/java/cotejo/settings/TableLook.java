package cotejo.settings;

import java.util.Map;

/// How the table in a file was looked at last, so that it is looked at so again.
///
/// @param file    where it lies
/// @param columns stands for the names of its columns: with others it is another table
/// @param where   a condition on rows; empty for all
/// @param order   keys to sort by, as text; empty for the order of the file
/// @param shown   numbers of the columns shown, in their order, such as `0-4,7`; empty for all
/// @param pinned  how many of them are pinned
/// @param widths  in pixels, of columns that were given one, by number
public record TableLook(String file, String columns, String where, String order, String shown, double pinned,
        Map<String, Double> widths) {

    /// Looks that are kept, those used least lately left out.
    public static final int MOST = 100;

    public TableLook {
        widths = Map.copyOf(widths);
    }

    /// Whether it is a look at the same table.
    public boolean of(String otherFile, String otherColumns) {
        return file.equals(otherFile) && columns.equals(otherColumns);
    }
}

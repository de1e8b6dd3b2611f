package cotejo.dataset;

import java.util.List;

/// Something in the file that is not as it should be, and that was read all the same.
///
/// @param kind    a word that stands for the kind, such as `ragged`
/// @param count   how often it was met so far
/// @param where   the first place, such as a line number (from 1) for text, a row otherwise; -1 for the whole file
/// @param message one sentence for the person, which names the first place
/// @param places  where it was met first, in order, up to [Oddities#PLACES]; empty where there are no rows to it
public record Oddity(String kind, long count, long where, String message, List<Place> places) {

    /// A place in a text.
    ///
    /// @param line from 1
    /// @param row  the row it is in, from 0
    public record Place(long line, long row) {
    }

    public Oddity {
        places = List.copyOf(places);
    }

    /// One without rows to it.
    public Oddity(String kind, long count, long where, String message) {
        this(kind, count, where, message, List.of());
    }

}

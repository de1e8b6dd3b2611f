package cotejo.dataset;

import org.jspecify.annotations.Nullable;

/// What a file's own statistics say of a leaf; -1 and null where they say nothing.
///
/// @param values how many values, nulls included
/// @param nulls  how many of them are null
/// @param min    the least value; for text it may be cut short
/// @param max    the greatest value; for text it may be cut short
public record KnownFacts(long values, long nulls, @Nullable Value min, @Nullable Value max) {

    public static final KnownFacts NONE = new KnownFacts(-1, -1, null, null);
}

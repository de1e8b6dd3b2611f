package cotejo.dataset.profile;

import cotejo.dataset.Leaf;
import cotejo.dataset.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a column holds, in numbers that all come from one kind of source.
///
/// @param source        where all of the numbers come from
/// @param sampleRows    rows looked at
/// @param count         values looked at, nulls included; for a leaf below a list its elements
/// @param nulls         how many are null; -1 where it is not known
/// @param nan           how many are NaN; -1 where it is not known
/// @param zeros         how many are zero; -1 where it is not known
/// @param others        how many are of another kind than the column, such as words among numbers
/// @param min           the least, NaN left out; null where there is none
/// @param max           the greatest, NaN left out
/// @param mean          of a number a number, of times a time; null where it has no meaning
/// @param std           the sample standard deviation (n - 1); NaN where it has no meaning
/// @param quantiles     by linear interpolation between closest ranks (Hyndman and Fan's type 7, as NumPy)
/// @param distinct      how many different values; -1 where it is not known
/// @param exactness     how the distinct count came about
/// @param top           the most frequent values, most frequent first: 20, of a category all
/// @param topExactness  ESTIMATED when a frequent value may be missing because it first came late
/// @param histogram     over numbers and times, null for others
/// @param textLengths   of text in characters, null for others
/// @param listLengths   of the outermost list, null for leaves that are in none
/// @param truth         true and false counts, null for others
/// @param gap           the widest stretch of time without a value, null where unknown
/// @param category      whether text is a category
public record ColumnProfile(Leaf leaf, Source source, long sampleRows, long count, long nulls, long nan, long zeros,
        long others, @Nullable Value min, @Nullable Value max, @Nullable Value mean, double std,
        List<Quantile> quantiles, long distinct, Exactness exactness, List<Top> top, Exactness topExactness,
        @Nullable Histogram histogram, @Nullable Lengths textLengths, @Nullable Lengths listLengths,
        @Nullable Truth truth, @Nullable Gap gap, Category category) {

    /// Where numbers come from; never mixed in one profile.
    public enum Source {
        FOOTER,
        SAMPLE,
        SCAN
    }

    /// How sure a count is.
    public enum Exactness {
        EXACT,
        /// HyperLogLog with 16,384 registers: 0.8 % standard error.
        ESTIMATED
    }

    /// What kind of text a column of text holds.
    public enum Category {
        CATEGORY,
        TEXT,
        /// Not text, or not known.
        NEITHER
    }

    /// A quantile.
    public record Quantile(double share, Value value) {
    }

    /// A value and how often it comes.
    public record Top(Value value, long count) {
    }

    /// Bins of equal width; bin i reaches from edge i up to before edge i + 1, the last one includes its end.
    public record Histogram(List<Value> edges, long[] counts) {
    }

    /// Lengths, and their histogram with whole numbers as edges.
    public record Lengths(long min, long max, double mean, Histogram histogram) {
    }

    /// True and false.
    public record Truth(long trues, long falses) {
    }

    /// A stretch between two neighbouring values.
    public record Gap(Value from, Value to) {
    }

    /// The rule: a text column is a category when it has at most 10 distinct values, or at most a fifth as many
    /// as rows and fewer than 1,000.
    static Category category(long distinct, long rows) {
        return distinct >= 0 && (distinct <= 10 || distinct <= 0.2 * rows && distinct < 1000) ? Category.CATEGORY
                : Category.TEXT;
    }
}

package cotejo.query;

import java.util.List;

/// What a column holds within a selection of runs, with the condition that a click on each part adds to the filter
/// (by [Filter#addCondition]).
public sealed interface Facet {

    ColumnRef column();

    /// How many runs of the selection have no value here.
    int missing();

    /// The condition that finds the runs without a value.
    default String missingCondition() {
        return column().text() + " IS NULL";
    }

    /// A value and how many runs have it.
    record Entry(String value, int count, String condition) {
    }

    /// Distinct values.
    ///
    /// @param top      the most frequent, the most frequent first
    /// @param distinct how many distinct values there are in all
    /// @param others   how many runs have a value that is not among the top
    record Values(ColumnRef column, List<Entry> top, int distinct, int others, int missing) implements Facet {
    }

    /// A part of a range, from `low` to before `high`; the last one includes `high`.
    record Bin(double low, double high, int count, String condition) {
    }

    /// Numbers.
    ///
    /// @param min      the least finite number; NaN when there is none
    /// @param max      the greatest finite number; NaN when there is none
    /// @param bins     a histogram of the finite numbers with round limits, empty when there are none
    /// @param nan      how many runs have NaN or, for params and tags, text that is no number
    /// @param infinite how many runs have an infinity
    record Range(ColumnRef column, double min, double max, List<Bin> bins, int nan, int infinite, int missing)
            implements Facet {

        /// The condition that finds the runs from one number to another, both included.
        public String condition(double low, double high) {
            return column.text() + " BETWEEN " + Facets.written(column, low) + " AND " + Facets.written(column, high);
        }
    }
}

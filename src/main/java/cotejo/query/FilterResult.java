package cotejo.query;

/// What comes of reading a filter text: the filter, or why it cannot be read.
public sealed interface FilterResult permits Filter, FilterError {
}

package cotejo.query;

import org.jspecify.annotations.Nullable;

/// What the runs of a group share: the value of one column.
///
/// @param value the value as text, or null for the runs that have none
public record GroupPart(ColumnRef column, @Nullable String value) {
}

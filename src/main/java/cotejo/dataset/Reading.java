package cotejo.dataset;

/// What had to be read so far.
///
/// @param bytesRead   bytes taken from the file, those read twice counted twice
/// @param fileBytes   the size of the file, or of all part files
/// @param columnsRead how many columns were touched
/// @param columns     how many there are
/// @param nanos       nanoseconds spent on rows and scans, what is done with the values included: profiles, filters,
///                    sorting; time in which two threads read counts once
public record Reading(long bytesRead, long fileBytes, int columnsRead, int columns, long nanos) {
}

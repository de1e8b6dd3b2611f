package cotejo.dataset;

/// What had to be read so far.
///
/// @param bytesRead   bytes taken from the file, those read twice counted twice
/// @param fileBytes   the size of the file, or of all part files
/// @param columnsRead how many columns were touched
/// @param columns     how many there are
public record Reading(long bytesRead, long fileBytes, int columnsRead, int columns) {
}

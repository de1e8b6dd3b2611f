package cotejo.query;

/// Why a filter text cannot be read.
///
/// @param column  where the trouble starts: an offset into the text, 0-based; the text's length when something is
///                missing at its end
/// @param length  how many characters are in trouble; 0 when something is missing
/// @param message a sentence for people, in their language
public record FilterError(int column, int length, String message) implements FilterResult {
}

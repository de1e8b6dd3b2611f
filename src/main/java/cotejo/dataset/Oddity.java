package cotejo.dataset;

/// Something in the file that is not as it should be, and that was read all the same.
///
/// @param kind    a word that stands for the kind, such as `ragged`
/// @param count   how often it was met so far
/// @param where   the first place, such as a line number (from 1) for text, a row otherwise; -1 for the whole file
/// @param message one sentence for the person, which names the first place
public record Oddity(String kind, long count, long where, String message) {
}

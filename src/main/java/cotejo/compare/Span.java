package cotejo.compare;

/// A part of a text.
///
/// @param start the first character
/// @param end   the one after the last
public record Span(int start, int end) {
}

package cotejo.model;

import org.jspecify.annotations.Nullable;

/// Something in the input that could not be used, said once.
///
/// @param file    the file or folder it is about, as a path the person can find
/// @param line    the 1-based line in it, or 0 when no line is meant
/// @param message one sentence for the person: what is wrong, and what was done about it
public record Problem(String file, int line, String message) {

    /// A problem of a whole file.
    public static Problem of(Object file, String message) {
        return new Problem(file.toString(), 0, message);
    }

    /// The message for an exception: its text, or its kind when it has none.
    public static String describe(Throwable failure) {
        @Nullable String text = failure.getMessage();
        return text == null || text.isBlank()
                ? failure.getClass().getSimpleName()
                : text.lines().findFirst().orElse(text);
    }

    @Override
    public String toString() {
        boolean named = line == 0 && message.contains(file);
        return named ? message : (line > 0 ? file + ":" + line : file) + ": " + message;
    }
}

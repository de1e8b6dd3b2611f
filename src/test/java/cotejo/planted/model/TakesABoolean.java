package cotejo.planted.model;

/// Breaks a rule on purpose: a boolean in a public method.
public final class TakesABoolean {
    public void set(boolean on) {
    }
}

package cotejo.planted.model;

/// Breaks a rule on purpose: neither final nor extended.
public class OpenForNoReason {
}

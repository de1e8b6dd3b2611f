package cotejo.planted.codec;

/// Breaks a rule on purpose: starts a process.
public final class StartsAProcess {
    ProcessBuilder builder;
}

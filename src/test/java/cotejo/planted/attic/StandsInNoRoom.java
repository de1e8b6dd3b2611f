package cotejo.planted.attic;

/// Breaks a rule on purpose: its package is no room.
public final class StandsInNoRoom {
}

package cotejo.planted.model;

import cotejo.planted.query.SecondOfACycle;

/// Breaks a rule on purpose: half of a cycle of rooms.
public final class FirstOfACycle {
    SecondOfACycle other;
}

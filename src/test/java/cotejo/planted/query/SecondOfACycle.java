package cotejo.planted.query;

import cotejo.planted.model.FirstOfACycle;

/// The other half of a cycle of rooms.
public final class SecondOfACycle {
    FirstOfACycle other;
}

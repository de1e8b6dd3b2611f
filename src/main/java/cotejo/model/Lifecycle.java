package cotejo.model;

import java.util.Locale;

/// Whether an experiment or a run is in use or in the trash (MLflow's `lifecycle_stage`).
public enum Lifecycle {
    ACTIVE,
    DELETED;

    /// `deleted` in any case is [#DELETED]; everything else, also nothing, is [#ACTIVE].
    public static Lifecycle parse(String text) {
        return text.strip().toLowerCase(Locale.ROOT).equals("deleted") ? DELETED : ACTIVE;
    }
}

package cotejo.model;

import java.util.Set;

/// What has changed in the workspace, told after the commit that changed it.
public sealed interface Change {

    /// Runs were added, changed or removed.
    record Runs(Set<Long> keys) implements Change {
    }

    /// Points of these runs were added or replaced.
    record Points(Set<Long> runKeys) implements Change {
    }

    /// The list of experiments or their attributes.
    record Experiments() implements Change {
    }

    /// The list of sources or their attributes.
    record Sources() implements Change {
    }

    /// Registered models, versions, stages, aliases.
    record Models() implements Change {
    }

    /// Saved views.
    record Views() implements Change {
    }
}

package cotejo.ui.details;

import java.util.Locale;

/// The parts of a run's details, in the order they are shown.
enum Section {
    OVERVIEW,
    NOTE,
    METRICS,
    PARAMS,
    TAGS,
    DATASETS,
    ARTIFACTS;

    /// texts: details.section.*
    String textKey() {
        return "details.section." + name().toLowerCase(Locale.ROOT);
    }
}

package cotejo.model;

import java.util.Optional;

/// The stage of a model version, MLflow's four (`model_version_stages.py`).
public enum Stage {
    NONE("None"),
    STAGING("Staging"),
    PRODUCTION("Production"),
    ARCHIVED("Archived");

    private final String canonical;

    Stage(String canonical) {
        this.canonical = canonical;
    }

    /// The word MLflow stores and shows.
    public String canonical() {
        return canonical;
    }

    /// Reads a stage in any case; nothing for a word that is none.
    public static Optional<Stage> parse(String text) {
        for (Stage stage : values()) {
            if (stage.canonical.equalsIgnoreCase(text.strip())) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}

package cotejo.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The attributes of a run by which runs can be filtered, sorted and grouped.
public enum RunAttribute {
    RUN_ID("run_id", Kind.TEXT, Dialect.MLFLOW),
    RUN_NAME("run_name", Kind.TEXT, Dialect.MLFLOW),
    USER("user_id", Kind.TEXT, Dialect.MLFLOW),
    STATUS("status", Kind.TEXT, Dialect.MLFLOW),
    ARTIFACT_URI("artifact_uri", Kind.TEXT, Dialect.MLFLOW),
    START("start_time", Kind.TIME, Dialect.MLFLOW),
    END("end_time", Kind.TIME, Dialect.MLFLOW),
    /// From start to end; a run that has not ended has none.
    DURATION("duration", Kind.DURATION, Dialect.COTEJO),
    /// The experiment's name.
    EXPERIMENT("experiment", Kind.TEXT, Dialect.COTEJO),
    /// The experiment's id in its source.
    EXPERIMENT_ID("experiment_id", Kind.TEXT, Dialect.COTEJO),
    STARRED("starred", Kind.FLAG, Dialect.COTEJO),
    HIDDEN("hidden", Kind.FLAG, Dialect.COTEJO),
    /// `deleted` for runs in the trash, alone or with their experiment, else `active`.
    LIFECYCLE("lifecycle", Kind.TEXT, Dialect.COTEJO),
    /// The run id of the parent.
    PARENT("parent", Kind.TEXT, Dialect.COTEJO),
    /// The note, which is the tag `mlflow.note.content`.
    NOTE("note", Kind.TEXT, Dialect.COTEJO);

    /// What an attribute's values are.
    public enum Kind {
        TEXT,
        /// Epoch milliseconds.
        TIME,
        /// Milliseconds.
        DURATION,
        /// `true` or `false`.
        FLAG
    }

    private final String key;
    private final Kind kind;
    private final Dialect since;

    RunAttribute(String key, Kind kind, Dialect since) {
        this.key = key;
        this.kind = kind;
        this.since = since;
    }

    /// Its name in the filter language.
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    boolean numeric() {
        return kind == Kind.TIME || kind == Kind.DURATION;
    }

    boolean in(Dialect dialect) {
        return dialect == Dialect.COTEJO || since == Dialect.MLFLOW;
    }

    /// The attribute of that name or alias, or null. Names are case-sensitive, as in MLflow.
    static @Nullable RunAttribute named(String name, Dialect dialect) {
        RunAttribute found = switch (name) {
            case "created", "Created" -> START;
            case "run name", "Run name", "Run Name" -> RUN_NAME;
            case "name" -> dialect == Dialect.COTEJO ? RUN_NAME : null;
            case "user" -> dialect == Dialect.COTEJO ? USER : null;
            case String other -> List.of(values()).stream().filter(a -> a.key.equals(other)).findAny().orElse(null);
        };
        return found != null && found.in(dialect) ? found : null;
    }
}

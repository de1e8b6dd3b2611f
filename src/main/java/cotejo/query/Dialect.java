package cotejo.query;

/// Which filter language a text is written in.
public enum Dialect {
    /// What MLflow 3.11 accepts for `search_runs`, and nothing else (`mlflow/utils/search_utils.py`).
    MLFLOW,
    /// Our own language: everything MLflow accepts means the same, and more is allowed. See [Filter].
    COTEJO
}

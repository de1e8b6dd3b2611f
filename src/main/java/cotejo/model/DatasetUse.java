package cotejo.model;

/// A dataset as an input of a run.
///
/// @param context what it was used for (`mlflow.data.context`), such as `training`; may be empty
public record DatasetUse(DatasetRef dataset, String context) {
}

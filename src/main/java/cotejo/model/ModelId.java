package cotejo.model;

/// Which registered model is meant.
///
/// @param origin the path of the source it came from; empty for a model of the workspace itself
/// @param name   its name there
public record ModelId(String origin, String name) {

    /// A model of the workspace itself.
    public static ModelId here(String name) {
        return new ModelId("", name);
    }

    public boolean isHere() {
        return origin.isEmpty();
    }
}

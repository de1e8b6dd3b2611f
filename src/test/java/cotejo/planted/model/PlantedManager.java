package cotejo.planted.model;

/// Breaks a rule on purpose: a name that says nothing.
public final class PlantedManager {
}

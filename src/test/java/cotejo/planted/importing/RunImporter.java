package cotejo.planted.importing;

/// Stands for the contract of importers.
public interface RunImporter {
}

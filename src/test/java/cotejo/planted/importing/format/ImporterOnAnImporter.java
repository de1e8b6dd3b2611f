package cotejo.planted.importing.format;

import cotejo.planted.importing.RunImporter;

/// Breaks a rule on purpose: an importer that knows another.
public final class ImporterOnAnImporter implements RunImporter {
    SomeImporter other;
}

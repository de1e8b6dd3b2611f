package cotejo.planted.importing.format;

import cotejo.planted.importing.RunImporter;

/// An importer that another one knows.
final class SomeImporter implements RunImporter {
}

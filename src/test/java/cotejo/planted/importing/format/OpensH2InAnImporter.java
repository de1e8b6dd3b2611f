package cotejo.planted.importing.format;

import org.h2.Driver;

/// Breaks a rule on purpose: H2 outside store.
public final class OpensH2InAnImporter {
    Driver driver;
}

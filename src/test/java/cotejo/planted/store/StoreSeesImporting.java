package cotejo.planted.store;

import cotejo.planted.importing.ImportingSeesUi;

/// Breaks a rule on purpose: store may not see importing.
public final class StoreSeesImporting {
    ImportingSeesUi seen;
}

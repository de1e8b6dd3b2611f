package cotejo.planted.importing.format;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: importing.format may not see store.
public final class FormatSeesStore {
    StoreSeesImporting seen;
}

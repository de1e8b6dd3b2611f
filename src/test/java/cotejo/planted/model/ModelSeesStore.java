package cotejo.planted.model;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: model may not see store.
public final class ModelSeesStore {
    StoreSeesImporting seen;
}

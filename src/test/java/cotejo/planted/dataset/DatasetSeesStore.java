package cotejo.planted.dataset;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: dataset may not see store.
public final class DatasetSeesStore {
    StoreSeesImporting seen;
}

package cotejo.planted.compare;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: compare may not see store.
public final class CompareSeesStore {
    StoreSeesImporting seen;
}

package cotejo.planted.query;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: query may not see store.
public final class QuerySeesStore {
    StoreSeesImporting seen;
}

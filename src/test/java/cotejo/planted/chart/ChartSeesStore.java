package cotejo.planted.chart;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: chart may not see store.
public final class ChartSeesStore {
    StoreSeesImporting seen;
}

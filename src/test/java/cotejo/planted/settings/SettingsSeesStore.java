package cotejo.planted.settings;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: settings may not see store.
public final class SettingsSeesStore {
    StoreSeesImporting seen;
}

package cotejo.planted.artifact;

import cotejo.planted.store.StoreSeesImporting;

/// Breaks a rule on purpose: artifact may not see store.
public final class ArtifactSeesStore {
    StoreSeesImporting seen;
}

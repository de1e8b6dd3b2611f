package cotejo.planted.work;

import cotejo.planted.model.ModelSeesStore;

/// Breaks a rule on purpose: work may not see model.
public final class WorkSeesModel {
    ModelSeesStore seen;
}

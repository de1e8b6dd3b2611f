package cotejo.planted.text;

import cotejo.planted.model.ModelSeesStore;

/// Breaks a rule on purpose: text may not see model.
public final class TextSeesModel {
    ModelSeesStore seen;
}

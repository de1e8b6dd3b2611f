package cotejo.planted.codec;

import cotejo.planted.model.ModelSeesStore;

/// Breaks a rule on purpose: codec may not see model.
public final class CodecSeesModel {
    ModelSeesStore seen;
}

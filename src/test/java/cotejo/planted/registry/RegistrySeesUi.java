package cotejo.planted.registry;

import cotejo.planted.ui.UiSeesCodec;

/// Breaks a rule on purpose: registry may not see ui.
public final class RegistrySeesUi {
    UiSeesCodec seen;
}

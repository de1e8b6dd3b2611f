package cotejo.planted.importing;

import cotejo.planted.ui.UiSeesCodec;

/// Breaks a rule on purpose: importing may not see ui.
public final class ImportingSeesUi {
    UiSeesCodec seen;
}

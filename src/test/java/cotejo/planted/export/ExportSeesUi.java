package cotejo.planted.export;

import cotejo.planted.ui.UiSeesCodec;

/// Breaks a rule on purpose: export may not see ui.
public final class ExportSeesUi {
    UiSeesCodec seen;
}

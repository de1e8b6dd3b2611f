package cotejo.planted.preview;

import cotejo.planted.ui.UiSeesCodec;

/// Breaks a rule on purpose: preview may not see ui.
public final class PreviewSeesUi {
    UiSeesCodec seen;
}

package cotejo.planted.workspace;

import cotejo.planted.ui.UiSeesCodec;

/// Breaks a rule on purpose: workspace may not see ui.
public final class WorkspaceSeesUi {
    UiSeesCodec seen;
}

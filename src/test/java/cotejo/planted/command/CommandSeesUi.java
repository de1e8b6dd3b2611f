package cotejo.planted.command;

import cotejo.planted.ui.UiSeesCodec;

/// Breaks a rule on purpose: command may not see ui.
public final class CommandSeesUi {
    UiSeesCodec seen;
}

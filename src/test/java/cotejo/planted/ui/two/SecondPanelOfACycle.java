package cotejo.planted.ui.two;

import cotejo.planted.ui.one.FirstPanelOfACycle;

/// The other half of a cycle of panels.
public final class SecondPanelOfACycle {
    FirstPanelOfACycle other;
}

package cotejo.planted.ui.one;

import cotejo.planted.ui.two.SecondPanelOfACycle;

/// Breaks a rule on purpose: half of a cycle of panels.
public final class FirstPanelOfACycle {
    SecondPanelOfACycle other;
}

package cotejo.ui.curves;

import javafx.scene.control.ContextMenu;

/// Where a panel stands, and what can be done with it there.
interface PanelHost {

    /// What can be done with it, to be shown at once.
    ContextMenu menu(PanelView panel);

    /// How its axes run, to be shown at once.
    ContextMenu axes(PanelView panel);

    /// Gives it the whole window, or its place back.
    void maximise(Tile tile);

    /// Called once for each panel, so that it can be moved and made larger by hand.
    void install(PanelView panel);
}

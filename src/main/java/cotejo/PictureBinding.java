package cotejo;

import cotejo.command.RenderOptions;
import cotejo.command.ViewRenderer;
import cotejo.ui.ViewRender;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Draws views for commands: headless where no window has started the toolkit yet.
final class PictureBinding implements ViewRenderer {

    @Override
    public List<String> views() {
        return ViewRender.views();
    }

    @Override
    public void render(Workspace workspace, String view, RenderOptions options) throws IOException {
        if (System.getProperty("glass.platform") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        ViewRender.render(workspace, view, options.out(), options.width(), options.height(),
                options.theme().name().toLowerCase(Locale.ROOT), options.locale());
    }
}

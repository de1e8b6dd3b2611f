package cotejo.ui;

import cotejo.dataset.Datasets;
import cotejo.text.Texts;
import cotejo.ui.compare.ComparePanel;
import cotejo.ui.datasets.DatasetsPanel;
import cotejo.ui.models.ModelsPanel;
import cotejo.ui.runs.RunsPanel;
import cotejo.ui.sources.SourcesPanel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The list of all panels, in the order of the rail. A new panel is a package and a line here.
public final class Panels {

    /// Makes a panel when it is first shown.
    @FunctionalInterface
    public interface Opener {
        Panel open(UiContext context, Imports imports);
    }

    /// Whether a panel shows a file that is no store of runs, by its content.
    @FunctionalInterface
    public interface FileTest {
        boolean test(Path file) throws IOException;
    }

    /// A place on the rail.
    ///
    /// @param id    [Panel#id]
    /// @param icon  [Panel#icon]
    /// @param views the states it can be photographed in, its id first; see [Panel#show]
    /// @param takes which dropped files it shows ([Panel#open])
    public record Entry(String id, String icon, List<String> views, Opener opener, FileTest takes) {

        Entry(String id, String icon, List<String> views, Opener opener) {
            this(id, icon, views, opener, file -> false);
        }

        /// The word on the rail.
        public String text() {
            // texts: shell.panel.*
            return Texts.get("shell.panel." + id);
        }
    }

    private Panels() {
    }

    /// All panels the program has.
    public static List<Entry> all() {
        return List.of(
                new Entry("runs", "fth-list", RunsPanel.views(),
                        (context, imports) -> new RunsPanel(context)),
                new Entry("compare", "fth-columns", ComparePanel.views(),
                        (context, imports) -> new ComparePanel(context)),
                new Entry("datasets", "fth-grid", DatasetsPanel.views(),
                        (context, imports) -> new DatasetsPanel(context),
                        file -> Datasets.looksLikeOne(file) && !ModelsPanel.takes(file)),
                new Entry("models", "fth-package", ModelsPanel.views(),
                        (context, imports) -> new ModelsPanel(context),
                        ModelsPanel::takes),
                new Entry("sources", "fth-database", List.of("sources"), SourcesPanel::new));
    }
}

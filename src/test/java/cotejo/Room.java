package cotejo;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A room of the house: a package below the base, what it may see, and why. The table of
/// `src/site/markdown/architecture.md` as data. Every room may see `text` besides; only `ui` and `command` see the
/// composition root in the base package itself.
///
/// @param name    the package below the base, such as `importing.format`
/// @param sees    the rooms it may see; one that is not a leaf includes its sub-packages that are no rooms
/// @param breaker the planted class in this room that sees another
record Room(String name, Set<String> sees, String breaker, String because) {

    static final String ROOT = "";

    static final List<Room> ALL = List.of(
            new Room("text", Set.of(), "TextSeesModel", "texts and numbers are written for everybody, knowing nobody"),
            new Room("model", Set.of(), "ModelSeesStore", "what is talked about does not know who talks about it"),
            new Room("work", Set.of(), "WorkSeesModel", "long work is the same whatever it works on"),
            new Room("codec", Set.of(), "CodecSeesModel", "a reader of a format stands alone and can be tested alone"),
            new Room("settings", Set.of(), "SettingsSeesStore", "settings load before anything else does"),
            new Room("query", Set.of("model", "work"), "QuerySeesStore",
                    "a filter reads columns in memory and asks no database"),
            new Room("analysis", Set.of("model", "work"), "AnalysisSeesChart", "maths knows no toolkit"),
            new Room("artifact", Set.of("model", "work", "codec"), "ArtifactSeesStore",
                    "where a file lies is found without the workspace"),
            new Room("store", Set.of("query", "model", "work", "codec"), "StoreSeesImporting",
                    "the workspace keeps what it is given and does not ask where it came from"),
            new Room("importing", Set.of("store", "model", "work", "codec", "artifact", "importing.format"),
                    "ImportingSeesUi", "an import runs the same from the window and from the command line"),
            new Room("importing.format", Set.of("importing", "model", "codec", "work", "artifact"),
                    "FormatSeesStore", "an importer streams into its sink; where that leads is not its business"),
            new Room("dataset", Set.of("model", "codec", "work"), "DatasetSeesStore",
                    "tabular files are read where they lie, without the workspace"),
            new Room("preview", Set.of("model", "codec", "dataset", "work"), "PreviewSeesUi",
                    "a preview is data; ui draws it and commands print it"),
            new Room("registry", Set.of("store", "model", "work", "codec", "artifact", "preview"), "RegistrySeesUi",
                    "window and command line obey the same rules because they call the same class"),
            new Room("workspace", Set.of("store", "importing", "registry", "artifact", "model", "work"),
                    "WorkspaceSeesUi", "the services of an open workspace are the same for the window and commands"),
            new Room("compare", Set.of("analysis", "artifact", "codec", "dataset", "model", "work"), "CompareSeesStore",
                    "what differs is told from what it is given, the same in the window and in a report"),
            new Room("chart", Set.of("analysis", "model", "query", "work"), "ChartSeesStore",
                    "a chart is drawn from what it is given"),
            new Room("export", Set.of("analysis", "chart", "compare", "dataset", "store", "query", "model", "work"),
                    "ExportSeesUi",
                    "what is exported does not depend on what is on screen"),
            new Room("command", Set.of(ROOT, "analysis", "artifact", "chart", "codec", "compare", "dataset", "export",
                    "importing", "importing.format", "model", "preview", "query", "registry", "settings", "store",
                    "work", "workspace"),
                    "CommandSeesUi", "commands run where there is no toolkit"),
            new Room("ui", Set.of(ROOT, "analysis", "artifact", "chart", "compare", "dataset", "export", "importing",
                    "model", "preview", "query", "registry", "settings", "store", "work", "workspace"),
                    "UiSeesCodec", "the window stands on services; bytes are read behind them"));

    /// The room a package is in, by the longest name that fits; empty outside the base and in the base itself.
    static Optional<Room> of(String base, String packageName) {
        return ALL.stream()
                .filter(room -> (packageName + ".").startsWith(base + "." + room.name() + "."))
                .max((a, b) -> Integer.compare(a.name().length(), b.name().length()));
    }

    boolean mayNotSee(String base, String packageName) {
        if (packageName.equals(base)) {
            return !sees.contains(ROOT);
        }
        if (!packageName.startsWith(base + ".")) {
            return false;
        }
        Optional<Room> room = of(base, packageName);
        return room.isEmpty() || !(room.get().equals(this) || room.get().name().equals("text")
                || sees.contains(room.get().name()));
    }
}

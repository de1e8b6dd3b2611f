package cotejo.importing;

import cotejo.importing.format.MlflowFolder;
import cotejo.importing.format.MlflowSqlite;
import java.util.List;

/// The list of all importers, in the order in which equal claims are ranked. A new format is a file in
/// `importing.format` and a line here.
public final class Importers {

    private Importers() {
    }

    /// All importers the program has.
    public static List<RunImporter> all() {
        return List.of(
                new MlflowFolder(),
                new MlflowSqlite());
    }
}

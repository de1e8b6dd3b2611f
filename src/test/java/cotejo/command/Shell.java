package cotejo.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs commands in this process as a terminal would, on a workspace of the test's own.
final class Shell {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /// What a command left behind.
    record Ended(int exit, String out, String err) {

        JsonNode json() {
            try {
                return MAPPER.readTree(out);
            } catch (IOException noJson) {
                throw new AssertionError(out + err, noJson);
            }
        }
    }

    private final Path workspace;
    private final Front front;
    final Path folder;

    Shell(Path workspace) {
        this(workspace, new Front(Optional.empty(), Optional.empty()));
    }

    Shell(Path workspace, Front front) {
        this.workspace = workspace;
        this.front = front;
        this.folder = Path.of("").toAbsolutePath();
    }

    Ended run(String... args) {
        return run(new Cancel(), Session.Screen.PIPE, args);
    }

    Ended run(Cancel cancel, Session.Screen screen, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("--workspace", workspace.toString()));
        all.addAll(List.of(args));
        Session session = new Session(folder, out, new PrintWriter(err), screen, cancel);
        try (Interruption interruption = new Interruption()) {
            int exit = new Starts(session, interruption, front, Map.of()).run(all);
            return new Ended(exit, out.toString(), err.toString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}

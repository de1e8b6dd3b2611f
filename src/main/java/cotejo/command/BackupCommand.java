package cotejo.command;

import cotejo.store.Backups;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;

/// `cotejo backup`: writes a backup and reads it back.
final class BackupCommand implements Command {

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String example() {
        return "cotejo backup --workspace ~/runs";
    }

    @Override
    public void declare(Declaration declaration) {
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.EXISTING_WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Workspace workspace = host.workspace();
        Backups.Backup backup = Backups.write(workspace.database());
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("file", backup.file().toString()).whole("bytes", backup.bytes())
                        .whole("runs", backup.runs()).whole("files", backup.files()).endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(Texts.get("command.backup.done", backup.file().toString(), backup.runs(),
                    backup.bytes(), backup.files()) + "\n");
        }
        return Exit.DONE;
    }
}

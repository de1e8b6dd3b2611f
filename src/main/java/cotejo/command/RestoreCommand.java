package cotejo.command;

import cotejo.store.Backups;
import cotejo.store.StoreException;
import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `cotejo restore`: puts a backup in the place of the workspace's database, which is kept beside it.
final class RestoreCommand implements Command {

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String example() {
        return "cotejo restore ~/runs/backups/cotejo-20261122-101500-000-backup.zip --workspace ~/runs";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("FILE");
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.CLOSED_WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        switch (host.sharing()) {
            case WITH_WINDOW -> throw Refusal.workspace(Texts.get("command.restore.open",
                    host.folder().path().toString()));
            case ALONE -> { }
        }
        Path backup = session.path(arguments.words().getFirst());
        if (!Files.isRegularFile(backup)) {
            throw Refusal.unreadable(Texts.get("command.restore.missing", backup.toString()));
        }
        Path aside;
        try {
            aside = Backups.restore(host.folder(), backup);
        } catch (StoreException failure) {
            if (failure.kind() == StoreException.Kind.IN_USE) {
                throw failure;
            }
            throw (Refusal) Refusal.unreadable(String.valueOf(failure.getMessage())).initCause(failure);
        }
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("restored", backup.toString())
                        .text("before", Files.exists(aside) ? aside.toString() : null).endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write((Files.exists(aside)
                    ? Texts.get("command.restore.done", backup.toString(), aside.toString())
                    : Texts.get("command.restore.fresh", backup.toString())) + "\n");
        }
        return Exit.DONE;
    }
}

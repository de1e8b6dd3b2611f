package cotejo.command;

import cotejo.model.ModelCard;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.List;

/// `cotejo alias`: lets an alias point to a version, or takes it away.
final class AliasCommand implements Command {

    @Override
    public String name() {
        return "alias";
    }

    @Override
    public String example() {
        return "cotejo alias set diabetes-progression champion 3";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("ACTION").word("MODEL").word("ALIAS").words("NUMBER");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        List<String> words = arguments.words();
        boolean set = words.getFirst().equals("set");
        if (!set && !words.getFirst().equals("delete")) {
            throw Refusal.grammar(Texts.get("command.usage.wrongValue", "ACTION", words.getFirst()));
        }
        if (words.size() != (set ? 4 : 3)) {
            throw Refusal.grammar(set && words.size() < 4 ? Texts.get("command.usage.missing", "NUMBER")
                    : Texts.get("command.usage.unknown", words.getLast()));
        }
        Registry registry = host.workspace().models();
        return ModelWork.of(() -> {
            ModelCard model = registry.find(words.get(1));
            PromoteCommand.tell(model, set ? registry.setAlias(model.id(), words.get(2),
                    registry.version(model, words.get(3)).version(), Registry.me())
                    : registry.deleteAlias(model.id(), words.get(2), Registry.me()), arguments, session);
            return Exit.DONE;
        });
    }
}

package cotejo.command;

import cotejo.model.ModelCard;
import cotejo.registry.Registry;
import java.io.IOException;

/// `cotejo rollback`: takes a move between stages back, as a new event.
final class RollbackCommand implements Command {

    @Override
    public String name() {
        return "rollback";
    }

    @Override
    public String example() {
        return "cotejo rollback diabetes-progression --comment \"worse on new patients\"";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("MODEL").value("--event", "ID").value("--comment", "TEXT");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Registry registry = host.workspace().models();
        return ModelWork.of(() -> {
            ModelCard model = registry.find(arguments.words().getFirst());
            Long event = arguments.text("--event").map(text -> ModelWork.number("--event", text)).orElse(null);
            PromoteCommand.tell(model, registry.promotions().rollback(model.id(), event,
                    arguments.text("--comment").orElse(""), Registry.me()), arguments, session);
            return Exit.DONE;
        });
    }
}

package cotejo.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who does what each [Command] says: the window itself, else the panel that is shown.
final class Commands {

    private final Map<Command, Runnable> own = new EnumMap<>(Command.class);
    private Supplier<Map<Command, Runnable>> panel = Map::of;

    void bind(Command command, Runnable action) {
        own.put(command, action);
    }

    void bindPanel(Supplier<Map<Command, Runnable>> actions) {
        panel = actions;
    }

    boolean available(Command command) {
        return find(command) != null;
    }

    void run(Command command) {
        @Nullable Runnable action = find(command);
        if (action != null) {
            action.run();
        }
    }

    private @Nullable Runnable find(Command command) {
        @Nullable Runnable action = own.get(command);
        return action != null ? action : panel.get().get(command);
    }
}

package cotejo;

import cotejo.command.Front;
import cotejo.command.Terminal;
import java.util.List;
import java.util.Optional;

/// The entry of the program. It does not extend the toolkit's Application, so that commands run without the toolkit.
public final class Cotejo {

    private Cotejo() {
    }

    public static void main(String[] args) {
        // The window lives on non-daemon threads; the program ends when its start has come to an end.
        System.exit(Terminal.run(List.of(args), window()));
    }

    /// The one place where the window and the drawing of views are bound to the command line.
    private static Front window() {
        return new Front(Optional.of(new WindowBinding()), Optional.of(new PictureBinding()));
    }
}

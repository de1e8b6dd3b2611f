package cotejo.bench;

import cotejo.Cotejo;
import java.util.ArrayList;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Window;

/// How long the board of models takes to show in the program itself: from the press of *Models* to the picture with
/// cards in it, which is counted as painted when the pulse after the one that laid it out begins. Before it the window
/// has stood for some seconds, as it does when a person looks at the runs first. Then back to the runs, and again: five
/// times. Then the window is closed.
///
/// `BoardStartBench [SECONDS] --workspace FOLDER`, where there is a display and no settings of a window are kept;
/// SECONDS is how long the window stands first, 8 if it is not said
public final class BoardStartBench {

    private static final int ROUNDS = 5;
    private static final int MODELS = 3;

    private BoardStartBench() {
    }

    public static void main(String[] arguments) {
        boolean said = arguments[0].matches("[0-9]+");
        Thread watch = new Thread(new Waiting(said ? Integer.parseInt(arguments[0]) : 8), "watch");
        watch.setDaemon(true);
        watch.start();
        Cotejo.main(said ? java.util.Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    }

    /// Starts the watch as soon as there is a toolkit.
    private record Waiting(int seconds) implements Runnable {

        @Override
        public void run() {
            while (true) {
                try {
                    Thread.sleep(5);
                    Platform.runLater(new Start(seconds));
                    return;
                } catch (IllegalStateException notYet) {
                    // The toolkit has not begun.
                } catch (InterruptedException impossible) {
                    return;
                }
            }
        }
    }

    private record Start(int seconds) implements Runnable {

        @Override
        public void run() {
            new Watch(seconds).start();
        }
    }

    private static final class Watch extends AnimationTimer {

        private final long wait;
        private long window;
        private long pressed;
        private boolean cards;
        private int rounds;

        Watch(int seconds) {
            this.wait = seconds * 1_000_000_000L;
        }

        @Override
        public void handle(long now) {
            if (Window.getWindows().isEmpty()) {
                return;
            }
            Scene scene = Window.getWindows().getFirst().getScene();
            if (window == 0 && scene != null && scene.getRoot().lookup(".run-row") != null) {
                window = System.nanoTime();
            } else if (window != 0 && pressed == 0 && System.nanoTime() - window > wait) {
                pressed = System.nanoTime();
                press(scene, MODELS);
            } else if (cards) {
                painted(scene);
            } else if (pressed != 0) {
                Node card = scene.getRoot().lookup(".version-card");
                cards = card != null && card.isVisible() && card.getLayoutBounds().getHeight() > 0;
            }
        }

        private void painted(Scene scene) {
            System.err.println("board painted: " + (System.nanoTime() - pressed) / 1_000_000 + " ms");
            rounds++;
            if (rounds == ROUNDS) {
                stop();
                for (Window open : new ArrayList<>(Window.getWindows())) {
                    open.hide();
                }
                return;
            }
            cards = false;
            pressed = 0;
            window = System.nanoTime() - wait + 1_000_000_000L;
            press(scene, 0);
        }

        private static void press(Scene scene, int place) {
            int at = 0;
            for (Node button : scene.getRoot().lookup(".rail").lookupAll(".toggle-button")) {
                if (at++ == place && button instanceof ToggleButton toggle) {
                    toggle.fire();
                }
            }
        }
    }
}

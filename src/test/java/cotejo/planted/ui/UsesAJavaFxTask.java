package cotejo.planted.ui;

import javafx.concurrent.Task;

/// Breaks a rule on purpose: a task of JavaFX.
public final class UsesAJavaFxTask {
    Task<String> task;
}

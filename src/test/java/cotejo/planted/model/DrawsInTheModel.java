package cotejo.planted.model;

import javafx.scene.Node;

/// Breaks a rule on purpose: JavaFX in the model.
public final class DrawsInTheModel {
    Node node;
}

package cotejo.ui.curves;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

/// What a panel shows below its title.
interface Content extends AutoCloseable {

    /// Always the same node.
    Node node();

    /// Lets it hear the keys of the panel that holds it.
    void attach(Node panel);

    /// Takes over what the panel has become.
    void show(Tile tile);

    /// What the panel owns up to, in a line; may be empty.
    ReadOnlyStringProperty said();

    /// A sentence for those who do not see it.
    ReadOnlyStringProperty spoken();

    /// Begins anew after a failure.
    void again();

    @Override
    void close();
}

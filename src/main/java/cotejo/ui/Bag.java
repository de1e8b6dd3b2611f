package cotejo.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The subscriptions of a view, all given up together when it closes, newest first.
public final class Bag implements AutoCloseable {

    private final Deque<AutoCloseable> held = new ArrayDeque<>();

    public void add(AutoCloseable subscription) {
        held.push(subscription);
    }

    /// Listens to a value for as long as the bag is open.
    public <T extends @Nullable Object> void listen(ObservableValue<T> value, ChangeListener<? super T> listener) {
        value.addListener(listener);
        add(() -> value.removeListener(listener));
    }

    @Override
    public void close() {
        while (!held.isEmpty()) {
            try {
                held.pop().close();
            } catch (Exception failure) {
                LoggerFactory.getLogger(Bag.class).warn("A subscription could not be given up", failure);
            }
        }
    }
}

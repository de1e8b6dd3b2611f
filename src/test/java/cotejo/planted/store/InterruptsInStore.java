package cotejo.planted.store;

/// Breaks a rule on purpose: stops a thread by force.
public final class InterruptsInStore {
    void stop(Thread thread) {
        thread.interrupt();
    }
}

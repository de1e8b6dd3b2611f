package cotejo.dataset;

/// Counts the time in which something was read from a file, by however many threads at once. Safe from any thread.
public final class ReadClock {

    private int readers;
    private long began;
    private long sum;

    /// Reading begins; closing what is given back ends it.
    public synchronized Reader begin() {
        if (readers++ == 0) {
            began = System.nanoTime();
        }
        return this::end;
    }

    private synchronized void end() {
        if (--readers == 0) {
            sum += System.nanoTime() - began;
        }
    }

    /// Nanoseconds so far, those of readers at work included.
    public synchronized long nanos() {
        return sum + (readers > 0 ? System.nanoTime() - began : 0);
    }

    /// One who reads.
    public interface Reader extends AutoCloseable {
        @Override
        void close();
    }
}

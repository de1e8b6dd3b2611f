package cotejo.work;

/// Where long work says how far it is. Calls are cheap and may come from any thread, thousands a second.
@FunctionalInterface
public interface Progress {

    /// For work that nobody watches.
    Progress NONE = (what, done, total) -> { };

    /// @param what  what is being worked on now, such as a file or run name
    /// @param done  units done
    /// @param total units in all, or -1 while unknown
    void report(String what, long done, long total);
}

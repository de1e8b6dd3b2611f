package cotejo.bench;

import cotejo.Cotejo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javafx.application.Platform;

/// Starts the window and tells of every time that its thread was busy for longer than a picture may take, with what it
/// was doing meanwhile. What counts is the processor time of the thread, so that a busy machine does not count.
///
/// `StallBench --workspace FOLDER`, where there is a display; then use the window, or have it used
public final class StallBench {

    private static final long ALLOWED_NANOS = 16_000_000;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final int DEPTH = 60;
    private static final int TOLD = 4;

    private StallBench() {
    }

    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon(true).name("stalls").start(StallBench::watch);
        Cotejo.main(arguments);
    }

    private static void watch() {
        AtomicLong thread = new AtomicLong();
        while (thread.get() == 0) {
            LockSupport.parkNanos(20_000_000);
            try {
                Platform.runLater(() -> thread.set(Thread.currentThread().threadId()));
            } catch (IllegalStateException notYet) {
                // The toolkit has not begun.
            }
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        AtomicLong answered = new AtomicLong();
        for (long asked = 1;; asked++) {
            long now = asked;
            long began = System.nanoTime();
            long busy = threads.getThreadCpuTime(thread.get());
            Map<String, Integer> doing = new LinkedHashMap<>();
            Platform.runLater(() -> answered.set(now));
            while (answered.get() < now) {
                LockSupport.parkNanos(PAUSE_NANOS);
                ThreadInfo info = threads.getThreadInfo(thread.get(), DEPTH);
                if (info != null) {
                    doing.merge(told(info.getStackTrace()), 1, Integer::sum);
                }
            }
            long took = threads.getThreadCpuTime(thread.get()) - busy;
            if (took > ALLOWED_NANOS) {
                tell(took, System.nanoTime() - began, doing);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void tell(long busy, long whole, Map<String, Integer> doing) {
        System.err.printf("%tT.%<tL stall of %d ms (%d ms by the clock)%n", System.currentTimeMillis(),
                busy / 1_000_000, whole / 1_000_000);
        doing.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(TOLD)
                .forEach(entry -> System.err.printf("  %4d  %s%n", entry.getValue(), entry.getKey()));
    }

    /// The program's own part of a stack, innermost first, with what it called.
    private static String told(StackTraceElement[] stack) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < stack.length && told.size() < 7; i++) {
            if (stack[i].getClassName().startsWith("cotejo.")) {
                if (told.isEmpty() && i > 0) {
                    told.add(frame(stack[i - 1]));
                }
                told.add(frame(stack[i]));
            }
        }
        if (told.isEmpty()) {
            return java.util.Arrays.stream(stack).limit(14).map(StallBench::frame).collect(Collectors.joining(" < "));
        }
        return String.join(" < ", told);
    }

    private static String frame(StackTraceElement at) {
        String name = at.getClassName();
        return name.substring(name.lastIndexOf('.') + 1) + "." + at.getMethodName() + ":" + at.getLineNumber();
    }
}

package cotejo.model;

import java.util.Locale;

/// The status of a run, by MLflow's names and numbers (`entities/run_status.py`).
public enum RunStatus {
    RUNNING(1),
    SCHEDULED(2),
    FINISHED(3),
    FAILED(4),
    KILLED(5),
    /// The source says something else, or nothing that can be read.
    UNKNOWN(0);

    private final int code;

    RunStatus(int code) {
        this.code = code;
    }

    /// MLflow's number for this status; 0 for [#UNKNOWN].
    public int code() {
        return code;
    }

    /// True once the run has ended, whichever way.
    public boolean terminated() {
        return this == FINISHED || this == FAILED || this == KILLED;
    }

    /// Reads a status written as a number or as a word in any case; anything else is [#UNKNOWN].
    public static RunStatus parse(String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        for (RunStatus status : values()) {
            if (status.name().equals(word) || Integer.toString(status.code).equals(word)) {
                return status;
            }
        }
        return UNKNOWN;
    }
}

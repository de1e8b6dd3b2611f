package cotejo.ui;

import cotejo.model.Problem;
import java.util.ArrayList;
import java.util.List;

/// Keeps what a person would have been told.
public class Told implements Notices {

    /// Everything, in order.
    public final List<String> all = new ArrayList<>();
    public final List<String> infos = new ArrayList<>();
    public final List<String> undoables = new ArrayList<>();
    /// With what caused them.
    public final List<String> failures = new ArrayList<>();

    @Override
    public void info(String text) {
        infos.add(text);
        all.add(text);
    }

    @Override
    public void undoable(String text) {
        undoables.add(text);
        all.add(text);
    }

    @Override
    public void failed(String text, Throwable details) {
        failures.add(text + ": " + details);
        all.add(text);
    }

    @Override
    public void problems(String text, List<Problem> problems) {
        failures.add(text);
        all.add(text);
    }
}

package cotejo.ui;

import cotejo.model.Problem;
import java.util.List;

/// Tells the person what has happened, once, without getting in the way.
public interface Notices {

    /// Something went well, in a sentence.
    void info(String text);

    /// Something went well and can be taken back: shown with an Undo button for a while.
    void undoable(String text);

    /// Something failed: a sentence, with the details (a stack trace, for reports) behind a click.
    void failed(String text, Throwable details);

    /// Some of the input had problems: a sentence, with the list behind a click.
    void problems(String text, List<Problem> problems);
}

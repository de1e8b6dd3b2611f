package cotejo.command;

/// A command cannot go on; the message is the one sentence for the person.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;
    private final boolean grammar;

    private Refusal(int exit, String sentence, boolean grammar) {
        super(sentence);
        this.exit = exit;
        this.grammar = grammar;
    }

    private Refusal(int exit, String sentence) {
        this(exit, sentence, false);
    }

    static Refusal usage(String sentence) {
        return new Refusal(Exit.USAGE, sentence);
    }

    /// A word or option is wrong or missing: what may stand there is in the help of the command, which is named.
    static Refusal grammar(String sentence) {
        return new Refusal(Exit.USAGE, sentence, true);
    }

    static Refusal unreadable(String sentence) {
        return new Refusal(Exit.UNREADABLE, sentence);
    }

    static Refusal workspace(String sentence) {
        return new Refusal(Exit.WORKSPACE, sentence);
    }

    int exit() {
        return exit;
    }

    /// The sentence, followed by the help of this command where that says what may stand there.
    String sentence(String command) {
        String said = String.valueOf(getMessage());
        return grammar ? said + " " + Grammar.seeHelp(command) : said;
    }
}

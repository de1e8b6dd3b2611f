package cotejo.command;

/// A command cannot go on; the message is the one sentence for the person.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exit;

    private Refusal(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    static Refusal usage(String sentence) {
        return new Refusal(Exit.USAGE, sentence);
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
}

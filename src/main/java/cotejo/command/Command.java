package cotejo.command;

import java.io.IOException;

/// One command of the command line. It holds no state.
interface Command {

    /// The word it is called by.
    String name();

    /// A line to learn from, shown by `--help`.
    String example();

    /// Says which options and words it takes.
    void declare(Declaration declaration);

    /// What it needs of the workspace when called like this. Unless a command says otherwise it reads: a workspace that
    /// was named must be there, since a mistyped name would be answered with nothing; the usual one may be new.
    default Need need(Arguments arguments) {
        return arguments.has("--workspace") ? Need.EXISTING_WORKSPACE : Need.WORKSPACE;
    }

    /// Does it.
    ///
    /// @return one of [Exit]
    /// @throws Refusal     when it cannot go on
    /// @throws IOException when a file cannot be read or written; the message names it
    int run(Arguments arguments, Session session, Host host) throws IOException;

    /// What a command needs.
    enum Need {
        /// No workspace at all.
        NOTHING,
        /// The workspace, here or in the window that has it open.
        WORKSPACE,
        /// The same, and one that nobody has made yet is not made.
        EXISTING_WORKSPACE,
        /// The workspace's folder, open nowhere.
        CLOSED_WORKSPACE
    }
}

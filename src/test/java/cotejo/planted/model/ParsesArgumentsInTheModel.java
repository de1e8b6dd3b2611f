package cotejo.planted.model;

import picocli.CommandLine;

/// Breaks a rule on purpose: picocli outside command.
public final class ParsesArgumentsInTheModel {
    CommandLine line;
}

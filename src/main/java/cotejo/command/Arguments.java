package cotejo.command;

import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What was given to a command: its own options and those common to all, which may stand before its name.
final class Arguments {

    private final List<ParseResult> results;

    private Arguments(List<ParseResult> results) {
        this.results = results;
    }

    static Arguments of(ParseResult root) {
        List<ParseResult> results = new ArrayList<>();
        @Nullable ParseResult next = root;
        while (next != null) {
            results.addFirst(next);
            next = next.subcommand();
        }
        return new Arguments(List.copyOf(results));
    }

    private @Nullable OptionSpec matched(String option) {
        for (ParseResult result : results) {
            OptionSpec spec = result.matchedOption(option);
            if (spec != null) {
                return spec;
            }
        }
        return null;
    }

    boolean has(String option) {
        return matched(option) != null;
    }

    Optional<String> text(String option) {
        OptionSpec spec = matched(option);
        return spec == null ? Optional.empty() : Optional.of(spec.stringValues().getLast());
    }

    List<String> texts(String option) {
        OptionSpec spec = matched(option);
        return spec == null ? List.of() : List.copyOf(spec.stringValues());
    }

    /// The value of an option as a whole number of at least 0.
    Optional<Integer> count(String option) {
        return text(option).map(text -> {
            try {
                int count = Integer.parseInt(text.strip());
                if (count >= 0) {
                    return count;
                }
            } catch (NumberFormatException noNumber) {
                throw wrong(option, text);
            }
            throw wrong(option, text);
        });
    }

    static Refusal wrong(String option, String value) {
        return Refusal.usage(Texts.get("command.usage.wrongValue", option, value));
    }

    /// The words that are no options, in order.
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (PositionalParamSpec positional : results.getFirst().matchedPositionals()) {
            words.addAll(positional.stringValues());
        }
        return words;
    }

    /// The words that are no options, of which there has to be at least one.
    List<String> someWords(String label) {
        List<String> words = words();
        if (words.isEmpty()) {
            throw Refusal.usage(Texts.get("command.usage.missing", label));
        }
        return words;
    }

    boolean json() {
        return has("--json");
    }

    boolean quiet() {
        return has("--quiet");
    }
}

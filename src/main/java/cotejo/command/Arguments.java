package cotejo.command;

import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What was given to a command: its own options and those common to all, which may stand before its name.
final class Arguments {

    private final List<ParseResult> results;
    private final Map<String, String> plainValues;
    private final List<String> plainWords;

    private Arguments(List<ParseResult> results, Map<String, String> plainValues, List<String> plainWords) {
        this.results = results;
        this.plainValues = plainValues;
        this.plainWords = plainWords;
    }

    /// What can be read without a grammar, as most starts of the window can: words, and each of some options at most
    /// once with its value behind it. Reading a grammar takes a twentieth of a second.
    static Optional<Arguments> plain(List<String> args, List<String> withValue) {
        Map<String, String> values = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("-")) {
                words.add(arg);
            } else if (withValue.contains(arg) && i + 1 < args.size() && !args.get(i + 1).startsWith("-")
                    && !values.containsKey(arg)) {
                values.put(arg, args.get(++i));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Arguments(List.of(), values, words));
    }

    static Arguments of(ParseResult root) {
        List<ParseResult> results = new ArrayList<>();
        @Nullable ParseResult next = root;
        while (next != null) {
            results.addFirst(next);
            next = next.subcommand();
        }
        return new Arguments(List.copyOf(results), Map.of(), List.of());
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
        return plainValues.containsKey(option) || matched(option) != null;
    }

    Optional<String> text(String option) {
        OptionSpec spec = matched(option);
        return spec == null ? Optional.ofNullable(plainValues.get(option))
                : Optional.of(spec.stringValues().getLast());
    }

    List<String> texts(String option) {
        OptionSpec spec = matched(option);
        return spec == null ? text(option).map(List::of).orElse(List.of()) : List.copyOf(spec.stringValues());
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
        String shown = value.isBlank() ? "\"" + value + "\"" : value;
        return Refusal.grammar(Texts.get("command.usage.wrongValue", option, shown));
    }

    /// The words that are no options, in order.
    List<String> words() {
        List<String> words = new ArrayList<>(plainWords);
        for (PositionalParamSpec positional : results.isEmpty() ? List.<PositionalParamSpec>of()
                : results.getFirst().matchedPositionals()) {
            words.addAll(positional.stringValues());
        }
        return words;
    }

    /// The words that are no options, of which there has to be at least one.
    List<String> someWords(String label) {
        List<String> words = words();
        if (words.isEmpty()) {
            throw Refusal.grammar(Texts.get("command.usage.missing", label));
        }
        return words;
    }

    /// Refuses values of options that every command takes and that mean nothing: a blank workspace would be the folder
    /// one happens to be in.
    void checkCommon() {
        text("--workspace").filter(String::isBlank).ifPresent(blank -> {
            throw wrong("--workspace", blank);
        });
        text("--locale").filter(name -> !name.matches("(?i)(en|es)([_.@-].*)?")).ifPresent(name -> {
            throw wrong("--locale", name);
        });
    }

    boolean json() {
        return has("--json");
    }

    boolean quiet() {
        return has("--quiet");
    }
}

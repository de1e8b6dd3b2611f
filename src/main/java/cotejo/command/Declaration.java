package cotejo.command;

import cotejo.text.Texts;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Takes down the options and words of one command. Descriptions are texts by the option's name, which means the same
/// wherever it is used.
// texts: command.option.*
// texts: command.word.*
final class Declaration {

    private final CommandSpec spec;

    Declaration(CommandSpec spec) {
        this.spec = spec;
    }

    /// An option without a value.
    Declaration flag(String name) {
        spec.addOption(OptionSpec.builder(name).arity("0").type(boolean.class).description(description(name)).build());
        return this;
    }

    /// An option with one value, given once.
    Declaration value(String name, String label) {
        spec.addOption(OptionSpec.builder(name).arity("1").paramLabel(label).type(String.class)
                .description(description(name)).build());
        return this;
    }

    /// An option with one value that may be given many times.
    Declaration values(String name, String label) {
        spec.addOption(OptionSpec.builder(name).arity("1").paramLabel(label).type(List.class)
                .auxiliaryTypes(String.class).description(description(name)).build());
        return this;
    }

    /// A word that has to be there, at its place.
    Declaration word(String label) {
        return words(label, Integer.toString(spec.positionalParameters().size()), "1");
    }

    /// Any number of words from here on.
    Declaration words(String label) {
        return words(label, spec.positionalParameters().size() + "..*", "0..*");
    }

    private Declaration words(String label, String index, String arity) {
        spec.addPositional(PositionalParamSpec.builder().index(index).arity(arity).required(!arity.startsWith("0"))
                .paramLabel(label).type(List.class)
                .auxiliaryTypes(String.class)
                .description(Texts.get("command.word." + label.toLowerCase(java.util.Locale.ROOT))).build());
        return this;
    }

    private static String description(String name) {
        return Texts.get("command.option." + name.substring(2));
    }
}

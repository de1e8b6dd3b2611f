package cotejo.command;

import cotejo.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The grammar of the command line, built from what the commands declare.
// texts: command.help.*
final class Grammar {

    /// How picocli says that an option without a value was given one.
    private static final Pattern FLAG_WITH_VALUE = Pattern.compile("^option '(-[^' ]+).* should be specified without ");

    private Grammar() {
    }

    /// The parser. With a name only that command is known to it, which starts faster.
    static CommandLine parser(List<Command> commands) {
        CommandSpec root = CommandSpec.create().name("cotejo");
        common(root);
        new Declaration(root).words("PATH");
        for (Command command : commands) {
            root.addSubcommand(command.name(), spec(command));
        }
        head(root, "command.help.cotejo", "cotejo --workspace ~/runs mlruns");
        return new CommandLine(root).setUnmatchedOptionsArePositionalParams(false).setExpandAtFiles(false)
                .setUsageHelpWidth(100);
    }

    private static CommandSpec spec(Command command) {
        CommandSpec spec = CommandSpec.create();
        command.declare(new Declaration(spec));
        spec.name(command.name());
        common(spec);
        head(spec, "command.help." + command.name(), command.example());
        if (command instanceof SelfTestCommand) {
            spec.usageMessage().hidden(true);
        }
        return spec;
    }

    private static void common(CommandSpec spec) {
        new Declaration(spec).value("--workspace", "DIR").flag("--json").flag("--quiet").value("--locale", "LANG")
                .flag("--debug");
        spec.addOption(OptionSpec.builder("--help", "-h").usageHelp(true).arity("0").type(boolean.class)
                .description(Texts.get("command.option.help")).build());
        spec.addOption(OptionSpec.builder("--version").versionHelp(true).arity("0").type(boolean.class)
                .description(Texts.get("command.option.version")).build());
    }

    private static void head(CommandSpec spec, String key, String example) {
        spec.usageMessage().description(Texts.get(key).replace("%", "%%")).descriptionHeading("%n")
                .synopsisHeading(Texts.get("command.help.usage") + " ")
                .parameterListHeading("%n").optionListHeading("%n")
                .commandListHeading("%n" + Texts.get("command.help.commands") + "%n")
                .footerHeading("%n" + Texts.get("command.help.example") + "%n")
                .footer("  " + example.replace("%", "%%"));
    }

    /// What is wrong with the arguments, in one sentence.
    static String sentence(CommandLine.ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String what = switch (wrong) {
            case CommandLine.UnmatchedArgumentException unmatched ->
                Texts.get("command.usage.unknown", String.join(" ", unmatched.getUnmatched()));
            case CommandLine.MissingParameterException missing
                    when missing.getMissing().stream().allMatch(OptionSpec.class::isInstance) ->
                Texts.get("command.usage.wantsValue", String.join(" ", missing.getMissing().stream()
                        .map(Grammar::label).toList()));
            case CommandLine.MissingParameterException missing ->
                Texts.get("command.usage.missing", String.join(" ", missing.getMissing().stream()
                        .map(Grammar::label).toList()));
            case CommandLine.OverwrittenOptionException twice ->
                Texts.get("command.usage.twice", label(twice.getOverwritten()));
            case CommandLine.ParameterException other -> {
                String message = String.valueOf(other.getMessage()).lines().findFirst().orElse("");
                Matcher flag = FLAG_WITH_VALUE.matcher(message);
                yield flag.find() ? Texts.get("command.usage.takesNoValue", flag.group(1)) : message;
            }
        };
        return what + " " + seeHelp(command);
    }

    /// Where to read what can be written.
    static String seeHelp(String command) {
        return Texts.get("command.usage.seeHelp", command);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /// The language asked for by `--locale`, else by the environment.
    static Locale locale(List<String> args, java.util.Map<String, String> environment) {
        int at = args.indexOf("--locale");
        String wanted = at >= 0 && at + 1 < args.size() ? args.get(at + 1)
                : args.stream().filter(a -> a.startsWith("--locale=")).map(a -> a.substring(9)).findFirst().orElse("");
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            if (wanted.isBlank()) {
                wanted = environment.getOrDefault(name, "");
            }
        }
        if (wanted.isBlank()) {
            return Locale.getDefault();
        }
        int end = wanted.indexOf('.');
        return Locale.forLanguageTag((end < 0 ? wanted : wanted.substring(0, end)).replace('_', '-'));
    }
}

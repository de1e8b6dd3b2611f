package cotejo.command;

import java.util.List;
import java.util.Optional;

/// The list of all commands, in the order of `cotejo --help`. A new command is a file and a line here.
final class Commands {

    private static final List<Command> ALL = List.of(new ImportCommand(), new ExperimentsCommand(), new RunsCommand(),
            new RunCommand(), new MetricCommand(), new ChartCommand(), new DiffCommand(), new EditCommand(),
            new DeleteCommand(), new SourcesCommand(), new ExportCommand(), new DataCommand(), new ProfileCommand(),
            new SchemaCommand(), new InspectCommand(), new ModelsCommand(), new ModelCommand(), new RegisterCommand(),
            new PromoteCommand(), new AliasCommand(), new HistoryCommand(), new RollbackCommand(),
            new ConvertCommand(), new RenderCommand(), new CheckCommand(), new BackupCommand(), new RestoreCommand(),
            new SelfTestCommand());

    private Commands() {
    }

    static List<Command> all() {
        return ALL;
    }

    static Optional<Command> named(String name) {
        return ALL.stream().filter(command -> command.name().equals(name)).findAny();
    }
}

package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.ModelCard;
import cotejo.model.VersionCard;
import cotejo.registry.Lineage;
import cotejo.registry.Registry;
import cotejo.text.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `cotejo models`: lists registered models and their versions, and which of them came from a dataset or stand in a
/// stage; orders the stages.
final class ModelsCommand implements Command {

    @Override
    public String name() {
        return "models";
    }

    @Override
    public String example() {
        return "cotejo models --trained-on diabetes --json";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.value("--trained-on", "DATASET").value("--in-stage", "STAGE").value("--stages", "S,…")
                .flag("--deleted").value("--format", "FORMAT");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        Registry registry = host.workspace().models();
        return ModelWork.of(() -> {
            arguments.text("--stages").ifPresent(stages -> registry.stages(List.of(stages.split(","))));
            Optional<String> data = arguments.text("--trained-on");
            Optional<String> stage = arguments.text("--in-stage").map(registry::stage);
            if (data.isPresent() || stage.isPresent()) {
                List<Lineage.Way> ways = data.isPresent() ? registry.lineage().trainedOn(data.get(), session.cancel())
                        : registry.lineage().behind(stage.orElseThrow(), session.cancel());
                if (data.isPresent() && stage.isPresent()) {
                    ways = ways.stream().filter(way -> way.version().stage().equals(stage.get())).toList();
                }
                ways(ways, format, session);
            } else {
                all(registry, arguments.has("--deleted") ? registry.all() : registry.models(), format, session);
            }
            return Exit.DONE;
        });
    }

    private static void all(Registry registry, List<ModelCard> models, Rows.Format format, Session session)
            throws IOException {
        if (format == Rows.Format.JSON) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().array("stages");
                for (String stage : registry.stages()) {
                    json.element(stage);
                }
                json.endArray().array("models");
                ModelJson writer = new ModelJson(registry, json, session.cancel());
                for (ModelCard model : models) {
                    writer.model(model);
                }
                json.endArray().endObject();
            }
            return;
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (ModelCard model : models) {
            for (VersionCard version : model.live()) {
                cells.add(List.of(Cell.of(model.name()), Cell.of(Integer.toString(version.version())),
                        Cell.of(version.stage()), Cell.of(String.join(", ", model.aliasesOf(version.version()))),
                        Cell.of(version.runId()), Cell.of(version.description()), Cell.of(model.label())));
            }
            if (model.live().isEmpty()) {
                cells.add(List.of(Cell.of(model.name()), Cell.empty(), Cell.empty(), Cell.empty(), Cell.empty(),
                        Cell.of(model.description()), Cell.of(model.label())));
            }
        }
        new Rows(List.of(Texts.get("command.column.model"), Texts.get("command.column.number"),
                Texts.get("command.column.stage"), Texts.get("command.column.aliases"),
                Texts.get("command.column.run"), Texts.get("command.column.description"),
                Texts.get("command.column.source")), cells).print(format, session);
    }

    private static void ways(List<Lineage.Way> ways, Rows.Format format, Session session) throws IOException {
        if (format == Rows.Format.JSON) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().array("lineage");
                for (Lineage.Way way : ways) {
                    json.object().text("model", way.model().name()).whole("version", way.version().version())
                            .text("stage", way.version().stage())
                            .text("run", way.version().runId().isEmpty() ? null : way.version().runId())
                            .text("experiment", way.experiment().isEmpty() ? null : way.experiment())
                            .array("datasets");
                    for (Lineage.Data data : way.data()) {
                        json.object().text("name", data.name()).text("digest", data.digest())
                                .text("context", data.context()).endObject();
                    }
                    json.endArray().endObject();
                }
                json.endArray().endObject();
            }
            return;
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (Lineage.Way way : ways) {
            cells.add(List.of(Cell.of(String.join(", ", way.data().stream().map(Lineage.Data::name).distinct()
                    .toList())), Cell.of(way.experiment()), Cell.of(way.version().runId()),
                    Cell.of(way.model().name()), Cell.of(Integer.toString(way.version().version())),
                    Cell.of(way.version().stage())));
        }
        new Rows(List.of(Texts.get("command.column.dataset"), Texts.get("command.column.experiment"),
                Texts.get("command.column.run"), Texts.get("command.column.model"),
                Texts.get("command.column.number"), Texts.get("command.column.stage")), cells).print(format, session);
    }
}

package cotejo.command;

import cotejo.importing.ImportReport;
import cotejo.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// The JSON of `import`.
final class ImportJson {

    private ImportJson() {
    }

    static void write(ImportWork work, Writer out) throws IOException {
        try (JsonOut json = JsonOut.to(out)) {
            json.object().array("sources");
            for (ImportReport report : work.reports()) {
                json.line();
                source(report, json);
            }
            json.endArray();
            if (!work.versions().isEmpty()) {
                versions(work.versions(), json);
            }
            problems(work.problems(), json);
            json.endObject();
        }
    }

    private static void versions(List<BundleImport.Done> versions, JsonOut json) throws IOException {
        json.array("versions");
        for (BundleImport.Done version : versions) {
            json.object().text("path", version.path().toString()).text("model", version.model())
                    .whole("version", version.version()).whole("files", version.files())
                    .text("stageAdded", version.addedStage().isEmpty() ? null : version.addedStage())
                    .array("aliasesNotTaken");
            for (String alias : version.notTaken()) {
                json.element(alias);
            }
            json.endArray().endObject();
        }
        json.endArray();
    }

    private static void source(ImportReport r, JsonOut json) throws IOException {
        json.object().text("path", r.path()).text("format", r.format()).text("label", r.label())
                .whole("experiments", r.experiments()).whole("experimentsDeleted", r.experimentsDeleted())
                .whole("runs", r.runs()).whole("runsDeleted", r.runsDeleted()).whole("nestedRuns", r.nestedRuns())
                .whole("params", r.params()).whole("metricKeys", r.metricKeys()).whole("metricPoints", r.metricPoints())
                .whole("tags", r.tags()).whole("artifacts", r.artifacts()).whole("datasets", r.datasets())
                .whole("loggedModels", r.loggedModels()).whole("registeredModels", r.registeredModels())
                .whole("modelVersions", r.modelVersions()).whole("runsAdded", r.runsAdded())
                .whole("runsUpdated", r.runsUpdated()).whole("runsUnchanged", r.runsUnchanged())
                .number("seconds", Math.round(r.seconds() * 1000) / 1000.0).flag("cancelled", r.cancelled());
        problems(r.problems(), json);
        json.endObject();
    }

    static void problems(List<Problem> problems, JsonOut json) throws IOException {
        json.array("problems");
        for (Problem problem : problems) {
            json.object().text("file", problem.file()).whole("line", problem.line()).text("message", problem.message())
                    .endObject();
        }
        json.endArray();
    }
}

package cotejo.command;

import cotejo.artifact.ArtifactTree;
import cotejo.artifact.RunArtifacts;
import cotejo.model.DatasetUse;
import cotejo.model.Experiment;
import cotejo.model.LoggedModel;
import cotejo.model.MetricColumn;
import cotejo.model.MetricSummary;
import cotejo.model.Run;
import cotejo.model.RunFrame;
import cotejo.model.StoredFile;
import cotejo.model.TextColumn;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes runs as the JSON that other programs read.
record RunJson(RunFrame frame, JsonOut json) {

    /// A run as an element of a list.
    void write(int row) throws IOException {
        json.object();
        fields(row);
        json.endObject();
    }

    /// The fields of a run in an object that was begun.
    void fields(int row) throws IOException {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        json.text("id", run.id()).text("name", run.name())
                .text("experiment", experiment == null ? null : experiment.name()).text("status", run.status().name())
                .time("start", run.start()).time("end", run.end()).text("parent", run.parentId())
                .text("lifecycle", frame.trashed(row) ? "deleted" : "active")
                .flag("starred", run.starred()).flag("hidden", run.hidden());
        json.object("params");
        for (String key : frame.paramKeys()) {
            text(key, frame.param(key), row);
        }
        json.endObject().object("metrics");
        for (String key : frame.metricKeys()) {
            MetricColumn column = frame.metric(key);
            MetricSummary summary = column == null ? null : column.summary(row);
            if (summary != null) {
                json.object(key);
                summary(summary);
                json.endObject();
            }
        }
        json.endObject().object("tags");
        for (String key : frame.tagKeys()) {
            text(key, frame.tag(key), row);
        }
        json.endObject();
    }

    private void text(String key, @Nullable TextColumn column, int row) throws IOException {
        String value = column == null ? null : column.value(row);
        if (value != null) {
            json.text(key, value);
        }
    }

    private void summary(MetricSummary s) throws IOException {
        json.number("last", s.last()).step("lastStep", s.lastStep()).number("min", s.min()).step("minStep", s.minStep())
                .number("max", s.max()).step("maxStep", s.maxStep()).number("mean", s.mean()).number("first", s.first())
                .whole("count", s.count()).whole("nonFinite", s.nonFinite());
    }

    /// What is told of a single run besides.
    void details(int row, RunFiles files) throws IOException {
        Run run = frame.run(row);
        @Nullable Experiment experiment = frame.experiment(row);
        json.text("source", files.source()).text("experimentId", experiment == null ? null : experiment.id())
                .text("user", run.user().isEmpty() ? null : run.user())
                .text("artifactUri", run.artifactUri().isEmpty() ? null : run.artifactUri());
        json.array("children");
        for (int other = 0; other < frame.size(); other++) {
            Run child = frame.run(other);
            if (child.sourceKey() == run.sourceKey() && run.id().equals(child.parentId())) {
                json.element(child.id());
            }
        }
        json.endArray().array("datasets");
        for (DatasetUse use : frame.datasets(row)) {
            json.object().text("name", use.dataset().name()).text("digest", use.dataset().digest())
                    .text("context", use.context().isEmpty() ? null : use.context())
                    .text("sourceType", use.dataset().sourceType()).text("source", use.dataset().source()).endObject();
        }
        json.endArray();
        json.object("artifacts");
        artifacts(files.artifacts());
        json.array("attached");
        for (StoredFile file : files.attached()) {
            json.object().text("path", file.path()).whole("bytes", file.bytes()).text("sha256", file.sha256())
                    .endObject();
        }
        json.endArray().endObject().array("loggedModels");
        for (Map.Entry<LoggedModel, RunArtifacts> one : files.models().entrySet()) {
            LoggedModel model = one.getKey();
            json.object().text("id", model.id()).text("name", model.name()).text("status", model.status())
                    .object("artifacts");
            artifacts(one.getValue());
            json.endObject().endObject();
        }
        json.endArray();
    }

    private void artifacts(RunArtifacts artifacts) throws IOException {
        json.text("place", artifacts.place())
                .text("rule", artifacts.rule()).text("reason", artifacts.reason()).array("files");
        for (ArtifactTree.Entry file : artifacts.files()) {
            json.object().text("path", file.path()).whole("bytes", file.size()).endObject();
        }
        json.endArray();
    }
}

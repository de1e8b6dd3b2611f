package cotejo.export;

import com.fasterxml.jackson.core.JsonGenerator;
import cotejo.analysis.TwoGroups;
import cotejo.compare.Cause;
import cotejo.compare.ComparedRun;
import cotejo.compare.Groups;
import cotejo.compare.Reality;
import java.io.IOException;
import java.util.List;

/// The fields that answers add to the JSON of a comparison: `groups`, `explain`, `real`. What cannot be said is null.
record AnswerJson(JsonGenerator json) {

    void write(Answers answers) throws IOException {
        json.writeArrayFieldStart("groups");
        for (Groups.Side side : List.of(answers.groups().first(), answers.groups().second())) {
            json.writeStartObject();
            json.writeStringField("name", side.name());
            json.writeArrayFieldStart("runs");
            for (ComparedRun run : side.runs()) {
                json.writeString(run.run().id());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        if (!answers.explained().isEmpty()) {
            json.writeArrayFieldStart("explain");
            for (Answers.Explained one : answers.explained()) {
                explained(one);
            }
            json.writeEndArray();
        }
        if (answers.tested().isPresent()) {
            Answers.Tested tested = answers.tested().get();
            json.writeObjectFieldStart("real");
            json.writeStringField("correction", Answers.id(tested.correction()));
            json.writeArrayFieldStart("metrics");
            for (Reality reality : tested.metrics()) {
                reality(reality);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void explained(Answers.Explained one) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("metric", one.gap().metric());
        number("first", one.gap().firstMean());
        number("second", one.gap().secondMean());
        number("difference", one.gap().secondMean() - one.gap().firstMean());
        json.writeArrayFieldStart("causes");
        for (Cause cause : one.causes()) {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("kind", Answers.id(cause.kind()));
            json.writeStringField("key", cause.key());
            number("strength", cause.strength());
            json.writeStringField("sentence", cause.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void reality(Reality reality) throws IOException {
        TwoGroups groups = reality.groups();
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("metric", reality.metric());
        pair("n", groups.n1(), groups.n2());
        pair("means", groups.mean1(), groups.mean2());
        number("difference", groups.difference());
        pair("ci95", groups.low(), groups.high());
        pair("bootstrap95", groups.bootstrapLow(), groups.bootstrapHigh());
        number("cohenD", groups.cohen());
        number("hedgesG", groups.hedges());
        number("pWelch", groups.welch());
        number("pMannWhitney", groups.mannWhitney());
        number("leastPMannWhitney", groups.leastMannWhitney());
        number("pCorrected", reality.corrected());
        json.writeStringField("answer", Answers.id(reality.answer()));
        json.writeStringField("sentence", reality.sentence());
        json.writeEndObject();
    }

    private void pair(String name, double first, double second) throws IOException {
        json.writeArrayFieldStart(name);
        value(first);
        value(second);
        json.writeEndArray();
    }

    private void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        value(value);
    }

    private void value(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(NumberText.exact(value));
        } else if (Double.isNaN(value)) {
            json.writeNull();
        } else {
            json.writeString(Double.toString(value));
        }
    }
}

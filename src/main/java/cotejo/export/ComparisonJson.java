package cotejo.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import cotejo.compare.ComparedRun;
import cotejo.compare.Comparison;
import cotejo.compare.Row;
import cotejo.compare.Section;
import cotejo.compare.Value;
import cotejo.compare.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The JSON of a comparison: `{"runs":[…],"sections":{"params":[{"key":…,"values":[…],"differs":true}],…}}`. A missing
/// value is null, a non-finite number a string. Every kind of section is there, also without rows.
final class ComparisonJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT).build();

    private final Comparison comparison;
    private final JsonGenerator json;

    private ComparisonJson(Comparison comparison, JsonGenerator json) {
        this.comparison = comparison;
        this.json = json;
    }

    static void write(Comparison comparison, Optional<Answers> answers, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            new ComparisonJson(comparison, json).document(answers);
        }
        out.write("\n");
    }

    private void document(Optional<Answers> answers) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("runs");
        for (int run = 0; run < comparison.runs().size(); run++) {
            run(comparison.runs().get(run), run == comparison.baseline());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("sections");
        for (Section.Kind kind : Section.Kind.values()) {
            json.writeArrayFieldStart(kind.id());
            for (Row row : comparison.rows(kind)) {
                json.writeRaw('\n');
                row(row, kind == Section.Kind.METRICS);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        if (answers.isPresent()) {
            new AnswerJson(json).write(answers.get());
        }
        json.writeEndObject();
    }

    private void run(ComparedRun run, boolean baseline) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", run.run().id());
        json.writeStringField("name", run.run().name());
        json.writeStringField("experiment", run.experiment());
        json.writeStringField("source", run.source());
        json.writeBooleanField("baseline", baseline);
        json.writeEndObject();
    }

    private void row(Row row, boolean metric) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", row.key());
        json.writeArrayFieldStart("values");
        for (Value value : row.values()) {
            value(value, row.unit());
        }
        json.writeEndArray();
        json.writeBooleanField("differs", row.differs());
        if (row.verdict() == Verdict.OPEN) {
            json.writeBooleanField("contentsUnread", true);
        }
        unit(row.unit());
        if (metric) {
            json.writeStringField("direction", row.direction().better().name().toLowerCase(Locale.ROOT));
            json.writeStringField("directionFrom", row.direction().origin().name().toLowerCase(Locale.ROOT));
        }
        if (metric || row.best() >= 0) {
            best(row.best());
        }
        changes(row);
        if (!row.parts().isEmpty()) {
            json.writeArrayFieldStart("parts");
            for (Row part : row.parts()) {
                row(part, false);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void best(int best) throws IOException {
        if (best < 0) {
            json.writeNullField("best");
        } else {
            json.writeNumberField("best", best);
        }
    }

    private void unit(Value.Unit unit) throws IOException {
        switch (unit) {
            case BYTES -> json.writeStringField("unit", "bytes");
            case DURATION -> json.writeStringField("unit", "s");
            case NONE, LITERAL, STEP, TIME -> {
                // A step is a plain number, and a time says what it is.
            }
        }
    }

    private void changes(Row row) throws IOException {
        boolean any = java.util.stream.IntStream.range(0, row.values().size())
                .anyMatch(run -> row.change(run, comparison.baseline()).isPresent());
        if (!any) {
            return;
        }
        double scale = row.unit() == Value.Unit.DURATION ? 1000 : 1;
        json.writeArrayFieldStart("change");
        for (int run = 0; run < row.values().size(); run++) {
            Optional<Row.Change> change = row.change(run, comparison.baseline());
            if (change.isEmpty()) {
                json.writeNull();
            } else {
                json.writeStartObject();
                json.writeFieldName("absolute");
                number(change.get().absolute() / scale);
                json.writeFieldName("percent");
                number(change.get().percent());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void value(Value value, Value.Unit unit) throws IOException {
        switch (value) {
            case Value.Missing _ -> json.writeNull();
            case Value.Text(String text) -> json.writeString(text);
            case Value.Figure(double number) -> {
                switch (unit) {
                    case TIME -> json.writeString(Instant.ofEpochMilli((long) number).toString());
                    case DURATION -> number(number / 1000);
                    case NONE, LITERAL, STEP, BYTES -> number(number);
                }
            }
        }
    }

    private void number(double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(NumberText.exact(number));
        } else {
            json.writeString(Double.toString(number));
        }
    }
}

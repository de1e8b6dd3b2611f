package cotejo.command;

import cotejo.preview.CodeName;
import cotejo.preview.Fact;
import cotejo.preview.ModelFacts;
import cotejo.preview.Signature;
import cotejo.preview.Tensor;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON of `inspect`.
final class InspectJson {

    private InspectJson() {
    }

    static void write(Path file, @Nullable String sha256, ModelFacts facts, Writer out) throws IOException {
        try (JsonOut json = JsonOut.to(out)) {
            json.object().text("file", file.toString()).text("format", facts.format())
                    .text("framework", facts.framework().isEmpty() ? null : facts.framework())
                    .whole("bytes", facts.bytes()).text("sha256", sha256).text("execution", facts.execution().id());
            json.array("imports");
            for (CodeName code : facts.imports()) {
                json.object().text("name", code.name()).text("verdict", code.verdict().id()).endObject();
            }
            json.endArray();
            fields("definition", facts.definition(), json);
            parameters(facts, json);
            json.array("dependencies");
            for (String dependency : facts.dependencies()) {
                json.element(dependency);
            }
            json.endArray();
            json.object("signature");
            ports("inputs", facts.signature().inputs(), json);
            ports("outputs", facts.signature().outputs(), json);
            ports("params", facts.signature().params(), json);
            json.endObject();
            fields("metadata", facts.metadata(), json);
            ImportJson.problems(facts.problems(), json);
            json.endObject();
        }
    }

    private static void parameters(ModelFacts facts, JsonOut json) throws IOException {
        json.object("parameters");
        if (facts.parameters().count() < 0) {
            json.text("count", null);
        } else {
            json.whole("count", facts.parameters().count());
        }
        json.array("tensors");
        for (Tensor tensor : facts.parameters().tensors()) {
            json.line().object().text("name", tensor.name()).text("dtype", tensor.dtype()).array("shape");
            for (long length : tensor.shape()) {
                json.whole(length);
            }
            json.endArray();
            if (tensor.bytes() >= 0) {
                json.whole("bytes", tensor.bytes());
            }
            json.endObject();
        }
        json.endArray().endObject();
    }

    private static void ports(String name, List<Signature.Port> ports, JsonOut json) throws IOException {
        json.array(name);
        for (Signature.Port port : ports) {
            json.object().text("name", port.name()).text("type", port.type()).array("shape");
            for (String length : port.shape()) {
                if (length.matches("\\d{1,18}")) {
                    json.whole(Long.parseLong(length));
                } else {
                    json.element(length);
                }
            }
            json.endArray().flag("required", port.must() == Signature.Need.REQUIRED).endObject();
        }
        json.endArray();
    }

    private static void fields(String name, Fact.Fields fields, JsonOut json) throws IOException {
        json.object(name);
        for (Map.Entry<String, Fact> entry : fields.fields().entrySet()) {
            field(entry.getKey(), entry.getValue(), json);
        }
        json.endObject();
    }

    private static void field(String name, Fact fact, JsonOut json) throws IOException {
        switch (fact) {
            case Fact.Text text -> json.text(name, text.value());
            case Fact.Number number -> json.number(name, number.value());
            case Fact.Whole whole -> json.whole(name, whole.value());
            case Fact.Flag flag -> json.flag(name, flag.value());
            case Fact.Items items -> {
                json.array(name);
                elements(items, json);
                json.endArray();
            }
            case Fact.Fields inner -> fields(name, inner, json);
        }
    }

    private static void elements(Fact.Items items, JsonOut json) throws IOException {
        for (Fact fact : items.items()) {
            switch (fact) {
                case Fact.Text text -> json.element(text.value());
                case Fact.Number number -> json.number(number.value());
                case Fact.Whole whole -> json.whole(whole.value());
                case Fact.Flag flag -> json.element(Boolean.toString(flag.value()));
                case Fact.Items inner -> {
                    json.array();
                    elements(inner, json);
                    json.endArray();
                }
                case Fact.Fields inner -> {
                    json.object();
                    for (Map.Entry<String, Fact> entry : inner.fields().entrySet()) {
                        field(entry.getKey(), entry.getValue(), json);
                    }
                    json.endObject();
                }
            }
        }
    }
}

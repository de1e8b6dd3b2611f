package cotejo.preview;

import cotejo.preview.CodeName.Verdict;
import cotejo.preview.Signature.Port;
import cotejo.text.Figures;
import cotejo.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// PMML: fields, model elements, who made it. Document types and entities of any kind are refused, so that nothing
/// outside is read and nothing multiplies.
final class PmmlReader implements ModelReader {

    private static final int DEEPEST = 1000;
    private static final long MOST = 50_000_000;

    @Override
    public boolean claims(Candidate candidate) {
        String text = candidate.text();
        return text.startsWith("<") && text.matches("(?s)(<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(\\[.*?\\])?>|\\s)*"
                + "<(\\w+:)?PMML[\\s>].*");
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("pmml");
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("entity");
        });
        Document document = new Document(facts);
        try (InputStream in = candidate.blob().stream(0)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                candidate.cancel().check();
                document.event(xml.next(), xml);
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw new IOException(Texts.get("preview.pmml.broken", Integer.toString(line)), broken);
        } finally {
            document.tell();
        }
    }

    /// One document while it is read.
    private static final class Document {
        private final FactsBuilder facts;
        private final Map<String, Integer> models = new LinkedHashMap<>();
        private final List<Port> inputs = new ArrayList<>();
        private final List<Port> outputs = new ArrayList<>();
        private final Map<String, String> types = new LinkedHashMap<>();
        private int depth;
        private int modelDepth;
        private long elements;

        Document(FactsBuilder facts) {
            this.facts = facts;
        }

        void event(int event, XMLStreamReader xml) throws IOException {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST || ++elements > MOST) {
                        throw new IOException(Texts.get("preview.pmml.deep", Figures.count(MOST)));
                    }
                    start(xml.getLocalName(), xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    modelDepth = depth == modelDepth ? 0 : modelDepth;
                    depth--;
                }
                case XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.DTD ->
                    facts.unread(Texts.get("preview.pmml.entity"));
                default -> { }
            }
        }

        private static String attribute(XMLStreamReader xml, String name) {
            @Nullable String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private void start(String element, XMLStreamReader xml) {
            switch (element) {
                case "PMML" -> facts.say("version", attribute(xml, "version"));
                case "Header" -> facts.say("copyright", attribute(xml, "copyright"))
                        .say("description", attribute(xml, "description"));
                case "Application" -> facts.framework((attribute(xml, "name") + " " + attribute(xml, "version"))
                        .strip());
                case "DataField" -> types.put(attribute(xml, "name"), attribute(xml, "dataType"));
                case "MiningField" -> field(xml);
                case "Apply" -> apply(attribute(xml, "function"));
                default -> model(element, xml);
            }
        }

        private void field(XMLStreamReader xml) {
            if (depth != modelDepth + 2) {
                return;
            }
            String name = attribute(xml, "name");
            Port port = Port.required(name, types.getOrDefault(name, "?"), List.of());
            switch (attribute(xml, "usageType")) {
                case "target", "predicted" -> outputs.add(port);
                case "", "active" -> inputs.add(port);
                default -> { }
            }
        }

        /// A function with dots in its name is a Java class that an evaluator would load.
        private void apply(String function) {
            if (function.contains(".")) {
                facts.code(function, Verdict.UNKNOWN);
            }
        }

        private void model(String element, XMLStreamReader xml) {
            boolean model = element.endsWith("Model") || element.endsWith("Network") || element.equals("RuleSet")
                    || element.equals("Scorecard") || element.equals("Segment") || element.equals("Node");
            if (!model) {
                return;
            }
            models.merge(element, 1, Integer::sum);
            if (modelDepth == 0 && depth == 2) {
                modelDepth = depth;
                facts.define("class", element);
                facts.define("name", attribute(xml, "modelName"));
                facts.define("function", attribute(xml, "functionName"));
                facts.define("algorithm", attribute(xml, "algorithmName"));
            }
        }

        void tell() {
            Map<String, Fact> counted = new LinkedHashMap<>();
            models.forEach((element, count) -> counted.put(element, Fact.of(count)));
            facts.define("elements", new Fact.Fields(counted));
            facts.signature(new Signature(inputs, outputs));
        }
    }
}

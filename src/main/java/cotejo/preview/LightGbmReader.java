package cotejo.preview;

import cotejo.preview.Signature.Port;
import cotejo.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// LightGBM's text: a head of keys, a block for each tree, the parameters of the training.
final class LightGbmReader implements ModelReader {

    private static final int LONGEST = 1 << 20;

    @Override
    public boolean claims(Candidate candidate) {
        return candidate.begins("tree\n") || candidate.begins("tree\r\n");
    }

    @Override
    public void read(Candidate candidate, FactsBuilder facts) throws IOException {
        facts.format("lightgbm").framework("LightGBM");
        Map<String, Fact> parameters = new LinkedHashMap<>();
        long trees = 0;
        long leaves = 0;
        boolean ended = false;
        boolean inside = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(candidate.blob().stream(0),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                candidate.cancel().check();
                if (line.startsWith("Tree=")) {
                    trees++;
                } else if (line.startsWith("num_leaves=")) {
                    leaves += whole(line.substring(11));
                } else if (line.equals("end of trees")) {
                    ended = true;
                } else if (line.equals("parameters:")) {
                    inside = true;
                } else if (line.equals("end of parameters")) {
                    inside = false;
                } else if (inside && line.startsWith("[") && line.contains(": ")) {
                    String pair = line.substring(1, line.length() - (line.endsWith("]") ? 1 : 0));
                    int colon = pair.indexOf(": ");
                    parameters.put(pair.substring(0, colon), Fact.of(pair.substring(colon + 2)));
                } else if (trees == 0) {
                    head(line, facts);
                }
            }
        }
        facts.define("class", "gradient boosted trees").define("trees", Fact.of(trees))
                .define("leaves", Fact.of(leaves));
        if (!parameters.isEmpty()) {
            facts.define("parameters", new Fact.Fields(parameters));
        }
        facts.parameters(new Parameters(leaves, List.of(), 0));
        if (!ended) {
            facts.unread(Texts.get("preview.lightgbm.early"));
        }
    }

    private static long whole(String text) {
        return text.strip().matches("\\d{1,12}") ? Long.parseLong(text.strip()) : 0;
    }

    private static void head(String line, FactsBuilder facts) {
        int equals = line.indexOf('=');
        if (equals < 0 || line.length() > LONGEST) {
            return;
        }
        String key = line.substring(0, equals);
        String value = line.substring(equals + 1);
        switch (key) {
            case "version" -> facts.say("version", value);
            case "objective" -> facts.define("objective", value);
            case "num_class" -> facts.define("classes", value);
            case "feature_names" -> {
                List<Port> inputs = new ArrayList<>();
                for (String name : value.split(" ")) {
                    inputs.add(Port.required(name, "double", List.of()));
                }
                facts.signature(new Signature(inputs, List.of()));
            }
            case "max_feature_idx" -> facts.define("features", Fact.of(whole(value) + 1));
            default -> { }
        }
    }
}

package cotejo.command;

import java.io.PrintWriter;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says what this installation is made of, for the check of a packaged one: which Java runs it, and whether the locale
/// data of both languages is aboard. One JSON document of strings; not meant for people, and so without texts.
@Command(name = "selftest", hidden = true)
public final class SelfTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("java.home", System.getProperty("java.home", ""));
        facts.put("java.version", System.getProperty("java.version", ""));
        facts.put("number.en", NumberFormat.getInstance(Locale.ENGLISH).format(1234.5));
        facts.put("number.es", NumberFormat.getInstance(Locale.of("es", "ES")).format(1234.5));
        PrintWriter out = spec.commandLine().getOut();
        String separator = "{";
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            out.print(separator + quoted(fact.getKey()) + ":" + quoted(fact.getValue()));
            separator = ",";
        }
        out.println("}");
        out.flush();
        return 0;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

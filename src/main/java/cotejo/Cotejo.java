package cotejo;

import cotejo.command.SelfTestCommand;
import java.util.Arrays;
import picocli.CommandLine;

/// The entry.
public final class Cotejo {

    private Cotejo() {
    }

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("selftest")) { System.exit(new CommandLine(new SelfTestCommand()).execute()); }
        System.out.println(System.getProperty("java.version") + " " + Arrays.toString(args));
    }
}

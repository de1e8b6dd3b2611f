package cotejo.command;

import cotejo.text.Texts;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.Locale;

/// `cotejo selftest`: what an installed program is made of, for those who build installers. Not shown by `--help`.
final class SelfTestCommand implements Command {

    @Override
    public String name() {
        return "selftest";
    }

    @Override
    public String example() {
        return "cotejo selftest";
    }

    @Override
    public void declare(Declaration declaration) {
    }

    @Override
    public Need need(Arguments arguments) {
        return Need.NOTHING;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        String javafx = javafx();
        String english = NumberFormat.getInstance(Locale.US).format(1234.5);
        String spanish = NumberFormat.getInstance(Locale.of("es")).format(1234.5);
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("cotejo", Version.number()).text("java", Runtime.version().toString())
                            .text("javaHome", System.getProperty("java.home"))
                        .text("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                        .text("javafx", javafx).object("numbers").text("en", english).text("es", spanish).endObject()
                        .text("locale", Texts.locale().toLanguageTag()).endObject();
            }
        } else {
            session.out().write("cotejo " + Version.number() + "\njava " + Runtime.version() + "\njavafx " + javafx
                    + "\nen " + english + "\nes " + spanish + "\n");
        }
        return spanish.equals("1.234,5") && english.equals("1,234.5") ? Exit.DONE : Exit.PROBLEMS;
    }

    private static String javafx() {
        return ModuleLayer.boot().findModule("javafx.graphics")
                .map(module -> module.getDescriptor().rawVersion().orElse("there")).orElse("none");
    }
}

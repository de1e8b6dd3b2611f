package cotejo.command;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `cotejo render`: draws a view of the window as a picture, without a display.
final class RenderCommand implements Command {

    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})[xX×](\\d{2,5})");
    private static final int LARGEST = 16_000;

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String example() {
        return "cotejo render runs --out runs.png --size 1600x1000 --theme dark --locale es";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.words("VIEW").value("--out", "F.png").value("--size", "WxH").value("--theme", "light|dark")
                .flag("--list");
    }

    @Override
    public Need need(Arguments arguments) {
        return arguments.has("--list") ? Need.NOTHING : Need.WORKSPACE;
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        ViewRenderer renderer = host.views().orElseThrow(() -> Refusal.unreadable(Texts.get("command.render.none")));
        if (arguments.has("--list")) {
            return list(arguments, session, renderer);
        }
        List<String> words = arguments.someWords("VIEW");
        String view = words.getFirst();
        if (words.size() > 1 || !renderer.views().contains(view)) {
            throw Refusal.usage(Texts.get("command.render.unknown", String.join(" ", words),
                    String.join(", ", renderer.views())));
        }
        RenderOptions options = options(arguments, session);
        try {
            renderer.render(host.workspace(), view, options);
        } catch (FileSystemException unwritten) {
            throw FileTrouble.writing(options.out(), unwritten);
        }
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().text("view", view).text("file", options.out().toString()).whole("width", options.width())
                        .whole("height", options.height()).endObject();
            }
        } else if (!arguments.quiet()) {
            session.out().write(options.out() + "\n");
        }
        return Exit.DONE;
    }

    private static int list(Arguments arguments, Session session, ViewRenderer renderer) throws IOException {
        if (arguments.json()) {
            try (JsonOut json = JsonOut.to(session.out())) {
                json.object().array("views");
                for (String view : renderer.views()) {
                    json.element(view);
                }
                json.endArray().endObject();
            }
        } else {
            session.out().write(String.join("\n", renderer.views()) + "\n");
        }
        return Exit.DONE;
    }

    private static RenderOptions options(Arguments arguments, Session session) {
        Path out = arguments.text("--out").map(session::path)
                .orElseThrow(() -> Refusal.grammar(Texts.get("command.usage.missing", "--out F.png")));
        String size = arguments.text("--size").orElse("1600x1000");
        Matcher read = SIZE.matcher(size.strip());
        if (!read.matches()) {
            throw Arguments.wrong("--size", size);
        }
        int width = Integer.parseInt(read.group(1));
        int height = Integer.parseInt(read.group(2));
        if (width > LARGEST || height > LARGEST) {
            throw Arguments.wrong("--size", size);
        }
        String asked = arguments.text("--theme").orElse("light");
        String theme = asked.strip().toUpperCase(Locale.ROOT);
        if (!theme.equals("LIGHT") && !theme.equals("DARK")) {
            throw Arguments.wrong("--theme", asked);
        }
        return new RenderOptions(out, width, height, RenderOptions.Theme.valueOf(theme), Texts.locale());
    }
}

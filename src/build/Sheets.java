import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.Stylesheet;

/// Packs the style sheets for a quick start: those named in `rules.txt` become one, `rules.bss`, in their order, and the
/// two of colours one each. `Theme` takes a packed sheet where there is one. Run by the build over the folder of the
/// sheets: `java Sheets.java target/classes/cotejo/css`.
final class Sheets {

    private Sheets() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StringBuilder rules = new StringBuilder();
        for (String name : Files.readAllLines(folder.resolve("rules.txt"))) {
            rules.append(Files.readString(folder.resolve(name + ".css"))).append('\n');
        }
        Path all = Files.createTempFile("cotejo", ".css");
        try {
            Files.writeString(all, rules);
            pack(all.toFile(), folder.resolve("rules.bss").toFile());
        } finally {
            Files.delete(all);
        }
        for (String name : new String[] {"light", "dark"}) {
            pack(folder.resolve(name + ".css").toFile(), folder.resolve(name + ".bss").toFile());
        }
    }

    private static void pack(File source, File target) throws IOException {
        Stylesheet.convertToBinary(source, target);
    }
}

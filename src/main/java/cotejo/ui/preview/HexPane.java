package cotejo.ui.preview;

import cotejo.model.Problem;
import cotejo.preview.Preview;
import cotejo.text.Figures;
import cotejo.text.Texts;
import cotejo.work.Latest;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;

/// The first bytes of a file, sixteen a line: offset, hexadecimal, characters.
final class HexPane extends BorderPane {

    private static final int SHOWN = 256 << 10;

    HexPane(Preview.Hex hex, Executor background, Executor front) {
        ObservableList<String> lines = FXCollections.observableArrayList();
        ListView<String> list = new ListView<>(lines);
        list.getStyleClass().addAll("preview-text", "preview-hex", "edge-to-edge");
        list.setFixedCellSize(18);
        list.setAccessibleText(Texts.get("preview.hex"));
        Label said = new Label(Texts.get(hex.bytes() > SHOWN ? "preview.hex.start" : "preview.hex.all",
                Figures.bytes(Math.min(SHOWN, hex.bytes())), Figures.bytes(hex.bytes())));
        said.getStyleClass().addAll("text-muted", "text-small", "preview-bar");
        setCenter(list);
        setBottom(said);
        new Latest(background, front).submit(cancel -> {
            try (InputStream in = Files.newInputStream(hex.file())) {
                return lines(in.readNBytes(SHOWN));
            }
        }, lines::setAll, failure -> said.setText(Problem.describe(failure)));
    }

    static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += 16) {
            StringBuilder hex = new StringBuilder(String.format("%08x  ", at));
            StringBuilder text = new StringBuilder();
            for (int i = at; i < at + 16; i++) {
                if (i < bytes.length) {
                    hex.append(String.format("%02x ", bytes[i]));
                    text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '·');
                } else {
                    hex.append("   ");
                }
                hex.append(i == at + 7 ? " " : "");
            }
            lines.add(hex + " " + text);
        }
        return lines;
    }
}

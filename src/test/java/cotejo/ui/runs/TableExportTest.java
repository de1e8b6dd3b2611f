package cotejo.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cotejo.export.TableText;
import cotejo.query.ColumnRef;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is copied as the default goes into a spreadsheet, which must not take a text for a formula; numbers stay
/// numbers, and data for programs stays byte for byte.
final class TableExportTest {

    /// What a param holds, and how it reaches a spreadsheet.
    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("-1.5", "-1.5");
        TEXTS.put("1e-5", "1e-5");
        TEXTS.put("-1e-7", "-1e-7");
        TEXTS.put("+3", "+3");
        TEXTS.put("-inf", "-inf");
        TEXTS.put("=SUM(A1:A9)", "'=SUM(A1:A9)");
        TEXTS.put("+x", "'+x");
        TEXTS.put("@a", "'@a");
        TEXTS.put("-2+3", "'-2+3");
        TEXTS.put("plain = text", "plain = text");
    }

    @TempDir
    private Path folder;
    private RunsHouse house;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        house = RunsHouse.inline(folder);
        house.write("vision", writing -> {
            int number = 10;
            for (String text : TEXTS.keySet()) {
                writing.run("run " + number++, null, Map.of("value", text), Map.of("loss", -1.5e-7));
            }
        });
        model = house.model();
        model.change(state -> state.withColumns(List.of(ColumnSpec.of(new ColumnRef.Param("value")),
                ColumnSpec.of(ColumnRef.metric("loss")))));
    }

    @AfterEach
    void close() {
        model.close();
        house.close();
    }

    private List<String> copied(TableText.Format format, String separator) {
        Listing listing = model.listing().get();
        Set<Long> all = IntStream.range(0, listing.frame().size()).mapToObj(row -> listing.frame().run(row).key())
                .collect(Collectors.toSet());
        return new TableExport(listing).text(format, all).lines().skip(1).map(line -> line.split(separator))
                .sorted(Comparator.comparing(cells -> cells[1])).map(cells -> cells[3] + " " + cells[4]).toList();
    }

    @Test
    void whatIsCopiedForASpreadsheetHoldsNoFormulaAndEveryNumber() {
        assertEquals(TEXTS.values().stream().map(text -> text + " -1.5e-7").toList(),
                copied(TableText.Format.TSV, "\t"));
    }

    @Test
    void whatIsCopiedForProgramsIsAsItWasStored() {
        assertEquals(TEXTS.keySet().stream().map(text -> text + " -1.5e-7").toList(),
                copied(TableText.Format.CSV, ","));
    }
}

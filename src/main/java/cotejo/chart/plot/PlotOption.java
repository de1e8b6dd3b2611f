package cotejo.chart.plot;

import cotejo.text.Texts;
import java.util.List;

/// Something a person can choose about a kind of chart.
///
/// @param name    its name in [cotejo.chart.PanelSpec] and on the command line
/// @param choices what can be chosen, for `CHOICE`
/// @param initial what it is when nothing was chosen; empty where the chart finds something fitting by itself
public record PlotOption(String name, Type type, List<String> choices, String initial) {

    /// What an option's value is.
    public enum Type {
        /// A column of the run table, as an operand of the filter language.
        COLUMN,
        /// Several of them, with commas between.
        COLUMNS,
        CHOICE,
        /// A number in the notation of files.
        NUMBER
    }

    public PlotOption {
        choices = List.copyOf(choices);
    }

    static PlotOption column(String name) {
        return new PlotOption(name, Type.COLUMN, List.of(), "");
    }

    static PlotOption columns(String name) {
        return new PlotOption(name, Type.COLUMNS, List.of(), "");
    }

    static PlotOption number(String name, String initial) {
        return new PlotOption(name, Type.NUMBER, List.of(), initial);
    }

    /// The first choice is the one that holds when nothing was chosen.
    static PlotOption choice(String name, String... choices) {
        return new PlotOption(name, Type.CHOICE, List.of(choices), choices[0]);
    }

    /// What it is called on screen.
    public String label() {
        // texts: plots.option.*
        return Texts.get("plots.option." + name);
    }

    /// What one of its choices is called on screen.
    public static String label(String choice) {
        // texts: plots.choice.*
        return Texts.get("plots.choice." + choice);
    }
}

package cotejo.ui.curves;

import cotejo.chart.PanelSpec;
import cotejo.chart.XMode;
import cotejo.chart.YScale;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.PlotOption;
import cotejo.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// How the axes of one panel run: linear, logarithmic or symmetric logarithmic, each by one click, and the way to
/// their ends.
final class AxesMenu {

    private final CurvesViewModel model;
    private final PanelMenu.Editing editing;

    AxesMenu(CurvesViewModel model, PanelMenu.Editing editing) {
        this.model = model;
        this.editing = editing;
    }

    ContextMenu of(Tile tile) {
        ContextMenu menu = new ContextMenu();
        for (String option : List.of(Look.X_SCALE, Look.Y_SCALE)) {
            List<String> choices = choices(tile, option);
            if (!choices.isEmpty()) {
                menu.getItems().addAll(scales(tile, option, choices));
                menu.getItems().add(new SeparatorMenuItem());
            }
        }
        MenuItem whole = PanelMenu.item("curves.panel.whole", "fth-minimize", () -> model.actions().showAll(tile));
        whole.setDisable(!model.actions().zoomed(tile));
        menu.getItems().addAll(PanelMenu.item("curves.axes.ends", "fth-sliders", () -> editing.open(tile)), whole);
        return menu;
    }

    private List<String> choices(Tile tile, String option) {
        PanelSpec spec = tile.spec();
        if (spec.kind() != PanelSpec.Kind.LINE) {
            return PlotKinds.options(spec.kind()).stream().filter(one -> one.name().equals(option)).findFirst()
                    .map(PlotOption::choices).orElse(List.of());
        }
        boolean wall = model.look().of(spec).axis().equals(XMode.WALL.name());
        return option.equals(Look.Y_SCALE) ? Stream.of(YScale.values()).map(Enum::name).toList()
                : wall ? List.of() : List.of(YScale.LINEAR.name(), YScale.LOG.name());
    }

    private List<MenuItem> scales(Tile tile, String option, List<String> choices) {
        ToggleGroup group = new ToggleGroup();
        boolean line = tile.spec().kind() == PanelSpec.Kind.LINE;
        String now = line ? model.look().of(tile.spec()).value(option, choices.getFirst())
                : tile.spec().option(option, choices.getFirst());
        List<MenuItem> items = new ArrayList<>();
        for (String choice : choices) {
            // texts: curves.axes.*
            RadioMenuItem item = new RadioMenuItem(Texts.get("curves.axes." + option, PlotOption.label(choice)));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(choice.equals(now));
            // What a panel of lines does not say, the board says for it.
            item.setOnAction(event -> model.actions().change(tile.spec().with(option,
                    !line && choice.equals(choices.getFirst()) ? "" : choice)));
            items.add(item);
        }
        return items;
    }
}

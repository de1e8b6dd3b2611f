package cotejo.ui.plots;

import cotejo.chart.plot.Hits;
import cotejo.chart.plot.PlotKinds;
import cotejo.chart.plot.PlotPicture;
import cotejo.text.Texts;
import cotejo.ui.Tip;
import java.nio.IntBuffer;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A chart of runs: the picture, a transparent canvas above it for what follows the hand, and remarks below.
final class PlotView extends Region {

    private static final double FOOT = 18;

    private final PlotViewModel model;
    private final ImageView image = new ImageView();
    private final Overlay overlay;
    private final Readout readout = new Readout();
    private final Label notes = new Label();
    private final Label waiting = new Label(Texts.get("plots.loading"));
    private final Label reason = new Label();
    private final VBox trouble = new VBox(8);
    private final InvalidationListener changed = change -> show();
    private final InvalidationListener pointed = change -> pointed();

    PlotView(PlotViewModel model) {
        this.model = model;
        this.overlay = new Overlay(model);
        getStyleClass().add("plot-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setSmooth(false);
        notes.getStyleClass().add("plot-notes");
        waiting.getStyleClass().add("plot-message");
        reason.getStyleClass().add("plot-message");
        reason.setWrapText(true);
        Button retry = new Button(Texts.get("plots.retry"));
        retry.setOnAction(press -> model.start());
        trouble.getStyleClass().add("plot-trouble");
        trouble.getChildren().addAll(reason, retry);
        getChildren().addAll(image, overlay.canvas(), notes, waiting, trouble, readout);
        new PlotGestures(model, this, overlay).install();
        new PlotKeys(model, this, overlay).install();
        model.state().addListener(changed);
        model.linked().hovered().addListener(pointed);
        show();
    }

    void close() {
        model.state().removeListener(changed);
        model.linked().hovered().removeListener(pointed);
    }

    PlotViewModel model() {
        return model;
    }

    private void show() {
        PlotState state = model.state().get();
        waiting.setVisible(state instanceof PlotState.Loading);
        trouble.setVisible(state instanceof PlotState.Failed);
        image.setVisible(state instanceof PlotState.Shown);
        String remarks = "";
        if (state instanceof PlotState.Shown shown) {
            PlotPicture picture = shown.picture();
            image.setImage(new WritableImage(new PixelBuffer<>(picture.width(), picture.height(),
                    IntBuffer.wrap(picture.pixels()), PixelFormat.getIntArgbPreInstance())));
            image.setFitWidth(picture.width() / picture.scale());
            image.setFitHeight(picture.height() / picture.scale());
            remarks = String.join("  ·  ", shown.remarks());
        } else if (state instanceof PlotState.Failed failed) {
            reason.setText(failed.message());
        }
        if (!remarks.equals(notes.getText())) {
            notes.setText(remarks);
            // One below the other: those that are cut off can be read.
            Tip.on(notes, remarks.replace("  ·  ", "\n"));
            requestLayout();
        }
        setAccessibleText(spoken(state));
        overlay.draw();
    }

    private String spoken(PlotState state) {
        String kind = PlotKinds.label(model.spec().kind());
        return switch (state) {
            case PlotState.Loading _ -> kind + ". " + Texts.get("plots.loading");
            case PlotState.Failed failed -> kind + ". " + failed.message();
            case PlotState.Shown shown -> Texts.get("plots.spoken", kind, shown.picture().plot().title(),
                    shown.picture().plot().size(), String.join(". ", shown.remarks()));
        };
    }

    /// Another run is meant, here or in another chart.
    private void pointed() {
        overlay.draw();
        int run = model.hovered();
        @Nullable PlotPicture picture = model.picture();
        if (isFocused() && picture != null) {
            setAccessibleText(run < 0 ? spoken(model.state().get()) : Readout.spoken(picture.plot(), run));
        }
    }

    /// Shows what is meant at a place, or nothing.
    void read(Hits.@Nullable Found found, double x, double y) {
        @Nullable PlotPicture picture = model.picture();
        if (found == null || picture == null) {
            readout.hide();
        } else {
            readout.show(picture.plot(), found, x, y, getWidth(), getHeight());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 480;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 320;
    }

    @Override
    protected void layoutChildren() {
        double foot = notes.getText().isEmpty() ? 0 : FOOT;
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight() - foot);
        image.relocate(0, 0);
        overlay.canvas().setWidth(Math.max(0, width));
        overlay.canvas().setHeight(Math.max(0, height));
        notes.resizeRelocate(8, height, Math.max(0, width - 16), foot);
        waiting.resizeRelocate(0, 0, width, height);
        trouble.resizeRelocate(0, 0, width, height);
        double scale = getScene() == null || getScene().getWindow() == null ? 1
                : getScene().getWindow().getRenderScaleX();
        model.resize((int) Math.max(0, width), (int) Math.max(0, height), scale);
        overlay.draw();
    }
}

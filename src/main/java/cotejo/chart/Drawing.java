package cotejo.chart;

import java.awt.Graphics2D;

/// A chart that can be drawn at any size on any graphics: a picture on screen, PNG, SVG or PDF. Drawing the same twice
/// gives the same.
@FunctionalInterface
public interface Drawing {

    /// Draws it whole, with its background, title and legend, at a size in units of the graphics.
    void draw(Graphics2D g2, double width, double height);

    /// How high it is where that is free: as high as `usual`, or more where legend and remarks would leave too little
    /// room for what they belong to.
    default double height(double width, double usual) {
        return usual;
    }
}

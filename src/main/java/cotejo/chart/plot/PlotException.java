package cotejo.chart.plot;

/// A chart cannot be made as it was asked for; the message says to the person which option is wrong and what to do.
public final class PlotException extends Exception {

    private static final long serialVersionUID = 1;

    public PlotException(String message) {
        super(message);
    }
}

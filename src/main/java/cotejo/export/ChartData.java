package cotejo.export;

import cotejo.analysis.Curve;
import cotejo.analysis.Reduced;
import cotejo.chart.BandSpec;
import cotejo.chart.CurveSpec;
import cotejo.chart.LineChart;
import cotejo.chart.LineOptions;
import cotejo.chart.LineRun;
import cotejo.chart.SeriesReader;
import cotejo.chart.plot.Plot;
import cotejo.chart.plot.PlotTable;
import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.query.ColumnRef;
import cotejo.query.ColumnValues;
import cotejo.query.SeriesAt;
import cotejo.work.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The data of a chart as a table, of one of two kinds that are never mixed up.
///
/// @param rows can be gone through several times; made when they are asked for
public record ChartData(List<String> headers, Iterable<List<Cell>> rows) {

    /// Which data.
    public enum Kind {
        /// What the picture shows: lines after grouping and smoothing, in the chart's window, reduced to its pixels; of
        /// the other charts the points, bars, boxes, bins and cells that are seen.
        DRAWN,
        /// What was stored: every point of every run, with its exact step and time, whatever the picture shows; of the
        /// other charts what every run has in their columns.
        RAW
    }

    /// What the picture shows. Columns: `line`, `metric`, `part` (`line`; `raw`, the line before smoothing; `lower` and
    /// `upper`, the edges of the band; `member` of a group), `x`, `y`. Where there are more points than pixels these
    /// are the first, the least, the greatest and the last of each pixel column, the middle two at its middle. Where
    /// steps are beyond what doubles hold, `x` is the stored step nevertheless.
    ///
    /// @param columns how many pixels the picture is wide
    public static ChartData drawn(LineChart chart, int columns, Cancel cancel) {
        List<String> headers = List.of("line", "metric", "part", "x", "y");
        return new ChartData(headers, () -> chart.lines().stream().flatMap(line -> {
            cancel.check();
            return parts(chart, line, columns);
        }).iterator());
    }

    private static Stream<List<Cell>> parts(LineChart chart, LineChart.Line line, int columns) {
        CurveSpec curve = line.curve();
        boolean member = curve.role() == CurveSpec.Role.MEMBER;
        Stream<List<Cell>> all = points(new Drawn(chart, line, columns), member ? "member" : "line", curve.line());
        if (curve.smoothed() != null) {
            all = Stream.concat(all, points(new Drawn(chart, line, columns), "raw", curve.raw()));
        }
        BandSpec band = curve.band();
        if (band != null) {
            all = Stream.concat(all, Stream.concat(points(new Drawn(chart, line, columns), "lower", band.lower()),
                    points(new Drawn(chart, line, columns), "upper", band.upper())));
        }
        return all;
    }

    private record Drawn(LineChart chart, LineChart.Line line, int columns) {
    }

    private static Stream<List<Cell>> points(Drawn drawn, String part, Curve curve) {
        LineChart.Line line = drawn.line();
        List<Cell> head = List.of(Cell.of(line.curve().name()), Cell.of(line.metric()), Cell.of(part));
        Reduced path = drawn.chart().path(curve, drawn.columns());
        IntFunction<Cell> x = DrawnSteps.of(drawn.chart(), line, curve, path);
        return IntStream.range(0, path.size()).filter(i -> drawn.chart().spec().x().contains(path.x(i)))
                .mapToObj(i -> {
                    List<Cell> row = new ArrayList<>(head);
                    row.add(x.apply(i));
                    row.add(Cell.of(path.y(i)));
                    return row;
                });
    }

    /// What a chart that is not of lines draws, between the ends of its axes.
    public static ChartData drawn(Plot plot, LineOptions.Limits limits) {
        PlotTable table = plot.table(limits);
        return new ChartData(table.headers(), () -> table.rows().stream().map(row -> row.stream().map(item ->
                item.text() != null ? Cell.of(item.text()) : Double.isNaN(item.number()) ? Cell.empty()
                        : Cell.of(item.number())).toList()).iterator());
    }

    /// Single values as bars. Columns: `bar`, `value`.
    public static ChartData bars(List<String> names, List<Double> values) {
        return new ChartData(List.of("bar", "value"), () -> IntStream.range(0, names.size())
                .mapToObj(i -> List.of(Cell.of(names.get(i)), Cell.of(values.get(i)))).iterator());
    }

    /// What was stored. Columns: `run` (its id), `name`, `metric`, `step`, `time` (epoch milliseconds), `value`; points
    /// in stored order.
    ///
    /// The rows throw [UncheckedIOException] where points cannot be read.
    public static ChartData raw(List<String> metrics, RunFrame frame, List<LineRun> runs, SeriesReader reader,
            Cancel cancel) {
        List<String> headers = List.of("run", "name", "metric", "step", "time", "value");
        return new ChartData(headers, () -> metrics.stream().flatMap(metric -> runs.stream().flatMap(run -> {
            cancel.check();
            return stored(metric, frame, run, reader).stream();
        })).iterator());
    }

    private static List<List<Cell>> stored(String metric, RunFrame frame, LineRun run, SeriesReader reader) {
        MetricSeries series;
        try {
            series = reader.read(run.key(), metric);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Cell id = Cell.of(frame.run(frame.row(run.key())).id());
        Cell name = Cell.of(frame.run(frame.row(run.key())).name());
        Cell key = Cell.of(metric);
        return new AbstractList<>() {
            @Override
            public List<Cell> get(int i) {
                Cell step = series.whole() ? Cell.of(Long.toString(series.wholeStep(i))) : Cell.of(series.step(i));
                return List.of(id, name, key, step, Cell.of(Long.toString(series.time(i))),
                        Cell.of(series.value(i)));
            }

            @Override
            public int size() {
                return series.size();
            }
        };
    }

    /// What runs have in the columns of a chart that is not of lines, a row a run. Columns: `run` (its id), `name`, and
    /// the columns as the filter language names them; numbers where all values of a column are.
    ///
    /// @param series asked for metrics at a step
    public static ChartData columns(List<ColumnRef> columns, RunFrame frame, int[] rows, SeriesAt series) {
        List<String> headers = new ArrayList<>(List.of("run", "name"));
        List<IntFunction<Cell>> cells = new ArrayList<>();
        for (ColumnRef column : columns) {
            headers.add(column.text());
            ColumnValues values = ColumnValues.of(column, frame, series);
            boolean numbers = column.numeric() || IntStream.of(rows).filter(values::has)
                    .allMatch(row -> ColumnValues.isNumber(String.valueOf(values.text(row))));
            cells.add(row -> !values.has(row) ? Cell.empty()
                    : numbers ? Cell.of(values.number(row)) : Cell.of(String.valueOf(values.text(row))));
        }
        int[] kept = rows.clone();
        return new ChartData(headers, () -> IntStream.of(kept).mapToObj(row -> {
            List<Cell> line = new ArrayList<>(List.of(Cell.of(frame.run(row).id()), Cell.of(frame.run(row).name())));
            cells.forEach(cell -> line.add(cell.apply(row)));
            return line;
        }).iterator());
    }

    /// How many rows there are, by going through them.
    public long count() {
        long count = 0;
        for (Iterator<List<Cell>> row = rows.iterator(); row.hasNext(); row.next()) {
            count++;
        }
        return count;
    }
}

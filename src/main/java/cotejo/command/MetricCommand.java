package cotejo.command;

import cotejo.export.Cell;
import cotejo.model.MetricColumn;
import cotejo.model.MetricSeries;
import cotejo.model.RunFrame;
import cotejo.text.Texts;
import cotejo.workspace.Workspace;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;

/// `cotejo metric`: all points of one metric of one run, in stored order.
final class MetricCommand implements Command {

    @Override
    public String name() {
        return "metric";
    }

    @Override
    public String example() {
        return "cotejo metric 0a1b2c3d loss --format csv";
    }

    @Override
    public void declare(Declaration declaration) {
        declaration.word("RUN").word("KEY").value("--format", "FORMAT");
    }

    @Override
    public int run(Arguments arguments, Session session, Host host) throws IOException {
        Rows.Format format = Rows.format(arguments);
        String key = arguments.words().get(1);
        Workspace workspace = host.workspace();
        RunFrame frame = workspace.catalog().frame();
        int row = new RunFinder(frame).row(arguments.words().getFirst());
        MetricColumn column = frame.metric(key);
        if (column == null || !column.has(row)) {
            throw Refusal.usage(Texts.get("command.metric.unknown", frame.run(row).name(), key,
                    TerminalTable.plain(String.join(", ", frame.facts(row).metrics().keySet()))));
        }
        MetricSeries series = workspace.series().read(frame.run(row).key(), key);
        if (format == Rows.Format.JSON) {
            json(frame.run(row).id(), key, series, session);
        } else {
            new Rows(List.of("step", "time", "value"), new Points(series)).print(format, session);
        }
        return Exit.DONE;
    }

    private static void json(String run, String key, MetricSeries series, Session session) throws IOException {
        try (JsonOut json = JsonOut.to(session.out())) {
            json.object().text("run", run).text("key", key).array("points");
            for (int i = 0; i < series.size(); i++) {
                json.array();
                if (series.whole()) {
                    json.whole(series.wholeStep(i));
                } else {
                    json.step(series.step(i));
                }
                json.whole(series.time(i)).number(series.value(i)).endArray();
                if ((i & 0xfff) == 0) {
                    session.cancel().check();
                }
            }
            json.endArray().endObject();
        }
    }

    /// The points as rows, made when they are asked for.
    private static final class Points extends AbstractList<List<Cell>> {
        private final MetricSeries series;

        Points(MetricSeries series) {
            this.series = series;
        }

        @Override
        public List<Cell> get(int i) {
            Cell step = series.whole() ? Cell.of(Long.toString(series.wholeStep(i))) : Cell.of(series.step(i));
            return List.of(step, Cell.of(Long.toString(series.time(i))), Cell.of(series.value(i)));
        }

        @Override
        public int size() {
            return series.size();
        }
    }
}

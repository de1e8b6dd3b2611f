package cotejo.command;

import cotejo.compare.FileOfRun;
import cotejo.compare.FileSums;
import cotejo.compare.Known;
import cotejo.query.SeriesAt;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a comparison wants to know besides, for a command that has the time to read it.
final class ReadWhenAsked implements Known {

    private record Point(long run, String metric, double step) {
    }

    private final SeriesAt series;
    private final FileSums sums;
    private final Map<Point, OptionalDouble> read = new HashMap<>();

    ReadWhenAsked(SeriesAt series, FileSums sums) {
        this.series = series;
        this.sums = sums;
    }

    FileSums sums() {
        return sums;
    }

    @Override
    public Optional<String> sha256(FileOfRun file) {
        return sums.known(file);
    }

    @Override
    public OptionalDouble at(long runKey, String metric, double step) {
        return read.computeIfAbsent(new Point(runKey, metric, step), point -> series.at(runKey, metric, step));
    }
}

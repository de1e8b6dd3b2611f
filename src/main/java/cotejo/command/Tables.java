package cotejo.command;

import cotejo.dataset.Dataset;
import cotejo.dataset.Field;
import cotejo.dataset.Oddity;
import cotejo.dataset.Datasets;
import cotejo.dataset.UnreadableData;
import cotejo.dataset.view.Condition;
import cotejo.dataset.view.DataView;
import cotejo.dataset.view.SortKey;
import cotejo.dataset.view.WhereReader;
import cotejo.text.Texts;
import cotejo.work.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What the commands on tabular files share.
final class Tables {

    /// What is worth knowing, but no problem of the input.
    private static final Set<String> HARMLESS = Set.of("checksums", "comment");

    private Tables() {
    }

    static Dataset open(String word, Session session) throws IOException {
        return Datasets.open(session.path(word), session.cancel());
    }

    /// The numbers of the columns named, all of them when none is.
    static int[] columns(Dataset dataset, List<String> names) {
        if (names.isEmpty()) {
            return IntStream.range(0, dataset.columns().size()).toArray();
        }
        List<String> known = dataset.columns().stream().map(Field::name).toList();
        int[] columns = new int[names.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = known.indexOf(names.get(i));
            if (columns[i] < 0) {
                throw unknown(dataset, names.get(i));
            }
        }
        return columns;
    }

    /// The rows that `--where` and `--order-by` ask for.
    static DataView view(Dataset dataset, Arguments arguments, Session session) throws IOException {
        Optional<String> where = arguments.text("--where");
        Optional<String> order = arguments.text("--order-by");
        if (where.isEmpty() && order.isEmpty()) {
            return DataView.all(dataset);
        }
        try {
            Condition condition = where.map(text -> WhereReader.read(dataset.columns(), text)).orElse(null);
            List<SortKey> keys = order.map(text -> WhereReader.order(dataset.columns(), text)).orElse(List.of());
            return DataView.of(dataset, condition, keys, Progress.NONE, session.cancel());
        } catch (WhereReader.Misunderstood wrong) {
            throw Refusal.usage(String.valueOf(wrong.getMessage()));
        }
    }

    static Refusal unknown(Dataset dataset, String name) {
        String some = String.join(", ", dataset.columns().stream().limit(40).map(Field::name).toList());
        return Refusal.usage(Texts.get("command.data.unknownColumn", dataset.file(), name,
                TerminalTable.plain(some)));
    }

    /// The names of an option whose value is a list with commas, a name with a comma given on its own.
    static List<String> names(Dataset dataset, String list) {
        if (dataset.columns().stream().anyMatch(column -> column.name().equals(list))) {
            return List.of(list);
        }
        List<String> names = new ArrayList<>();
        for (String name : list.split(",", -1)) {
            names.add(name.strip());
        }
        return names;
    }

    /// Lists what was odd, and says how the command ends: 1 when some of it is a problem of the input.
    static int end(Dataset dataset, Session session) {
        int exit = Exit.DONE;
        for (Oddity oddity : dataset.oddities()) {
            if (!HARMLESS.contains(oddity.kind())) {
                exit = Exit.PROBLEMS;
                String more = oddity.count() > 1 ? " " + Texts.get("command.data.times",
                        Long.toString(oddity.count())) : "";
                Program.complain(session.err(), oddity.message() + more);
            }
        }
        return exit;
    }

    static void oddities(Dataset dataset, JsonOut json) throws IOException {
        oddities(dataset, Optional.empty(), json);
    }

    /// @param broken what ended reading before its time
    static void oddities(Dataset dataset, Optional<UnreadableData> broken, JsonOut json) throws IOException {
        json.array("problems");
        if (broken.isPresent() && dataset.oddities().stream().noneMatch(oddity -> oddity.message()
                .equals(broken.get().getMessage()))) {
            json.object().text("kind", "broken").whole("count", 1).whole("where", -1)
                    .text("message", broken.get().getMessage()).endObject();
        }
        for (Oddity oddity : dataset.oddities()) {
            json.object().text("kind", oddity.kind()).whole("count", oddity.count()).whole("where", oddity.where())
                    .text("message", oddity.message()).endObject();
        }
        json.endArray();
    }
}

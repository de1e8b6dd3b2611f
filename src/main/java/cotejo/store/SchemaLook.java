package cotejo.store;

import cotejo.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.TypeInfo;
import org.h2.value.Typed;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/// A look at what a database file is made of, before H2 opens it: while opening, H2 compiles and runs what triggers and
/// functions in the file say, even where it opens the file to read only. A workspace or backup from somebody else must
/// not run anything, so only what a workspace of Cotejo is made of passes: plain tables, their keys and numbers.
final class SchemaLook {

    private static final String NAME = "\"[^\"]*\"";

    /// A longer one is of no table of Cotejo's, and would take the matcher deep.
    private static final int LONGEST = 6_000;

    /// Every statement there may be, as H2 writes them down. No call fits into any: the only brackets in a table hold a
    /// length, and the only texts are defaults.
    private static final List<Pattern> PLAIN = List.of(
            Pattern.compile("CREATE CACHED TABLE \"PUBLIC\"\\." + NAME + "\\((?:DEFAULT '(?:[^']|'')*+'|[A-Z_]++"
                    + "|[^A-Z_()'\";$]++|" + NAME + "|\\(\\d+\\))*+\\)"),
            Pattern.compile("CREATE (?:[A-Z ]+ )?(?:INDEX|PRIMARY KEY) \"PUBLIC\"\\." + NAME
                    + " ON \"PUBLIC\"\\." + NAME + "\\((?:[A-Z ,]|" + NAME + ")*+\\)"),
            Pattern.compile("ALTER TABLE \"PUBLIC\"\\." + NAME + " ADD CONSTRAINT \"PUBLIC\"\\." + NAME
                    + "(?:(?! CHECK)[A-Z ,().]|" + NAME + ")*+"),
            Pattern.compile("CREATE SEQUENCE \"PUBLIC\"\\." + NAME + "[A-Z_ 0-9-]*+"),
            Pattern.compile("CREATE USER IF NOT EXISTS " + NAME + " SALT '[0-9a-f]*' HASH '[0-9a-f]*' ADMIN"),
            Pattern.compile("SET [A-Z_]+ \\d+"));

    /// The table of H2 that says what there is: number, head, kind and statement of each thing.
    private static final String WHAT_THERE_IS = "table.0";
    private static final int STATEMENT = 3;
    private static final Typed[] COLUMNS = {() -> TypeInfo.TYPE_INTEGER, () -> TypeInfo.TYPE_INTEGER,
        () -> TypeInfo.TYPE_INTEGER, () -> TypeInfo.TYPE_VARCHAR};

    /// What a database file is found to be.
    enum Finding {
        /// H2 may open it. A file that is not there, or that another program holds, is not judged.
        PLAIN,
        /// H2 may open it, and finds what it held some time ago: what its head names as the last is not in it.
        EARLIER,
        /// H2 must not open it.
        FOREIGN
    }

    private SchemaLook() {
    }

    /// Looks at a database file.
    ///
    /// @throws IOException when it cannot be read
    static Finding at(Path database) throws IOException {
        if (!Files.exists(database) || Files.size(database) == 0) {
            return Finding.PLAIN;
        }
        try (MVStore store = new MVStore.Builder().fileName(database.toString()).readOnly().open()) {
            if (store.hasMap(WHAT_THERE_IS) && !plain(store)) {
                return Finding.FOREIGN;
            }
            long last = DataUtils.readHexLong(store.getStoreHeader(), "version", 0);
            return store.getCurrentVersion() < last ? Finding.EARLIER : Finding.PLAIN;
        } catch (MVStoreException failure) {
            if (failure.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                return Finding.PLAIN;
            }
            throw new IOException(words(failure), failure);
        }
    }

    private static boolean plain(MVStore store) {
        RowFactory rows = RowFactory.getRowFactory().createRowFactory(null, CompareMode.getInstance(null, 0), null,
                COLUMNS, null, false);
        MVMap<Long, VersionedValue<SearchRow>> map = store.openMap(WHAT_THERE_IS,
                new MVMap.Builder<Long, VersionedValue<SearchRow>>().keyType(LongDataType.INSTANCE)
                        .valueType(new VersionedValueType<SearchRow, Object>(rows.getRowDataType())));
        return map.values().stream()
                .allMatch(value -> plain(value.getCurrentValue()) && plain(value.getCommittedValue()));
    }

    private static boolean plain(@Nullable SearchRow row) {
        if (row == null) {
            return true;
        }
        String statement = String.valueOf(row.getValue(STATEMENT).getString()).strip();
        return statement.length() <= LONGEST
                && PLAIN.stream().anyMatch(allowed -> allowed.matcher(statement).matches());
    }

    /// What H2 says, without the number it puts behind.
    private static String words(MVStoreException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").replaceFirst(" \\[[^\\]]*]$", "");
    }

    /// What the workspace's database is before H2 opens it: plain or earlier.
    ///
    /// @throws StoreException when H2 must not open it, or could not
    static Finding require(WorkspaceFolder folder) {
        Path database = folder.databaseFile();
        try {
            Finding finding = at(database);
            if (finding == Finding.FOREIGN) {
                throw new StoreException(StoreException.Kind.UNUSABLE,
                        Texts.get("store.folder.foreign", database.toString()));
            }
            return finding;
        } catch (IOException failure) {
            throw new StoreException(StoreException.Kind.UNUSABLE, Texts.get("store.folder.cannotOpen",
                    database.toString(), Trouble.words(failure), folder.backups().toString()), failure);
        }
    }
}

package cotejo.planted.query;

import java.sql.Connection;

/// Breaks a rule on purpose: SQL outside store.
public final class SpeaksSqlInAQuery {
    Connection connection;
}

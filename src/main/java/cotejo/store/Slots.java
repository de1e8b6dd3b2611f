package cotejo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tables of bytes by run and part. A part is at most half a megabyte: H2 holds a row's bytes in one piece.
final class Slots {

    static final int PART = 1 << 19;
    private static final int FACT_BITS = 12;
    private static final int POINT_BITS = 24;

    private Slots() {
    }

    static long ofFacts(long runKey, int part) {
        return runKey << FACT_BITS | part;
    }

    static long ofPoints(long runKey, int part) {
        return runKey << POINT_BITS | part;
    }

    static long runOfFacts(long slot) {
        return slot >>> FACT_BITS;
    }

    /// Cuts bytes into parts of a run.
    static List<byte[]> cut(byte[] data) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < Math.max(1, data.length); from += PART) {
            parts.add(java.util.Arrays.copyOfRange(data, from, Math.min(data.length, from + PART)));
        }
        return parts;
    }

    static byte[] join(byte[] first, byte[] more) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    /// Writes the parts of a run.
    static void put(Connection connection, String table, long runKey, byte[] data) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?, ?)")) {
            int part = 0;
            for (byte[] piece : cut(data)) {
                insert.setLong(1, ofFacts(runKey, part++));
                insert.setBytes(2, piece);
                insert.executeUpdate();
            }
        }
    }

    /// Writes the parts of a run in place of those that are there.
    static void replace(Connection connection, String table, long runKey, byte[] data) throws SQLException {
        EditStore.range(connection, table, ofFacts(runKey, 0), ofFacts(runKey + 1, 0) - 1);
        put(connection, table, runKey, data);
    }

    /// Reads up to `limit` rows of a table shaped like `facts`, from a run on, as bytes by run.
    static Map<Long, byte[]> page(Connection connection, String table, long fromRun, int limit) throws SQLException {
        Map<Long, byte[]> page = new HashMap<>();
        try (PreparedStatement select = connection
                .prepareStatement("select slot, data from " + table + " where slot >= ? order by slot limit ?")) {
            select.setLong(1, ofFacts(fromRun, 0));
            select.setInt(2, limit);
            long lastRun = -1;
            int rows = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                    lastRun = runOfFacts(row.getLong(1));
                    page.merge(lastRun, row.getBytes(2), Slots::join);
                }
            }
            if (rows == limit && page.size() > 1) {
                page.remove(lastRun);
            } else if (rows == limit) {
                page.put(lastRun, one(connection, table, lastRun));
            }
        }
        return page;
    }

    /// All parts of one run put together; empty when there are none.
    static byte[] one(Connection connection, String table, long runKey) throws SQLException {
        byte[] all = new byte[0];
        try (PreparedStatement select = connection
                .prepareStatement("select data from " + table + " where slot between ? and ? order by slot")) {
            select.setLong(1, ofFacts(runKey, 0));
            select.setLong(2, ofFacts(runKey + 1, 0) - 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all = all.length == 0 ? row.getBytes(1) : join(all, row.getBytes(1));
                }
            }
        }
        return all;
    }
}

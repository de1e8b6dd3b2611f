package cotejo.chart.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Labels that stand beside each other, shortened so that they can still be told apart: their middles are left out, and
/// where that would leave two of them the same, what they have in common is left out instead.
final class ShortLabels {

    /// How often labels that still read the same are looked at more closely.
    private static final int CLOSER = 4;
    private static final String GAP = "…";

    private final Sheet sheet;
    private final double room;
    private final List<String> labels;
    private final String[] shown;

    private ShortLabels(Sheet sheet, List<String> labels, double room) {
        this.sheet = sheet;
        this.room = room;
        this.labels = labels;
        this.shown = labels.stream().map(label -> sheet.shortened(label, room)).toArray(String[]::new);
    }

    /// The labels as they fit into a room of this many pixels each.
    static List<String> of(Sheet sheet, List<String> labels, double room) {
        ShortLabels all = new ShortLabels(sheet, labels, room);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            numbers.add(i);
        }
        all.tellApart(numbers, CLOSER);
        return List.of(all.shown);
    }

    private void tellApart(List<Integer> numbers, int times) {
        Map<String, List<Integer>> alike = new LinkedHashMap<>();
        for (int i : numbers) {
            alike.computeIfAbsent(shown[i], any -> new ArrayList<>()).add(i);
        }
        for (List<Integer> group : alike.values()) {
            if (new HashSet<>(group.stream().map(labels::get).toList()).size() > 1) {
                int head = labels.get(group.getFirst()).length();
                int tail = head;
                int shortest = head;
                for (int i : group) {
                    head = Math.min(head, sameAtStart(labels.get(group.getFirst()), labels.get(i)));
                    tail = Math.min(tail, sameAtEnd(labels.get(group.getFirst()), labels.get(i)));
                    shortest = Math.min(shortest, labels.get(i).length());
                }
                for (int i : group) {
                    String label = labels.get(i);
                    shown[i] = around(label, head, label.length() - Math.min(tail, shortest - head));
                }
                if (times > 1) {
                    tellApart(group, times - 1);
                }
            }
        }
    }

    private static int sameAtStart(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    private static int sameAtEnd(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length()
                && a.charAt(a.length() - 1 - at) == b.charAt(b.length() - 1 - at)) {
            at++;
        }
        return at;
    }

    /// A part of a label, with as much before and behind it as there is room for.
    private String around(String label, int from, int to) {
        String part = cut(label, from, to);
        if (sheet.width(part) > room) {
            double gaps = sheet.width((from > 0 ? GAP : "") + (to < label.length() ? GAP : ""));
            String inner = sheet.shortened(label.substring(from, to), room - gaps);
            return inner.equals(GAP) ? inner
                    : (from > 0 ? GAP : "") + inner + (to < label.length() ? GAP : "");
        }
        int left = from;
        int right = to;
        boolean more = true;
        while (more) {
            more = false;
            if (left > 0 && sheet.width(cut(label, left - 1, right)) <= room) {
                left--;
                more = true;
            }
            if (right < label.length() && sheet.width(cut(label, left, right + 1)) <= room) {
                right++;
                more = true;
            }
        }
        return cut(label, left, right);
    }

    private static String cut(String label, int from, int to) {
        return (from > 0 ? GAP : "") + label.substring(from, to) + (to < label.length() ? GAP : "");
    }
}

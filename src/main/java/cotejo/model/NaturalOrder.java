package cotejo.model;

import java.util.Comparator;

/// Texts with numbers in them as people order them: `layer2` before `layer10`, capitals beside small letters. Equal
/// only for equal texts.
public final class NaturalOrder implements Comparator<String> {

    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {
    }

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char left = a.charAt(i);
            char right = b.charAt(j);
            if (digit(left) && digit(right)) {
                int endOfA = digitsEnd(a, i);
                int endOfB = digitsEnd(b, j);
                int by = numbers(a, i, endOfA, b, j, endOfB);
                if (by != 0) {
                    return by;
                }
                i = endOfA;
                j = endOfB;
            } else {
                int by = left == right ? 0
                        : Character.compare(Character.toLowerCase(left), Character.toLowerCase(right));
                if (by != 0) {
                    return by;
                }
                i++;
                j++;
            }
        }
        int by = Integer.compare(a.length() - i, b.length() - j);
        return by != 0 ? by : a.compareTo(b);
    }

    private static int numbers(String a, int fromA, int endOfA, String b, int fromB, int endOfB) {
        int startOfA = significant(a, fromA, endOfA);
        int startOfB = significant(b, fromB, endOfB);
        int byLength = Integer.compare(endOfA - startOfA, endOfB - startOfB);
        for (int i = 0; byLength == 0 && i < endOfA - startOfA; i++) {
            byLength = Character.compare(a.charAt(startOfA + i), b.charAt(startOfB + i));
        }
        return byLength;
    }

    private static int significant(String text, int from, int end) {
        int start = from;
        while (start < end - 1 && text.charAt(start) == '0') {
            start++;
        }
        return start;
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}

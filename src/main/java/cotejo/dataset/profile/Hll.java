package cotejo.dataset.profile;

/// HyperLogLog (Flajolet et al. 2007) over 64-bit hashes with 2^14 registers, with linear counting for small counts.
final class Hll {

    private static final int BITS = 14;
    private static final int REGISTERS = 1 << BITS;
    private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

    private final byte[] registers = new byte[REGISTERS];

    /// The finaliser of MurmurHash3: every bit of the input moves half of the output.
    static long mix(long x) {
        long h = x + 0x9e3779b97f4a7c15L;
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }

    void add(long hash) {
        int place = (int) (hash >>> (64 - BITS));
        byte rank = (byte) (Long.numberOfLeadingZeros(hash << BITS | 1L << (BITS - 1)) + 1);
        if (rank > registers[place]) {
            registers[place] = rank;
        }
    }

    void merge(Hll other) {
        for (int i = 0; i < REGISTERS; i++) {
            registers[i] = (byte) Math.max(registers[i], other.registers[i]);
        }
    }

    /// @param most how many values were added, more than which cannot be different
    long estimate(long most) {
        return Math.min(most, estimate());
    }

    private long estimate() {
        double sum = 0;
        int zeros = 0;
        for (byte register : registers) {
            sum += Math.scalb(1.0, -register);
            zeros += register == 0 ? 1 : 0;
        }
        double raw = ALPHA * REGISTERS * REGISTERS / sum;
        return Math.round(raw <= 2.5 * REGISTERS && zeros > 0
                ? REGISTERS * Math.log((double) REGISTERS / zeros) : raw);
    }
}

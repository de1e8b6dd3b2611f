package cotejo.dataset.profile;

/// How much a tally may keep, so that all of them together stay bounded.
///
/// @param kept     numbers kept as they are
/// @param distinct different values counted
/// @param bytes    bytes of different texts
record Budget(int kept, int distinct, int bytes) {

    /// A share for each of a number of tallies.
    static Budget of(int tallies) {
        int many = Math.max(1, tallies);
        return new Budget(Math.min(2 << 20, (16 << 20) / many), Math.min(1 << 17, (4 << 20) / many),
                Math.min(24 << 20, (128 << 20) / many));
    }
}

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
///
/// For how a code looks and sounds, which is no secret: a hundred calls to the system's generator cost more than all
/// the drawing, and one code must sound the same each time, so that asking again averages nothing away. Never for the
/// code itself.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A generator; the same seed gives the same numbers.
    init(seed: UInt64) { state = seed }

    /// 64 evenly distributed bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

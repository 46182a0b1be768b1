/// What may still be spent on looking, in pixels looked at.
///
/// Work and not time: the same picture gives the same answer on a slow machine.
struct WorkBudget {
    private(set) var pixels: Int

    /// Takes the cost of a look; false, and nothing taken, when it is beyond what is left.
    mutating func spend(_ cost: Int) -> Bool {
        guard cost <= pixels else { return false }
        pixels -= cost
        return true
    }
}

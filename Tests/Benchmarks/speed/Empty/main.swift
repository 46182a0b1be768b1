// Nothing: the least that a Swift program costs.

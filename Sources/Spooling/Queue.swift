/// First in, first out; removal does not move the others.
struct Queue<Element: Sendable>: Sendable {
    private var items: [Element] = []
    private var head = 0

    var count: Int { items.count - head }
    var isEmpty: Bool { head == items.count }
    var first: Element? { isEmpty ? nil : items[head] }
    var elements: ArraySlice<Element> { items[head...] }

    mutating func append(_ element: Element) { items.append(element) }

    mutating func popFirst() -> Element? {
        guard let element = first else { return nil }
        head += 1
        if head > 1_024, head * 2 > items.count {
            items.removeFirst(head)
            head = 0
        }
        return element
    }

    mutating func remove(_ element: Element) where Element: Equatable {
        items = items[head...].filter { $0 != element }
        head = 0
    }

    mutating func removeAll() {
        items.removeAll()
        head = 0
    }
}

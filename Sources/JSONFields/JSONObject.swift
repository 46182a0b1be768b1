/// The members of a JSON object by name, each name once, in the order in which they are written.
///
/// Sorted and not hashed: an object has few members, and a daemon writes thousands a second. The
/// order is that of the bytes of the names, as other writers of JSON have it: Swift's own would put
/// a letter and a combining mark where their composed form is.
package struct JSONObject: Equatable, Sendable {
    struct Member: Equatable, Sendable {
        let name: String
        var value: JSONValue

        func precedes(_ other: String) -> Bool {
            name.utf8.lexicographicallyPrecedes(other.utf8)
        }

        func isNamed(_ other: String) -> Bool { name.utf8.elementsEqual(other.utf8) }
    }

    private(set) var members: [Member] = []

    package init() {}

    /// Of a name that comes more than once, the last value stays.
    package init(_ pairs: some Sequence<(key: String, value: JSONValue)>) {
        members = pairs.map { Member(name: $0.key, value: $0.value) }
        guard !isInOrder else { return }
        // The sort is stable: equal names stay in the order in which they came.
        members.sort { $0.precedes($1.name) }
        for place in members.indices.dropLast().reversed()
        where members[place].isNamed(members[place + 1].name) {
            members.remove(at: place)
        }
    }

    /// The value of a member; nil when there is none.
    ///
    /// Setting nil removes it.
    package subscript(name: String) -> JSONValue? {
        get {
            let place = place(of: name)
            return place < members.count && members[place].isNamed(name)
                ? members[place].value : nil
        }
        set {
            let place = place(of: name)
            let isThere = place < members.count && members[place].isNamed(name)
            switch (newValue, isThere) {
            case (let value?, true): members[place].value = value
            case (let value?, false): members.insert(Member(name: name, value: value), at: place)
            case (nil, true): members.remove(at: place)
            case (nil, false): break
            }
        }
    }

    /// The names, in the order of their UTF-8 bytes.
    package var names: [String] { members.map(\.name) }

    private var isInOrder: Bool {
        members.indices.dropFirst().allSatisfy { members[$0 - 1].precedes(members[$0].name) }
    }

    /// The place where a member of that name is, or would be inserted.
    private func place(of name: String) -> Int {
        var (low, high) = (0, members.count)
        while low < high {
            let middle = (low + high) / 2
            if members[middle].precedes(name) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension JSONObject: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { members.count }
    package subscript(place: Int) -> (key: String, value: JSONValue) {
        (members[place].name, members[place].value)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements.lazy.map { (key: $0.0, value: $0.1) })
    }
}

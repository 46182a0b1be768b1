import Testing

@testable import Typing

@Suite struct KeyboardFaultTests {
    private static let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

    /// What a scanner types for `text` under `fault`, the nth of several characters where a place
    /// of the table has several.
    static func typed(_ text: String, _ fault: KeyboardFault, choice: Int = 0) -> String {
        text.map { character in
            guard let place = KeyboardFault.characters.firstIndex(of: String(character)) else {
                return String(character)
            }
            let choices = Array(fault.typed[place])
            return String(choices[min(choice, choices.count - 1)])
        }.joined()
    }

    @Test(arguments: KeyboardFault.allCases)
    func hasAPlaceForEveryCharacter(fault: KeyboardFault) {
        #expect(KeyboardFault.characters.count == 37)
        #expect(fault.typed.count == 37)
        #expect(fault.typed.allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: KeyboardFault.allCases)
    func typesNoCharacterForTwo(fault: KeyboardFault) {
        let typed = fault.typed.flatMap { Array($0.unicodeScalars) }
        #expect(Set(typed).count == typed.count)
    }

    @Test(arguments: KeyboardFault.allCases, [0, 1])
    func isUndoneExactly(fault: KeyboardFault, choice: Int) {
        for version in 1...9 {
            let text = "JF\(version):\(Self.alphabet)\(String(Self.alphabet.reversed()))"
            let typed = Self.typed(text, fault, choice: choice)
            #expect(KeyboardTable(fault).undone(typed) == text)
            // Caps Lock alone leaves the prefix ours in another case, which the token refuses.
            #expect(TypedText.texts(in: typed) == [fault == .capsLock ? typed : text])
        }
    }

    @Test(arguments: KeyboardFault.allCases)
    func isToldFromEveryOtherByThePrefixAlone(fault: KeyboardFault) {
        for version in 1...9 {
            let mangled = Self.typed("JF\(version):", fault)
            #expect(TypedText.fault(of: mangled) == fault)
            #expect(TypedText.fault(of: mangled + "ABC") == fault)
            #expect(TypedText.fault(of: String(mangled.dropLast())) == nil)
        }
    }

    /// As the layouts of X have it: the unshifted digits, and Shift with the keys of `:` and `M`.
    @Test(arguments: [
        (KeyboardFault.azerty, 0, "JF&M?AZWQé\"'(-è"), (.azerty, 1, "JF&M?AZWQé\"'(§è"),
        (.azertyCapsLock, 0, "jf&m?azwqé\"'(-è"), (.azertyShiftLock, 0, "jf1m,azwq234567"),
        (.frenchShiftLock, 0, "jf&/mqwzaé\"'(-è"),
        (.qwertz, 0, "JF1öMQWZA234567".swapping("Z", "Y")),
        (.capsLock, 0, "jf1:mqwza234567"),
    ])
    func typesWhatTheLayoutTypes(fault: KeyboardFault, choice: Int, typed: String) {
        #expect(Self.typed("JF1:MQWZA234567", fault, choice: choice) == typed)
    }
}

extension String {
    fileprivate func swapping(_ one: Character, _ other: Character) -> String {
        String(map { $0 == one ? other : $0 == other ? one : $0 })
    }
}

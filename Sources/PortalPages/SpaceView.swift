package import PortalRules
package import Proofs

/// What is kept of a person, as their page shows it.
package struct SpaceView: Equatable, Sendable {
    /// A parameter, by what it is erased with.
    package struct Parameter: Equatable, Sendable {
        package let identifier: String
        package let parameter: KeptParameter
        package let lastDay: Day

        package init(identifier: String, parameter: KeptParameter, lastDay: Day) {
            self.identifier = identifier
            self.parameter = parameter
            self.lastDay = lastDay
        }
    }

    package let parameters: [Parameter]
    package let journal: Journal
    package let links: [ProofLink]
    /// How many parameters and links did not open.
    package let damaged: Int
    /// What a person may have kept because a body of this portal is asked by it.
    package let offered: [SpaceParameter]

    package init(
        parameters: [Parameter], journal: Journal, links: [ProofLink], damaged: Int,
        offered: [SpaceParameter] = SpaceParameter.allCases
    ) {
        self.parameters = parameters
        self.journal = journal
        self.links = links
        self.damaged = damaged
        self.offered = offered
    }
}

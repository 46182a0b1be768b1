package import Explaining

/// Why a folder is no artwork for the button that leads to FranceConnect (Spec/portal.md 7.1).
package enum ArtworkRefusal: Explained, Equatable {
    /// This folder has no picture of the button.
    case missing(String)
    /// This file is not what its name says.
    case otherContent(String)

    package var explanation: Explanation {
        switch self {
        case .missing(let folder):
            Explanation(
                "artwork-missing", .configuration,
                "\(folder) : il y faut connexion.svg ou connexion.png, l’image du bouton "
                    + "FranceConnect ; ou retirez « artwork »",
                "\(folder): needs connexion.svg or connexion.png, the picture of the FranceConnect "
                    + "button; or remove \"artwork\"")
        case .otherContent(let path):
            Explanation(
                "artwork-other-content", .configuration,
                "\(path) : n’est pas une image SVG ou PNG, comme son nom le dit",
                "\(path): is not the SVG or PNG picture that its name says")
        }
    }
}

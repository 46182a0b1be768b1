internal import Files
internal import ReaderClient

/// The reader of pictures: there, and able to run confined.
enum ReaderChecks {
    static func findings() -> [Finding] {
        do throws(ReaderFailure) {
            let reader = try PictureReader.installed()
            guard let file = try? Descriptor(holding: Array("no picture".utf8)) else {
                return [.bad("lecteur d’images : non essayé", fix: "libérez de la mémoire")]
            }
            // Starts it, lets it lock itself in, and has it refuse what is no picture.
            _ = try reader.read(descriptor: file.number)
            return [.good("lecteur d’images : démarre et se confine")]
        } catch {
            return [
                .bad(
                    "lecteur d’images : \(error)",
                    fix: "réinstallez justificatif-reader à côté de justificatifd")
            ]
        }
    }
}

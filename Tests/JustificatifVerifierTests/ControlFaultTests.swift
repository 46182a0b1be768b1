import JustificatifVerifier
import TestSupport
import Testing

/// What a machine can lack, as a third party's program is told.
@Suite struct ControlFaultTests {
    private static func fault(
        _ body: () async throws(ControlFault) -> Void
    ) async -> ControlFault? {
        do throws(ControlFault) { try await body() } catch { return error }
        return nil
    }

    private static func isInBothLanguages(_ fault: ControlFault) -> Bool {
        fault.sentence(in: .french) != fault.sentence(in: .english)
            && fault.description.contains(fault.code)
    }

    @Test func withoutAListsFolder() async throws {
        let folder = TemporaryFolder()
        let roots = "\(Checkout.root)/Vectors/practice/roots.pub"
        for (path, roots, code) in [
            (folder.file("nowhere"), nil, "no-lists"), (folder.path, nil, "no-lists"),
            (folder.file("nowhere"), roots, "no-lists-folder"),
        ] as [(String, String?, String)] {
            let fault = try #require(
                await ControlFaultTests.fault { () throws(ControlFault) in
                    _ = try await ControlDesk(lists: path, roots: roots)
                })
            #expect(fault.code == code)
            #expect(fault.sentence(in: .french).contains(path))
            #expect(ControlFaultTests.isInBothLanguages(fault))
        }
    }

    @Test func ofAFile() async throws {
        let lists = try PracticeLists()
        let desk = try await ControlDesk(lists: lists.path, clock: Practised.clock)
        for (path, code) in [("\(lists.path)/nowhere", "not-found"), (lists.path, "not-a-file")] {
            let fault = try #require(
                await ControlFaultTests.fault { () throws(ControlFault) in
                    _ = try await desk.verdict(onFile: path)
                })
            #expect(fault.code == code)
            #expect(ControlFaultTests.isInBothLanguages(fault))
        }
    }

    @Test(arguments: [
        ("kill -9 $$", "reader-crashed"), ("exit 127", "reader-library-missing"),
        ("echo nonsense", "reader-bad-answer"),
    ])
    func ofTheReader(script: String, code: String) async throws {
        let lists = try PracticeLists()
        let folder = TemporaryFolder()
        let reader = folder.write(Array("#!/bin/sh\n\(script)\n".utf8), as: "reader")
        #expect(Tool.run("chmod 755 '\(reader)'").status == 0)
        try await ControlFaultTests.expect(code, lists, reader: reader)
    }

    @Test func withoutAReader() async throws {
        let lists = try PracticeLists()
        try await ControlFaultTests.expect(
            "reader-missing", lists, reader: "\(lists.path)/no-reader")
    }

    private static func expect(
        _ code: String, _ lists: borrowing PracticeLists, reader: String
    ) async throws {
        let desk = try await ControlDesk(
            lists: lists.path, reader: reader, clock: Practised.clock)
        let fault = try #require(
            await fault { () throws(ControlFault) in
                _ = try await desk.verdict(onFile: Practised.picture("valid"))
            })
        #expect(fault.code == code)
        #expect(isInBothLanguages(fault))
    }
}

import Extraction
import Facts
import TestSupport
import Testing

@Suite struct FusedExtractorTests {
    @Test func `a program that only ever fails is left alone after a while`() async throws {
        try await withProgram(.saying("garbage")) { program in
            let fused = FusedExtractor(try await program.extractor(), name: "sample")
            var reasons: [ExtractorFailure.Reason?] = []
            for number in 0..<(FusedExtractor.limit + 2) {
                let failure = await #expect(throws: ExtractorFailure.self) {
                    try await fused.read(passage("Passage \(number)."))
                }
                reasons.append(failure?.reason)
            }
            let leftAlone = ExtractorFailure.Reason.leftAlone(failures: FusedExtractor.limit)
            #expect(reasons.suffix(2) == [leftAlone, leftAlone] && !reasons.dropLast(2).contains(leftAlone))
            #expect(try program.starts() == FusedExtractor.limit)
        }
    }

    @Test func `passages that are declined, and those between that are read, keep it going`() async throws {
        try await withProgram(.saying(#"{"id":'$id',"error":"no"}"#)) { program in
            let fused = FusedExtractor(try await program.extractor(), name: "sample")
            for _ in 0..<(2 * FusedExtractor.limit) {
                let failure = await #expect(throws: ExtractorFailure.self) { try await fused.read(passage("Un.")) }
                #expect(failure?.reason == .declined("no"))
            }
        }
        let failing = ChatFault(.unreachable("no"), isPassing: false)
        let good = ChatResponse(status: 200, body: Array(completion(#"{"claims":[],"omitted":[]}"#).utf8))
        let answers: [Result<ChatResponse, ChatFault>] =
            [Result](repeating: .failure(failing), count: FusedExtractor.limit - 1) + [
                .success(good), .failure(failing),
            ]
        let chat = try ChatExtractor(
            "mini", endpoint: ChatEndpoint(base: "http://localhost", model: "m"), key: nil, vocabulary: .empty,
            transport: Canned(answers))
        let fused = FusedExtractor(chat, name: "mini")
        #expect(fused.fingerprint == chat.fingerprint)
        var readings = 0
        for _ in 0..<(FusedExtractor.limit + 3) {
            if (try? await fused.read(passage("Text."))) != nil { readings += 1 }
        }
        #expect(readings == 1)
        let failure = await #expect(throws: ExtractorFailure.self) { try await fused.read(passage("Text.")) }
        #expect(failure?.reason == .unreachable("no"))
    }
}

import Linguistics
import TestSupport
import Testing

@Suite struct ModelFileTests {
    private func problem(_ model: [UInt8]) -> ModelError? {
        do throws(ModelError) {
            _ = try Pipeline(model: model)
            return nil
        } catch {
            return error
        }
    }

    @Test func `what is not a model is refused`() {
        #expect(problem([])?.section == "header")
        #expect(problem(Array("spaCy spaCy spaCy spaCy spaCy".utf8))?.section == "header")
    }

    @Test func `a model of another version is refused`() {
        var model = Pipeline.englishModel
        model[8] = 9
        #expect(problem(model)?.reason == "version 9 is not 1")
    }

    @Test func `a model that was cut off is refused`() {
        let model = Pipeline.englishModel
        for length in [20, 300, model.count / 2, model.count - 1] {
            #expect(problem(Array(model[..<length])) != nil, "\(length) bytes")
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `a model with damaged tables is refused or read, but nothing breaks`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var model = Pipeline.englishModel
        // The weights come first; any numbers are weights.
        for _ in 0..<30 {
            model[Int.random(in: (model.count - 600_000)..<model.count, using: &random)] ^= UInt8.random(
                in: 1...255, using: &random)
        }
        guard let pipeline = try? Pipeline(model: model) else { return }
        let parsed = pipeline.parse(
            "Mrs. Dahl didn't say (at 8 a.m.) who'd sold the ship's engine for $3m; see http://a.example.")
        #expect(!parsed.tokens.isEmpty)
    }

    @Test func `the embedded model is small enough to be committed`() {
        #expect(Pipeline.englishModel.count <= 7_000_000)
    }

    @Test func `it says what it is`() throws {
        #expect(try Pipeline.english().about == ["en", "core_web_sm", "3.6.0"])
    }
}

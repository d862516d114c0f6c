import Facts
import Linguistics

/// Claims that something was said.
extension ClaimMaker {
    /// Adds what a speech claims: that its speaker said these words.
    func add(_ speech: Speech, to reading: inout PassageReading) {
        let speakers = speech.saying.map { $0.subjects.compactMap { arguments.subject($0) } }
        for speaker in speakers ?? quotedSpeaker.map({ [$0] }) ?? [] {
            var claim = StatedClaim(report: report, subject: .plain(speaker), predicate: Self.said)
            claim.object = .text(text.words(of: speech.words))
            claim.certainty = .certain
            if let saying = speech.saying { addCircumstances(of: saying, besides: speech.words, to: &claim) }
            claim.evidence = [evidence(in: span(of: speech))]
            if !reading.claims.contains(claim) { reading.claims.append(claim) }
        }
    }

    private static let said = "said"

    /// To whom, when and where it was said, and on whose word it is reported.
    private func addCircumstances(of saying: Clause, besides words: ClosedRange<Int>, to claim: inout StatedClaim) {
        let outer = attributions.attribution(of: saying).speakers.flatMap { $0 }
        claim.time = times.time(of: saying)
        claim.attribution = outer.compactMap { arguments.words(of: $0) }
        let listeners = (saying.recipients + saying.objects).filter { text.isNominal($0) && !words.contains($0) }
        let listener = listeners.first.flatMap { arguments.joinedWords(of: $0) }
        if let listener { claim.arguments["to"] = .plain(listener) }
        let roles = RoleNaming(predicate: namer.vocabulary.predicate(for: Self.said).predicate, types: namer.types)
        for oblique in saying.obliques {
            guard let head = oblique.objects.first, !words.contains(head),
                let phrase = arguments.joinedWords(of: head)
            else { continue }
            let preposition = oblique.prepositions.map(text.norm).joined(separator: " ")
            let role = roles.role(of: head, after: preposition, in: text, besides: Set(claim.arguments.keys))
            if claim.arguments[role] == nil { claim.arguments[role] = .plain(phrase) }
        }
    }

    /// From the first to the last of the words said, with the marks around them, and of who said them to whom.
    private func span(of speech: Speech) -> ClosedRange<Int> {
        var (low, high) = (speech.words.lowerBound, speech.words.upperBound)
        if low > 0, text.tokens[low - 1].text == "\"" { low -= 1 }
        if high + 1 < text.tokens.count, text.tokens[high + 1].text == "\"" { high += 1 }
        guard let saying = speech.saying.map(span) else { return low...high }
        return min(low, saying.lowerBound)...max(high, saying.upperBound)
    }
}

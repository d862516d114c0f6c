import Extraction
import Facts

// Every sentence in which the command says what is wrong with an extractor, a passage that it read, or a setting.

extension ExtractorFailure {
    /// What went wrong, with the extractor and the passage.
    var sentence: String {
        let place = report.map { ": \(visible($0.description)): \"\(visible(passage))\"" } ?? ""
        return "extractor \(visible(extractor))\(place): \(what)"
    }

    /// The sentence, and below it what its program wrote to its standard error.
    var paragraph: String { ([sentence] + causes.map { "  \($0)" }).joined(separator: "\n") }

    /// What its program wrote to its standard error, each line with its name.
    var causes: [String] { output.map { "\(visible(extractor)): \(visible($0))" } }

    /// The next step.
    var hint: String {
        let name = visible(extractor)
        return switch reason {
        case .notStarted, .description: "annals config \(SettingName.command.of(name)) shows what is run"
        case .tooSlow: "annals config \(SettingName.timeout.of(name)) SECONDS gives it longer"
        case .ended, .malformed: "annals extractor check \(name) PATH… looks for what is wrong with it"
        case .declined: "the other passages are not affected"
        case .unreachable: "annals config \(SettingName.endpoint.of(name)) shows where it is asked"
        case .status(401, _), .status(403, _):
            "annals config \(SettingName.keyVariable.of(name)) shows which variable holds the key"
        case .status: "try again later; what was read is kept"
        case .noKey(let variable): "export \(visible(variable))=… before the command; the key is never stored"
        case .leftAlone: "what is said of the first of them says why; what was read is kept"
        case .notRecorded:
            "annals config --unset \(SettingName.replay.of(name)) lets it ask; the answers are then recorded"
        }
    }

    private var what: String {
        switch reason {
        case .notStarted(let why): "it cannot be started: \(visible(why))"
        case .description(let what): "what it says of itself is not extract/1: \(visible(what))"
        case .tooSlow(let seconds): "no answer in \(seconds) seconds"
        case .ended(let how): "it ended without an answer, twice (\(visible(how)))"
        case .malformed(let what): "its answer cannot be read: \(visible(what))"
        case .declined(let why): "it does not read this: \(visible(why))"
        case .unreachable(let why): "it cannot be reached: \(visible(why))"
        case .status(let status, let words): "it answers with status \(status): \(visible(words))"
        case .noKey(let variable): "the variable \(visible(variable)) does not hold a key"
        case .leftAlone(let failures): "not asked: it has failed \(failures) times in a row"
        case .notRecorded(let path): "its answer is not recorded, and only recorded ones count: \(visible(path))"
        }
    }
}

extension SettingProblem {
    /// What is wrong with the setting.
    var sentence: String {
        // Nobody set the setting when an extractor is asked for by a name that nobody gave it.
        if case .noExtractor = reason, origin == nil { return what }
        let place = origin.map { $0.isEmpty ? "" : " (\(visible($0)))" } ?? ""
        return "\(visible(setting))\(place): \(what)"
    }

    /// The next step.
    var hint: String {
        switch reason {
        case .unknown(let nearest?): "did you mean \(visible(nearest))?"
        case .unknown(nil): "the settings of an extractor are \(Self.known)"
        case .value where origin?.isEmpty ?? true: "annals help config tells of settings"
        case .value, .both, .builtIn: "annals config --show-origin lists what is set, and where"
        case .missing: "annals config \(visible(setting)) VALUE sets it"
        case .noExtractor(_, let known):
            known.isEmpty
                ? "annals config \(SettingName.command.of("NAME")) COMMAND defines one"
                : "there is \(known.map { visible($0) }.joined(separator: ", ")); annals extractor list"
        }
    }

    private var what: String {
        switch reason {
        case .unknown: "there is no such setting"
        case .value(let value?, let expected): "\"\(visible(value))\" is not \(expected)"
        case .value(nil, let expected): "it must be \(expected)"
        case .missing(let other): "it is not set, and \(visible(other)) needs it"
        case .both(let other): "it and \(visible(other)) may not both be set"
        case .noExtractor(let name, _): "no extractor is called \(visible(name))"
        case .builtIn: "that extractor is built in; give yours another name"
        }
    }

    private static let known = SettingName.allCases.map(\.rawValue).joined(separator: ", ")
}

extension ExtractorCheck.Violation {
    /// What the extractor did instead of what every extractor promises.
    var sentence: String {
        switch promise {
        case .reads(let why): "it must read every passage, and says: \(visible(why))"
        case .fingerprint(let one, let other):
            "two that are made alike must have one fingerprint, and have \(one) and \(other)"
        case .repeats: "the same passage, read again, must give the same reading, and does not"
        case .report(let name):
            "a claim must be one of the passage's report, and is one of \(visible(name.description))"
        case .storable(let why): "a claim must be one that can be kept: \(visible(why))"
        case .quotes(let claim): "a claim must quote the passage, and \"\(visible(claim))\" does not"
        case .quotation(let quote): "the quotation \"\(visible(quote))\" does not stand where it should"
        case .omission(let words): "\"\(visible(words))\", which was left out, does not stand where it should"
        case .order: "claims must come in the order of the text"
        }
    }
}

extension Failure {
    /// An extractor that failed.
    init(_ failure: ExtractorFailure) {
        self.init(message: failure.sentence, causes: failure.causes, hint: failure.hint)
    }

    /// Settings that make no extractor.
    init(_ problem: SettingProblem) { self.init(message: problem.sentence, hint: problem.hint) }
}

import Facts

/// What the settings of an extractor are called and may be.
package enum SettingName: String, CaseIterable, Sendable {
    /// What starts a program that speaks `extract/1`.
    case command
    /// The base of an OpenAI-compatible interface: `https://api.example.org/v1`.
    case endpoint
    /// The model to ask there.
    case model
    /// The environment variable that holds the key.
    case keyVariable
    /// How freely the model chooses its words.
    case temperature
    /// What the model draws its lots from.
    case seed
    /// Seconds for a passage.
    case timeout
    /// How often a question is asked again that was not answered.
    case retries
    /// A folder of recorded answers.
    case recordings
    /// Whether only recorded answers count.
    case replay

    /// The setting that decides which extractor is used when nobody says.
    package static let preferred = "annals.extractor"

    /// The full name for an extractor.
    package func of(_ extractor: String) -> String { "\(Self.preferred).\(extractor).\(rawValue)" }

    /// What a full name stands for: the extractor's name and the setting; `nil` when it is no extractor's.
    package static func parse(_ name: String) -> (extractor: String, setting: String)? {
        guard name.hasPrefix(preferred + "."), let dot = name.lastIndex(of: ".") else { return nil }
        let rest = name.dropFirst(preferred.count + 1)
        guard rest.startIndex < dot else { return nil }
        return (String(rest[..<dot]), String(name[name.index(after: dot)...]))
    }

    /// The setting of that name; git does not tell capital letters from small ones in it.
    package init?(_ name: String) {
        guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
            return nil
        }
        self = found
    }

    /// What a value must be, when it is not that; `nil` when it is.
    func expectation(of value: String) -> String? {
        let isGood =
            switch self {
            case .command, .model, .recordings: !value.isBlank
            case .endpoint: ChatEndpoint.isBase(value)
            case .keyVariable: value.isVariableName
            case .temperature:
                (try? JSONParser.parse(value)).flatMap { Double($0.literal) }.map { 0...2 ~= $0 } ?? false
            case .seed: Int(value).map { 0...Int(Int32.max) ~= $0 } ?? false
            case .timeout: Int(value).map { 1...3600 ~= $0 } ?? false
            case .retries: Int(value).map { 0...10 ~= $0 } ?? false
            case .replay: ["only", "prefer"].contains(value)
            }
        return isGood ? nil : phrase
    }

    /// Whether somebody may have put a key where none belongs, so that the value is not to be repeated.
    func mayHoldKey(_ value: String) -> Bool {
        self == .keyVariable || (self == .endpoint && value.contains { "@?".contains($0) })
    }

    private var phrase: String {
        switch self {
        case .command: "a command line"
        case .endpoint:
            "a URL that starts with https:// or http:// and holds no key, such as https://api.example.org/v1"
        case .model: "the name of a model"
        case .keyVariable: "the name of an environment variable, not the key itself"
        case .temperature: "a number from 0 to 2"
        case .seed: "a number from 0"
        case .timeout: "a number of seconds from 1 to 3600"
        case .retries: "a number from 0 to 10"
        case .recordings: "a folder"
        case .replay: "only or prefer"
        }
    }
}

extension JSONValue {
    /// The digits of a number; empty when this is none.
    fileprivate var literal: String { if case .number(let literal) = self { literal } else { "" } }
}

extension String {
    /// Whether a shell could set a variable of this name.
    fileprivate var isVariableName: Bool {
        guard let first = utf8.first, !first.isASCIIDigit else { return false }
        return utf8.allSatisfy { $0.isASCIIDigit || $0.isASCIILetter || $0 == UInt8(ascii: "_") }
    }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

import Facts

/// Which extractors the settings name, how they are made, and which is used when nobody says.
///
///     [annals]
///         extractor = desk
///     [annals "extractor.desk"]
///         command = python3 /home/me/desk.py
///         timeout = 60
///     [annals "extractor.mini"]
///         endpoint = https://api.example.org/v1
///         model = mini-1
///         keyVariable = EXAMPLE_API_KEY
package struct ExtractorSettings: Hashable, Sendable {
    /// Seconds for a passage, when nobody says.
    package static let defaultSeconds = 120

    /// The extractor that is used when nobody says; `nil` when none is set.
    package let preferred: Setting?
    /// By extractor and setting; a name that is no setting is kept to be told of.
    private let values: [String: [String: Setting]]

    /// Takes settings in, those that count less first; others than an extractor's are passed over.
    package init(_ settings: [Setting]) {
        preferred = settings.last { $0.name == SettingName.preferred }
        var values: [String: [String: Setting]] = [:]
        for setting in settings {
            guard let (extractor, name) = SettingName.parse(setting.name) else { continue }
            values[extractor, default: [:]][SettingName(name)?.rawValue ?? name] = setting
        }
        self.values = values
    }

    /// The extractors that are named, sorted; whether they can be made is another matter.
    package var names: [String] { values.keys.sorted() }

    /// Where it is said how an extractor is made; `nil` when it is not.
    package func origin(of extractor: String) -> String? {
        let settings = values[extractor] ?? [:]
        return (settings[SettingName.command.rawValue] ?? settings[SettingName.endpoint.rawValue])?.origin
    }

    /// How an extractor is made.
    package func definition(of extractor: String) throws(SettingProblem) -> ExtractorDefinition {
        guard let settings = values[extractor] else {
            throw SettingProblem(SettingName.preferred, .noExtractor(extractor, known: names))
        }
        for (_, setting) in settings.sorted(by: { $0.key < $1.key }) { try Self.check(setting) }
        let given = Given(extractor: extractor, settings: settings)
        switch (given.text(.command), given.text(.endpoint)) {
        case (let command?, nil):
            try given.expectNone(of: [.model, .keyVariable, .temperature, .seed, .retries, .recordings, .replay])
            return .command(command, seconds: given.number(.timeout) ?? Self.defaultSeconds)
        case (nil, let base?): return .endpoint(try given.endpoint(base))
        case (nil, nil):
            throw SettingProblem(
                SettingName.command.of(extractor), .missing(for: "\(SettingName.preferred).\(extractor)"))
        default:
            throw SettingProblem(
                SettingName.command.of(extractor), from: settings[SettingName.command.rawValue]?.origin,
                .both(SettingName.endpoint.of(extractor)))
        }
    }

    /// Checks one setting by itself: its name, and the kind of its value.
    package static func check(_ setting: Setting) throws(SettingProblem) {
        guard let (extractor, given) = SettingName.parse(setting.name) else { return }
        guard let name = SettingName(given) else {
            let nearest = EditDistance.nearest(to: given, in: SettingName.allCases.map(\.rawValue))
            let known = nearest.flatMap { SettingName($0) }?.of(extractor)
            throw SettingProblem(setting.name, from: setting.origin, .unknown(nearest: known))
        }
        if let expected = name.expectation(of: setting.value) {
            let shown = name.mayHoldKey(setting.value) ? nil : setting.value
            throw SettingProblem(setting.name, from: setting.origin, .value(shown, expected: expected))
        }
    }
}

/// The settings of one extractor, each of its kind.
private struct Given {
    let extractor: String
    let settings: [String: Setting]

    func text(_ name: SettingName) -> String? { settings[name.rawValue]?.value }

    func number(_ name: SettingName) -> Int? { text(name).flatMap { Int($0) } }

    /// Settings that would have no effect are a mistake.
    func expectNone(of names: [SettingName]) throws(SettingProblem) {
        for name in names {
            guard let setting = settings[name.rawValue] else { continue }
            throw SettingProblem(setting.name, from: setting.origin, .both(SettingName.command.of(extractor)))
        }
    }

    func endpoint(_ base: String) throws(SettingProblem) -> ChatEndpoint {
        guard let model = text(.model) else {
            throw SettingProblem(SettingName.model.of(extractor), .missing(for: SettingName.endpoint.of(extractor)))
        }
        var endpoint = ChatEndpoint(base: base, model: model)
        endpoint.keyVariable = text(.keyVariable)
        endpoint.temperature = text(.temperature) ?? endpoint.temperature
        endpoint.seed = number(.seed) ?? endpoint.seed
        endpoint.seconds = number(.timeout) ?? endpoint.seconds
        endpoint.retries = number(.retries) ?? endpoint.retries
        endpoint.recordings = text(.recordings)
        endpoint.isReplayOnly = text(.replay) == "only"
        return try checked(endpoint)
    }

    private func checked(_ endpoint: ChatEndpoint) throws(SettingProblem) -> ChatEndpoint {
        let name = SettingName.endpoint.of(extractor)
        if endpoint.keyVariable != nil, endpoint.isInTheClear {
            throw SettingProblem(
                name, from: settings[SettingName.endpoint.rawValue]?.origin,
                .value(endpoint.base, expected: "a URL that starts with https://: a key is not sent in the clear"))
        }
        if text(.replay) != nil, endpoint.recordings == nil {
            throw SettingProblem(
                SettingName.recordings.of(extractor), .missing(for: SettingName.replay.of(extractor)))
        }
        return endpoint
    }
}

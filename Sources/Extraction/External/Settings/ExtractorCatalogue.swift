package import Facts

/// Every extractor that can be asked for by name: those that are built in, and those of the settings.
package struct ExtractorCatalogue: Sendable {
    /// Makes an extractor that is built in, for a vocabulary.
    package typealias BuiltIn = @Sendable (Vocabulary) async throws -> any Extractor

    /// An extractor's name and where it is said how it is made.
    package struct Entry: Hashable, Sendable {
        /// What it is asked for by.
        package let name: String
        /// `nil` for one that is built in.
        package let origin: String?
        /// Whether it is the one that is used when nobody says.
        package let isPreferred: Bool

        /// An entry.
        package init(name: String, origin: String?, isPreferred: Bool) {
            (self.name, self.origin, self.isPreferred) = (name, origin, isPreferred)
        }
    }

    /// What extractors may know of the world around them.
    package struct Surroundings: Sendable {
        /// Where programs run, and what the paths of recordings are relative to: the story's folder.
        package let folder: String
        /// The value of an environment variable; `nil` when it is not set.
        package let variable: @Sendable (String) -> String?

        /// Surroundings.
        package init(folder: String, variable: @escaping @Sendable (String) -> String?) {
            (self.folder, self.variable) = (folder, variable)
        }
    }

    private let builtIn: [String: BuiltIn]
    private let settings: ExtractorSettings
    private let surroundings: Surroundings
    /// The extractor that is used when nobody says, and no setting does.
    private let fallback: String

    /// A catalogue; `fallback` is the name of one that is built in.
    package init(
        builtIn: [String: BuiltIn], fallback: String, settings: ExtractorSettings, in surroundings: Surroundings
    ) {
        (self.builtIn, self.fallback, self.settings, self.surroundings) = (builtIn, fallback, settings, surroundings)
    }

    /// The name of the extractor that is used when nobody says.
    package var preferred: String { settings.preferred?.value ?? fallback }

    /// All of them, by name.
    package var entries: [Entry] {
        Set(builtIn.keys).union(settings.names).sorted().map { name in
            Entry(name: name, origin: settings.origin(of: name), isPreferred: name == preferred)
        }
    }

    /// Makes an extractor; `nil` stands for the one that is used when nobody says.
    ///
    /// - Throws: ``SettingProblem`` when the settings do not make one, ``ExtractorFailure`` when it cannot be had, and whatever one
    ///   that is built in throws.
    package func extractor(_ asked: String?, vocabulary: Vocabulary) async throws -> any Extractor {
        let name = asked ?? preferred
        if let make = builtIn[name] {
            guard !settings.names.contains(name) else {
                throw SettingProblem(
                    "\(SettingName.preferred).\(name)", from: settings.origin(of: name), .builtIn)
            }
            return try await make(vocabulary)
        }
        guard settings.names.contains(name) else {
            let origin = asked == nil ? settings.preferred?.origin : nil
            throw SettingProblem(
                SettingName.preferred, from: origin, .noExtractor(name, known: entries.map(\.name)))
        }
        switch try settings.definition(of: name) {
        case .command(let line, let seconds):
            let program = try await ExternalExtractor(
                name, command: line, in: surroundings.folder, vocabulary: vocabulary, limit: TimeLimit(seconds: seconds)
            )
            return FusedExtractor(program, name: name)
        case .endpoint(let endpoint): return FusedExtractor(try model(name, endpoint, vocabulary), name: name)
        }
    }

    private func model(_ name: String, _ endpoint: ChatEndpoint, _ vocabulary: Vocabulary) throws -> ChatExtractor {
        let curl = RetryingTransport(CurlTransport(), retries: endpoint.retries)
        let transport: any ChatTransport =
            if let recordings = endpoint.recordings {
                RecordedTransport(in: path(recordings), asking: endpoint.isReplayOnly ? nil : curl)
            } else {
                curl
            }
        let key = endpoint.isReplayOnly ? nil : try key(name, endpoint)
        return try ChatExtractor(name, endpoint: endpoint, key: key, vocabulary: vocabulary, transport: transport)
    }

    private func path(_ recordings: String) -> String {
        recordings.hasPrefix("/") ? recordings : "\(surroundings.folder)/\(recordings)"
    }

    private func key(_ name: String, _ endpoint: ChatEndpoint) throws(ExtractorFailure) -> String? {
        guard let variable = endpoint.keyVariable else { return nil }
        // Anything else would be another line of what is sent.
        guard let key = surroundings.variable(variable), !key.isEmpty,
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw ExtractorFailure(name, .noKey(variable: variable)) }
        return key
    }
}

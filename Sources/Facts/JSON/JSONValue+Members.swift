extension [String: JSONValue] {
    /// A member read by `read`: `.some(nil)` when it is absent, `nil` when it is there and cannot be read.
    func optional<Member>(_ name: String, _ read: (JSONValue) -> Member?) -> Member?? {
        guard let json = self[name] else { return .some(nil) }
        return read(json).map(Optional.some)
    }

    /// The elements of a member read by `read`: empty when it is absent, `nil` when one of them cannot be read.
    func list<Element>(_ name: String, of read: (JSONValue) -> Element?) -> [Element]? {
        guard let json = self[name] else { return [] }
        guard let elements = json.array?.map(read), !elements.contains(where: { $0 == nil }) else { return nil }
        return elements.compactMap(\.self)
    }

    /// The members of a member read by `read`: empty when it is absent, `nil` when one of them cannot be read.
    func dictionary<Member>(_ name: String, of read: (JSONValue) -> Member?) -> [String: Member]? {
        guard let json = self[name] else { return [:] }
        guard let members = json.object else { return nil }
        let all = members.compactMapValues(read)
        return all.count == members.count ? all : nil
    }

    /// A member that is one of a closed list of words.
    func word<Word: RawRepresentable<String>>(_ name: String) -> Word?? {
        optional(name) { $0.string.flatMap(Word.init) }
    }
}

package import Facts

/// Why a JSON value is not a reading: what is wrong and with which member.
package struct ReadingFormatError: Error, Hashable, Sendable {
    /// What is wrong, naming the member.
    package let reason: String
}

extension PassageReading {
    /// The reading as it is kept and exchanged: claims as in `claims/1`, omissions beside them.
    ///
    ///     {"claims":[{"report":"…","subject":"…",…}],"omissions":[{"quote":"…","reason":"…","start":12}]}
    package var json: JSONValue {
        .object(["claims": .array(claims.map(\.json)), "omissions": .array(omissions.map(\.json))])
    }

    /// Reads what ``json`` writes.
    package init(json: JSONValue) throws(ReadingFormatError) {
        guard let members = json.object else {
            throw ReadingFormatError(reason: "expected an object, found \(json.typeName)")
        }
        claims = try Self.list("claims", in: members) { (element) throws(ReadingFormatError) in
            do throws(ClaimFormatError) {
                return try StatedClaim(json: element)
            } catch {
                throw ReadingFormatError(reason: error.reason)
            }
        }
        omissions = try Self.list("omissions", in: members) { (element) throws(ReadingFormatError) in
            try Omission(json: element)
        }
    }

    private static func list<Element>(
        _ name: String, in members: [String: JSONValue],
        of read: (JSONValue) throws(ReadingFormatError) -> Element
    ) throws(ReadingFormatError) -> [Element] {
        guard let elements = members[name]?.array else {
            throw ReadingFormatError(reason: "\"\(name)\" must be an array")
        }
        var result: [Element] = []
        for (index, element) in elements.enumerated() {
            do throws(ReadingFormatError) {
                result.append(try read(element))
            } catch {
                throw ReadingFormatError(reason: "\(name)[\(index)]: \(error.reason)")
            }
        }
        return result
    }
}

extension Omission {
    /// The omission as it is kept.
    var json: JSONValue {
        .object(["quote": .string(quote), "start": .integer(start), "reason": .string(reason)])
    }

    /// Reads what ``json`` writes.
    init(json: JSONValue) throws(ReadingFormatError) {
        guard let members = json.object, let quote = members["quote"]?.string,
            let reason = members["reason"]?.string, let start = members["start"]?.integer, start >= 0
        else { throw ReadingFormatError(reason: "an omission needs \"quote\", \"reason\" and \"start\"") }
        self.init(quote: quote, start: start, reason: reason)
    }
}

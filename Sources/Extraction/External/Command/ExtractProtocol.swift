import Facts

/// The lines of `extract/1`, as extract-1.md describes them.
enum ExtractProtocol {
    /// The name and version of the protocol.
    static let version = "extract/1"

    /// What is wrong with a line.
    struct Fault: Error {
        let what: String
    }

    /// A question: one line.
    static func question(_ id: Int, _ passage: Passage, vocabulary: JSONValue?) -> [UInt8] {
        var members = passage.json.object ?? [:]
        members["id"] = .integer(id)
        members["vocabulary"] = vocabulary.map { .object(["predicates": $0]) }
        return JSONValue.object(members).canonicalBytes + [0x0A]
    }

    /// What an answer to question `id` says.
    static func judge(_ line: [UInt8], id: Int, passage: Passage) -> LineConversation.Judgement {
        do throws(Fault) {
            let members = try object(line)
            guard members["id"]?.integer == id else { throw Fault(what: "\"id\" must be that of the question, \(id)") }
            if let error = members["error"] { return .declined(error.string ?? error.canonicalText) }
            return .reading(PassageReading(try reading(members, of: passage), in: passage))
        } catch {
            return .malformed(error.what)
        }
    }

    /// The members of a line that is an object.
    static func object(_ line: [UInt8]) throws(Fault) -> [String: JSONValue] {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONParser.parse(line)
        } catch {
            throw Fault(what: "it is not JSON: column \(error.column): \(error.reason)")
        }
        guard let members = json.object else { throw Fault(what: "it must be an object, found \(json.typeName)") }
        guard json.isWithin(levels: ClaimsReader.maximumDepth + 2) else {
            throw Fault(what: "its values are too deep inside one another")
        }
        return members
    }

    /// The claims and omissions among the members of an answer.
    static func reading(_ members: [String: JSONValue], of passage: Passage) throws(Fault) -> UncheckedReading {
        guard let claims = members["claims"]?.array else { throw Fault(what: "\"claims\" must be an array") }
        var reading = UncheckedReading()
        for (index, json) in claims.enumerated() {
            do throws(Fault) {
                reading.claims.append(try claim(json, of: passage))
            } catch {
                throw Fault(what: "claims[\(index)]: \(error.what)")
            }
        }
        reading.omitted = try omitted(members["omitted"])
        return reading
    }

    /// A claim, which need not name the report and may name no other.
    private static func claim(_ json: JSONValue, of passage: Passage) throws(Fault) -> StatedClaim {
        guard var members = json.object else { throw Fault(what: "expected an object, found \(json.typeName)") }
        let name = passage.report.description
        guard members["report"].map({ $0 == .string(name) }) ?? true else {
            throw Fault(what: "\"report\" must be absent, or \"\(name)\"")
        }
        members["report"] = .string(name)
        do throws(ClaimFormatError) {
            return try StatedClaim(json: .object(members))
        } catch {
            throw Fault(what: error.reason)
        }
    }

    private static func omitted(_ json: JSONValue?) throws(Fault) -> [UncheckedReading.Words] {
        guard let json, json != .null else { return [] }
        guard let elements = json.array else { throw Fault(what: "\"omitted\" must be an array") }
        return try elements.enumerated().map { (index, element) throws(Fault) in
            guard let quote = element.object?["quote"]?.string, let reason = element.object?["reason"]?.string else {
                throw Fault(what: "omitted[\(index)]: \"quote\" and \"reason\" must be strings")
            }
            return UncheckedReading.Words(quote: quote, reason: reason)
        }
    }
}

import Facts

/// Reads what a chat interface answered.
enum ChatAnswer {
    /// What the model says of a passage.
    static func reading(_ response: ChatResponse, of passage: Passage) throws(ChatFault) -> PassageReading {
        guard response.status == 200 else {
            throw ChatFault(.status(response.status, words(of: response.body)), isPassing: false)
        }
        let answer = try json(Array(try content(response.body).utf8), "the answer")
        if let fault = SchemaCheck.fault(in: answer, by: ChatSchema.answer) { throw malformed(fault) }
        return PassageReading(unchecked(answer, passage), in: passage)
    }

    /// The model's own words in a `chat.completion` object.
    private static func content(_ body: [UInt8]) throws(ChatFault) -> String {
        let choice = try json(body, "the response").object?["choices"]?.array?.first?.object
        if let refusal = choice?["message"]?.object?["refusal"]?.string {
            throw ChatFault(.declined(refusal), isPassing: false)
        }
        guard choice?["finish_reason"]?.string != "length" else { throw malformed("the answer was cut off") }
        guard let content = choice?["message"]?.object?["content"]?.string else {
            throw malformed("the response has no choices[0].message.content")
        }
        return content
    }

    private static func json(_ bytes: [UInt8], _ what: String) throws(ChatFault) -> JSONValue {
        do throws(JSONError) {
            return try JSONParser.parse(bytes)
        } catch {
            throw malformed("\(what) is not JSON: column \(error.column): \(error.reason)")
        }
    }

    private static func malformed(_ what: String) -> ChatFault { ChatFault(.malformed(what), isPassing: false) }

    /// The claims of an answer that keeps to the schema; one that is none all the same is left out and says why.
    private static func unchecked(_ answer: JSONValue, _ passage: Passage) -> UncheckedReading {
        var reading = UncheckedReading()
        for json in answer.object?["claims"]?.array ?? [] {
            let members = json.object ?? [:]
            do throws(ClaimFormatError) {
                reading.claims.append(try StatedClaim(json: .object(claim(members, passage))))
            } catch {
                let quote = members["quotes"]?.array?.first?.string ?? ""
                reading.omitted.append(.init(quote: quote, reason: "what was made of it is no claim: \(error.reason)"))
            }
        }
        for words in answer.object?["omitted"]?.array ?? [] {
            guard let quote = words.object?["quote"]?.string, let reason = words.object?["reason"]?.string else {
                continue
            }
            reading.omitted.append(.init(quote: quote, reason: reason))
        }
        return reading
    }

    /// The members of a claim as `claims/1` has them.
    private static func claim(_ answer: [String: JSONValue], _ passage: Passage) -> [String: JSONValue] {
        var members = answer.filter { !["quotes", "arguments"].contains($0.key) }
        members["report"] = .string(passage.report.description)
        members["evidence"] = .array((answer["quotes"]?.array ?? []).map { .object(["quote": $0]) })
        var arguments: [String: JSONValue] = [:]
        for argument in answer["arguments"]?.array ?? [] {
            // Of a role that is filled twice the first value counts.
            guard let role = argument.object?["role"]?.string, arguments[role] == nil else { continue }
            arguments[role] = argument.object?["value"]
        }
        members["arguments"] = .object(arguments)
        return members
    }

    /// The interface's own words on what is wrong, or the start of whatever it sent.
    private static func words(of body: [UInt8]) -> String {
        let error = (try? JSONParser.parse(body))?.object?["error"]
        let said = error?.object?["message"]?.string ?? error?.string ?? String(decoding: body, as: UTF8.self)
        return String(said.prefix(300))
    }
}

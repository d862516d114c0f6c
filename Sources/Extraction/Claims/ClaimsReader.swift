package import Facts

/// Reads `claims/1` line by line.
package struct ClaimsReader {
    /// A claim, or a line that is none.
    package enum Item: Sendable {
        case claim(StatedClaim, line: Int)
        case problem(ClaimsProblem)
    }

    /// The version of the format that is read.
    package static let version = "claims/1"
    /// Arrays and objects may be so deep inside one another: far less than what is stored is read with.
    package static let maximumDepth = 34

    /// What the header says made the claims; known once the first item has been read.
    package private(set) var extractor: ExtractorFingerprint?
    private var lines: LineReader
    private var number = 0
    private var mayBeHeader = true

    /// Reads lines from wherever they come, of which the first has this number.
    package init(_ lines: LineReader, from number: Int = 1) {
        self.lines = lines
        self.number = number - 1
    }

    /// The next claim or refused line; `nil` at the end.
    ///
    /// Empty lines are passed over.
    ///
    /// - Throws: an `Errno` when reading fails, ``ClaimsProblem`` when the header names a version that is not known.
    package mutating func next() throws -> Item? {
        while let line = try nextLine() {
            switch line {
            case .tooLong(let bytes): return problem(.tooLong(bytes: bytes))
            case .bytes(let bytes):
                if let claim = StatedClaim(plainLine: bytes[...]) {
                    mayBeHeader = false
                    return .claim(claim, line: number)
                }
                if let item = try item(bytes) { return item }
            }
        }
        return nil
    }

    /// A claim by its report and where it lies, or a line that is none.
    enum Place {
        /// Its line from 1, and the range of its bytes, with the line feed, from where reading began.
        case claim(ReportName, line: Int, Range<Int>)
        case problem(ClaimsProblem)
    }

    /// The place of the next claim, which is read no further than to know its report where it is as most are.
    ///
    /// - Throws: as ``next()``.
    mutating func nextPlace() throws -> Place? {
        while let line = try nextLine() {
            if case .bytes(let bytes) = line, let name = StatedClaim.reportName(ofPlainLine: bytes[...]) {
                mayBeHeader = false
                return .claim(name, line: number, lines.range)
            }
            let item: Item? =
                switch line {
                case .tooLong(let bytes): problem(.tooLong(bytes: bytes))
                case .bytes(let bytes): try self.item(bytes)
                }
            switch item {
            case nil: continue
            case .claim(let claim, let line): return .claim(claim.report, line: line, lines.range)
            case .problem(let problem): return .problem(problem)
            }
        }
        return nil
    }

    /// The next line that is not empty, without the mark that some programs put before the first.
    private mutating func nextLine() throws -> LineReader.Line? {
        while let line = try lines.next() {
            number += 1
            guard case .bytes(var bytes) = line else { return line }
            if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
            if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            return .bytes(bytes)
        }
        return nil
    }

    /// What a line is; `nil` for the header, and for what an extractor says it left out.
    private mutating func item(_ bytes: [UInt8]) throws(ClaimsProblem) -> Item? {
        defer { mayBeHeader = false }
        do {
            let json = try JSONParser.parse(bytes)
            if let header = json.object, header["annals"] != nil, header["report"] == nil {
                guard mayBeHeader else { return problem(.lateHeader) }
                try readHeader(header)
                return nil
            }
            if let members = json.object, members["omitted"] != nil, members["subject"] == nil { return nil }
            guard json.isWithin(levels: Self.maximumDepth) else { return problem(.tooDeep) }
            return .claim(try StatedClaim(json: json), line: number)
        } catch let error as JSONError {
            return problem(.json(error.reason), column: error.column)
        } catch let error as ClaimFormatError {
            return problem(.claim(error.reason))
        } catch let error as ClaimsProblem {
            throw error
        } catch {
            return problem(.claim("\(error)"))
        }
    }

    private mutating func readHeader(_ header: [String: JSONValue]) throws(ClaimsProblem) {
        guard header["annals"]?.string == Self.version else {
            throw ClaimsProblem(line: number, .version(header["annals"]?.string))
        }
        guard let given = header["extractor"] else { return }
        let parts = given.object ?? [:]
        extractor =
            given.string.flatMap { ExtractorFingerprint($0) }
            ?? ExtractorFingerprint(
                name: parts["name"]?.string ?? "", version: parts["version"]?.string ?? "",
                configuration: parts["configuration"]?.string)
        if extractor == nil { throw ClaimsProblem(line: number, .extractor) }
    }

    private func problem(_ reason: ClaimsProblem.Reason, column: Int? = nil) -> Item {
        .problem(ClaimsProblem(line: number, column: column, reason))
    }
}

extension JSONValue {
    /// Whether arrays and objects are at most so deep inside one another.
    func isWithin(levels: Int) -> Bool {
        guard levels >= 0 else { return false }
        return switch self {
        case .array(let elements): levels > 0 && elements.allSatisfy { $0.isWithin(levels: levels - 1) }
        case .object(let members): levels > 0 && members.values.allSatisfy { $0.isWithin(levels: levels - 1) }
        default: true
        }
    }
}

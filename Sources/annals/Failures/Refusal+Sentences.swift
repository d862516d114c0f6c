import Extraction
import Facts
import Rendering

// Every sentence in which the command says why it left something out, with its place and the next step.

extension ReportProblem {
    /// What is wrong with the file, and what to do.
    var sentence: String { "\(visible(path))\(line.map { ":\($0)" } ?? ""): \(what)" }

    private var what: String {
        switch reason {
        case .unreadable(let why): "it cannot be read: \(visible(why)); check who may read it"
        case .missing: "there is no such file; check the path"
        case .empty: "it is empty; a report has text"
        case .notUTF8(let byte): "byte \(byte) is not UTF-8; convert the file: iconv -f LATIN1 -t UTF-8"
        case .binary(let byte): "byte \(byte) is zero, so this is not a text; save it as text or Markdown"
        case .tooLarge: "it is over \(ReportReader.maximumSize >> 20) MiB; split it into several reports"
        case .encoding(let name):
            "it is written in \(visible(name)), and UTF-8 is read; convert it: iconv -f \(visible(name)) -t UTF-8"
        case .unknownFormat(let ending): ".\(visible(ending)) files are not read; save it as text, Markdown or HTML"
        case .tooManyElements:
            "the page has over \(ReportReader.maximumElements) tags and stretches of words; save its article as text"
        case .tooNested:
            "its elements are over \(ReportReader.maximumElementDepth) deep inside one another; save its article as text"
        case .unnamed: "what comes from standard input has no name; give it one"
        case .name(let name):
            "\"\(visible(name))\" makes no report name (\(ReportName.rule)); give one as name: in front matter"
        case .duplicate(let other):
            "it has the name of \(visible(other)) and other text, so neither is taken; rename one of them"
        default: "front matter: \(frontMatter)"
        }
    }

    private var frontMatter: String {
        switch reason {
        case .openFrontMatter: "it does not end; close it with a line \"---\""
        case .yaml(let why): "\(visible(why)); correct the YAML, or put quotation marks around the value"
        case .notMapping: "it must be lines \"key: value\""
        case .repeatedKey(let key): "\"\(visible(key))\" is given twice; keep one"
        case .aliases: "anchors (&) and aliases (*) are not read; write the values out"
        case .tooDeep:
            "its values are too deep inside one another; at most \(ReportReader.maximumDepth) levels are kept"
        case .notText(let key): "\"\(visible(key))\" must be text; put quotation marks around it"
        case .notDate(let key, let text):
            "\"\(visible(key)): \(visible(text))\" is not a date; write it as 2020-02-23 or 2020-02-23T14:06:00Z"
        default: ""
        }
    }
}

extension ClaimsProblem {
    /// What is wrong with the line, and what to do.
    func sentence(in path: String) -> String {
        "\(visible(path)):\(line)\(column.map { ":\($0)" } ?? ""): \(what)"
    }

    private var what: String {
        switch reason {
        case .tooLong: "the line is over \(LineReader.maximumLength >> 20) MiB; a claim is one line"
        case .json(let why): "it is not JSON: \(visible(why)); a line is one claim, as a JSON object"
        case .claim(let why): "it is not a claim: \(visible(why)); correct the line"
        case .tooDeep: "its values are more than \(ClaimsReader.maximumDepth) levels deep; flatten them"
        case .lateHeader: "a header stands before the first claim only; give several files as several --claims"
        case .version(let name?):
            "the file is \(visible(name)), this version of annals reads \(ClaimsReader.version); "
                + "use the version that wrote it, or a newer one"
        case .version(nil): "the header must name the format: {\"annals\":\"\(ClaimsReader.version)\"}"
        case .extractor: "the header's \"extractor\" needs a name and a version without '@' and '+': \"desk@1\""
        }
    }
}

/// Why a claim that reads well was left out.
enum ClaimRefusal {
    /// The claims' report is neither given nor recorded.
    case unknownReport(ReportName, claims: Int)
    /// The words do not stand in the report.
    case noQuotation(String, ReportName)
    /// Another file of claims speaks for the report already.
    case givenTwice(ReportName)

    /// What is wrong, and what to do.
    func sentence(line: Int, in path: String) -> String { "\(visible(path)):\(line): \(what)" }

    private var what: String {
        switch self {
        case .unknownReport(let name, let count):
            "no report is called \"\(visible(name.description))\" (\(count) claim\(count == 1 ? "" : "s")); "
                + "record it in the same command"
        case .noQuotation(let quote, let name):
            "\"\(visible(quote))\" is not in report \"\(visible(name.description))\"; quote it as it stands there"
        case .givenTwice(let name):
            "an earlier --claims speaks for report \"\(visible(name.description))\" already; put them into one file"
        }
    }
}

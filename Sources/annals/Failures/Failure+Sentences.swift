import Extraction
import FactDiff
import FactIndex
import FactRepository
import Facts
import Git
import Rendering
import SystemPackage

// Every sentence in which the command says what went wrong.

extension Failure {
    /// A failure of any kind.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as RepositoryError: self.init(error)
        case let error as IndexError: self.init(error)
        case let error as GitError: self.init(error, "the repository")
        case let failure as ExtractorFailure: self.init(failure)
        case let problem as SettingProblem: self.init(problem)
        case let problem as ClaimsProblem: self.init(message: problem.sentence(in: "the claims file"))
        default: self.init(message: visible("\(error)"))
        }
    }

    private init(_ error: IndexError) {
        if let repository = error.repository {
            self.init(repository)
        } else {
            self.init(
                message: "the index \(visible(error.path)): \(visible(error.reason))",
                hint: "annals index --rebuild makes it anew; nothing is lost with it")
        }
    }

    private init(_ error: RepositoryError) {
        let subject = visible(error.subject)
        switch error.code {
        case .noRepository:
            self.init(message: "there is no story here: \(subject)", hint: "annals init starts one")
        case .repositoryExists:
            self.init(message: "there is a story here already: \(subject)", hint: "annals record PATH… adds to it")
        case .unknownFormat:
            self.init(
                message: "this story is stored as \(subject), which this version of annals does not know",
                hint: "use the version that wrote it, or a newer one; nothing was changed")
        case .unknownRevision:
            self.init(
                message: "no revision is called \(subject)", hint: "annals log lists them; a date is written 2020-02-25"
            )
        case .ambiguousRevision:
            self.init(
                message: "several revisions start with \(subject)",
                hint: "write more of the id; annals log --format json shows all of it")
        case .unknownReport(let nearest):
            let known = nearest.map { visible($0.description) }.joined(separator: ", ")
            self.init(
                message: "no report is called \(subject)",
                hint: known.isEmpty ? "annals reports lists them" : "did you mean \(known)?")
        case .claimsGone:
            self.init(
                message: "the claims of report \"\(subject)\" are not what they were a moment ago",
                hint: "something changed the file of claims: run the command again; annals log tells what was recorded")
        case .ambiguousFact(let ids):
            self.init(
                message: "\(ids.count) facts start with \(subject)", causes: ids.prefix(5).map(\.letters),
                hint: "write more letters of the id")
        case .unknownOperation(let last):
            self.init(
                message: "there is no operation \(subject): the last is \(last)", hint: "annals operations lists them")
        case .nothingToUndo:
            self.init(
                message: "there is nothing to undo: \(subject) leads nowhere else",
                hint: "annals operations lists what was done; annals undo --to NUMBER goes back to one of them")
        case .unrelated:
            self.init(
                message: "\(subject) has no revision in common with this story",
                hint:
                    "only copies of one story merge: annals clone makes one; annals record takes the reports themselves"
            )
        case .notUndecided:
            self.init(
                message: "there is no choice to make about \(subject): not both sides changed it",
                hint: "annals merge REVISION --dry-run lists what both changed", status: .usage)
        case .nothingThere:
            self.init(
                message: "\(subject) has no revision to fetch",
                hint: "annals push \(subject) gives it what this story has")
        case .unsound(let problems):
            self.init(
                message: "what \(subject) has does not verify, and was not taken",
                causes: problems.prefix(8).map(visible),
                hint: "annals verify in that story tells what is damaged; nothing was changed here")
        case .vocabulary(let error): self.init(error, in: subject)
        case .damaged(let what):
            self.init(
                message: "the stored file \(subject) is damaged: \(visible(what))",
                hint: "restore .annals from a clone or a backup; annals verify tells what else is affected")
        case .git(let error): self.init(error, subject)
        }
    }

    private init(_ error: GitError, _ subject: String) {
        let causes = ["\(subject): \(error.operation): \(visible(error.message))"]
        switch error.code {
        case .locked:
            self.init(
                message: "somebody else is recording", causes: causes,
                hint: "try again when it is done; nothing was changed")
        case .modified:
            self.init(message: "the story moved on meanwhile", causes: causes, hint: "try again; nothing was changed")
        case .permission:
            self.init(
                message: "the story cannot be written to or read", causes: causes,
                hint: "check who owns the folder and its files")
        case .unreachable:
            self.init(
                message: "\(subject) does not answer", causes: causes,
                hint: "annals remote shows where it should be; git -C .annals fetch \(subject) may say more")
        case .unauthorised:
            self.init(
                message: "\(subject) wants to know who you are", causes: causes,
                hint: "ssh-add offers your key; with a password, git -C .annals fetch \(subject) asks your git helpers")
        case .diskFull:
            self.init(message: "the disk is full", causes: causes, hint: "make room and try again; nothing was changed")
        case .damaged, .notFound:
            self.init(
                message: "an object of the story is missing or damaged", causes: causes,
                hint: "restore .annals from a clone or a backup; annals verify tells what is affected")
        default: self.init(message: "the repository failed", causes: causes, hint: "annals verify checks it")
        }
    }

    /// A vocabulary that does not read.
    init(_ error: VocabularyError, in path: String) {
        let causes = error.problems.prefix(20).map { "\(path):\($0.line):\($0.column): \(visible($0.reason))" }
        let count = error.problems.count
        self.init(
            message: "the vocabulary has \(count == 1 ? "an error" : "\(count) errors")", causes: causes,
            hint: "correct it and run the command again; nothing was changed")
    }
}

extension Failure {
    /// A file that could not be opened or read.
    static func unreadable(_ path: String, _ error: any Error) -> Failure {
        switch error as? Errno {
        case .noSuchFileOrDirectory: Failure(message: "\(visible(path)): there is no such file", hint: "check the path")
        case .isDirectory: Failure(message: "\(visible(path)) is a folder", hint: "name a file in it")
        default:
            Failure(
                message: "\(visible(path)) cannot be read: \(visible("\(error)"))", hint: "check who may read it")
        }
    }

    /// A word that stands for a command and is none, with the nearest that is.
    static func noCommand(_ word: String, among names: [String]) -> Failure {
        Failure(
            message: "\(visible(word)) is not an annals command",
            hint: Suggestion.nearest(to: word, in: names).map { "did you mean \($0)?" } ?? "annals help lists them",
            status: .usage)
    }

    /// A date that could not be read.
    static func date(_ text: String) -> Failure {
        Failure(
            message: "--recorded: \(visible(text)) is not a date",
            hint: "write it as 2020-02-25 or 2020-02-25T14:06:00Z",
            status: .usage)
    }

    /// A name that no revision has.
    static func revision(_ name: String, nearest: String?) -> Failure {
        Failure(
            message: "no revision is called \(visible(name))",
            hint: nearest.map { "did you mean \(visible($0))?" }
                ?? "annals log lists them; a date is written 2020-02-25")
    }

    /// A revision further back than the first.
    static func noRevision(_ name: String, of count: Int) -> Failure {
        Failure(
            message: "there is no \(visible(name)): the story has \(count) revision\(count == 1 ? "" : "s")",
            hint: "annals log lists them")
    }

    /// A date before the first revision.
    static func noRevision(by date: String, first: String) -> Failure {
        Failure(
            message: "no revision was recorded by \(visible(date))",
            hint: "the first is of \(first); annals log lists them")
    }

    /// A vocabulary that is not text.
    static func notUTF8(_ path: String) -> Failure {
        Failure(message: "\(visible(path)) is not UTF-8", hint: "convert the file: iconv -f LATIN1 -t UTF-8")
    }

    /// A folder that cannot be made.
    static func folder(_ path: String) -> Failure {
        Failure(
            message: "the folder \(visible(path)) cannot be made",
            hint: "check who owns the folder above it, and that no file has its name")
    }

    /// Nothing good among all that was given.
    static func allRefused(_ count: Int) -> Failure {
        Failure(
            message: "nothing was recorded: all that was given was refused",
            hint: "correct \(count == 1 ? "it" : "the \(count) places") and run the command again")
    }

    /// An id that no contradiction ever had.
    static func noContradiction(_ name: String) -> Failure {
        Failure(
            message: "no contradiction is called \(visible(name))", hint: "annals contradictions --all lists them")
    }

    /// The start of several ids.
    static func contradictions(_ name: String, _ ids: [ContradictionID]) -> Failure {
        Failure(
            message: "\(ids.count) contradictions start with \(visible(name))", causes: ids.prefix(5).map(\.letters),
            hint: "write more letters of the id")
    }

    /// Words that fit no fact, or several.
    static func query(_ words: String, _ candidates: [(id: FactID, line: String)], nearest: String?) -> Failure {
        guard !candidates.isEmpty else {
            return Failure(
                message: "no fact says \(visible(words))",
                hint: nearest.map { "did you mean \(visible($0))?" } ?? "annals facts lists all; fewer words find more")
        }
        return Failure(
            message: "\(candidates.count) facts say \(visible(words))",
            causes: candidates.prefix(8).map { "\($0.id.letters.prefix(8))  \(visible($0.line))" },
            hint: "give the id of one of them")
    }
}

/// Untrusted text made fit for a terminal.
func visible(_ text: String) -> String { VisibleText(text, limit: 300).text }

import Synchronization
import Web
import WebServer

/// A site of a few pages that can change, and remembers what it was asked for.
final class SampleSite: PageSource {
    struct State {
        var revision = 1
        var asked: [String] = []
        var files = [
            "index.html": "<p>front</p>", "facts/index.html": "<p>facts</p>", "facts/kqzz.html": "<p>ties</p>",
            "reports.html": "<p>reports</p>", "reports/mee 2022.html": "<p>report</p>",
        ]
        /// Pages that no revision changes.
        var settled: Set<String> = []
        var isDamaged = false
    }

    /// The pages of one revision.
    struct View: PageView {
        let site: SampleSite
        let state: State

        var tip: String { "r\(state.revision)" }

        func key(of path: String) -> String? {
            state.files[path].map { state.settled.contains(path) ? $0 : "\($0) \(tip)" }
        }

        func file(at path: String) throws -> SiteFile? {
            site.making()
            site.change { $0.asked.append(path) }
            if state.isDamaged { throw Damage() }
            return state.files[path].map { text in
                SiteFile(mediaType: "text/html; charset=utf-8", bytes: Array("\(text) \(tip)".utf8))
            }
        }
    }

    struct Damage: Error { let secret = "/home/ana/.annals/objects" }

    private let state = Mutex(State())
    private let making: @Sendable () -> Void

    /// - Parameter making: what happens while a page is made.
    init(making: @escaping @Sendable () -> Void = {}) { self.making = making }

    func view() throws -> any PageView { View(site: self, state: state.withLock(\.self)) }

    func viewAtHand() -> (any PageView)? { View(site: self, state: state.withLock(\.self)) }

    var asked: [String] { state.withLock(\.asked) }

    func change(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }

    func record() { change { $0.revision += 1 } }
}

/// Two things to decide.
final class SampleReview: ReviewPages {
    private let forms = Mutex<[[String: String]]>([])

    var submitted: [[String: String]] { forms.withLock(\.self) }

    func page(_ query: [String: String], formToken: String?) throws -> SiteFile {
        SiteFile(
            mediaType: "text/html; charset=utf-8",
            bytes: Array("<p>at \(query["at"] ?? "1")</p><i>\(formToken ?? "read only")</i>".utf8))
    }

    func submit(_ fields: [String: String]) throws -> String {
        forms.withLock { $0.append(fields) }
        return "/review?at=2"
    }
}

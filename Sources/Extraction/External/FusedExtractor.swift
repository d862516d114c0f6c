package import Facts
import Synchronization

/// An extractor that is left alone once it has failed too often in a row, for reasons that do not lie in the passages.
///
/// A program that hangs, or an interface that is out of reach, would otherwise be waited for with every passage of every report.
package final class FusedExtractor: Extractor {
    /// So many failures in a row are enough.
    package static let limit = 8

    private let extractor: any Extractor
    private let name: String
    private let failures = Mutex(0)

    /// An extractor with a fuse; `name` is what the settings call it.
    package init(_ extractor: any Extractor, name: String) { (self.extractor, self.name) = (extractor, name) }

    package var fingerprint: ExtractorFingerprint { extractor.fingerprint }

    package func read(_ passage: Passage) async throws -> PassageReading {
        guard failures.withLock({ $0 < Self.limit }) else {
            throw ExtractorFailure(name, .leftAlone(failures: Self.limit), reading: passage)
        }
        do {
            let reading = try await extractor.read(passage)
            failures.withLock { $0 = 0 }
            return reading
        } catch let failure as ExtractorFailure {
            failures.withLock { $0 = failure.reason.isOfPassage ? 0 : $0 + 1 }
            throw failure
        }
    }
}

extension ExtractorFailure.Reason {
    /// Whether another passage may well be read.
    fileprivate var isOfPassage: Bool {
        switch self {
        case .declined, .notRecorded: true
        case .status(let status, _): [400, 413, 422].contains(status)
        default: false
        }
    }
}

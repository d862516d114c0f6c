package import Facts
import FoundationEssentials
import SystemPackage

/// The reports in some files and folders, and the files that are none.
package struct ReportCollection: Sendable {
    /// The reports, by name.
    package private(set) var reports: [Report] = []
    /// The files that could not be read, in the order in which they were given.
    package private(set) var problems: [ReportProblem] = []

    /// Reads files, and folders with all that is in them; a folder's files count when their ending is one of
    /// ``ReportReader/endings``, hidden ones never; links to folders are not followed.
    ///
    /// A path with `*`, `?` or `[…]` that is no file stands for the files that fit it (``PathPattern``), `-` for standard input. A name
    /// is for one file alone: of several none would have it. Of several files that would be one report none is taken, unless their
    /// bytes are the same.
    package init(_ paths: [String], as name: ReportName? = nil) {
        var found: [ReportName: [(path: String, report: Report)]] = [:]
        for path in paths.flatMap({ matches($0) }).flatMap({ files($0) }) {
            do throws(ReportProblem) {
                let report = try ReportReader.read(path, as: name)
                found[report.record.name, default: []].append((path, report))
            } catch {
                problems.append(error)
            }
        }
        for (_, candidates) in found.sorted(by: { $0.key < $1.key }) { choose(candidates) }
    }

    private mutating func choose(_ candidates: [(path: String, report: Report)]) {
        let first = candidates[0]
        if candidates.allSatisfy({ $0.report == first.report }) {
            reports.append(first.report)
        } else {
            problems += candidates.dropFirst().map { ReportProblem($0.path, .duplicate(of: first.path)) }
        }
    }

    /// The paths that a pattern fits, sorted; the path itself when it is none.
    private mutating func matches(_ path: String) -> [String] {
        guard path != "-", (try? Stat(FilePath(path))) == nil, let pattern = PathPattern(path) else { return [path] }
        let paths = pattern.paths
        if paths.isEmpty { problems.append(ReportProblem(path, .missing)) }
        return paths
    }

    /// The files that a path stands for, sorted.
    private mutating func files(_ path: String) -> [String] {
        guard (try? Stat(FilePath(path)))?.type == .directory else { return [path] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            problems.append(ReportProblem(path, .unreadable("the folder cannot be listed")))
            return []
        }
        let folder = path.hasSuffix("/") ? path : path + "/"
        return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { files(inFolder: folder + $0) }
    }

    /// The files that an entry of a folder stands for.
    ///
    /// Links to folders are not followed: they may lead in circles. Nor are pipes and devices read, which may never end.
    private mutating func files(inFolder path: String) -> [String] {
        switch (try? Stat(FilePath(path), followTargetSymlink: false))?.type {
        case .directory?: files(path)
        case .symbolicLink? where (try? Stat(FilePath(path)))?.type != .regular: []
        case .regular?, .symbolicLink?: ReportReader.endings.contains(ReportReader.ending(of: path)) ? [path] : []
        default: []
        }
    }
}

import CLibgit2

/// What becomes of a text that was changed on two sides, line by line.
package enum TextMerge: Hashable, Sendable {
    /// The changes of both sides, none of which touches another.
    case merged(String)
    /// The lines of the first place that both changed, without line ends.
    case conflict(ours: [String], theirs: [String])

    /// Merges two texts that both come from a third.
    ///
    /// Which of the two is named first makes no difference to what is merged.
    package init(base: String, ours: String, theirs: String) throws(GitError) {
        try Libgit2.ensureStarted()
        let isSwapped = theirs.utf8.lexicographicallyPrecedes(ours.utf8)
        let (first, second) = isSwapped ? (theirs, ours) : (ours, theirs)
        let (text, isMerged) = try Self.merge(base, first, second)
        guard !isMerged else {
            self = .merged(text)
            return
        }
        let sides = Self.firstConflict(in: text)
        self = .conflict(ours: isSwapped ? sides.second : sides.first, theirs: isSwapped ? sides.first : sides.second)
    }

    private static func merge(
        _ base: String, _ first: String, _ second: String
    ) throws(GitError) -> (text: String, isMerged: Bool) {
        var result = unsafe git_merge_file_result()
        defer { unsafe git_merge_file_result_free(&result) }
        let texts = [base, first, second].map { Array($0.utf8CString) }
        let status = unsafe texts[0].withUnsafeBufferPointer { base in
            unsafe texts[1].withUnsafeBufferPointer { first in
                unsafe texts[2].withUnsafeBufferPointer { second in
                    var inputs = unsafe [input(base), input(first), input(second)]
                    return unsafe git_merge_file(&result, &inputs[0], &inputs[1], &inputs[2], nil)
                }
            }
        }
        try check(status, "merge text")
        let bytes = unsafe UnsafeRawBufferPointer(start: result.ptr, count: result.len)
        return (unsafe String(decoding: bytes, as: UTF8.self), unsafe result.automergeable != 0)
    }

    /// - Parameter text: ends in a zero byte, which is no part of it.
    private static func input(_ text: UnsafeBufferPointer<CChar>) -> git_merge_file_input {
        var input = unsafe git_merge_file_input()
        unsafe input.version = UInt32(GIT_MERGE_FILE_INPUT_VERSION)
        unsafe input.ptr = text.baseAddress
        unsafe input.size = text.count - 1
        return unsafe input
    }

    /// The sides of the first place between git's marks.
    private static func firstConflict(in text: String) -> (first: [String], second: [String]) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = lines.firstIndex { $0.hasPrefix("<<<<<<<") } ?? lines.endIndex
        let rest = lines[start...].dropFirst()
        let first = rest.prefix { !$0.hasPrefix("=======") }
        let second = rest.dropFirst(first.count + 1).prefix { !$0.hasPrefix(">>>>>>>") }
        return (Array(first), Array(second))
    }
}

extension GitRepository {
    /// What processes that were killed left in the repository and beside it, as paths from its folder, sorted.
    ///
    /// Half-written packs, and drafts of the repository itself; whoever records or packs next removes the packs, whoever
    /// begins a story there or packs removes the drafts.
    package func abandonedFiles() throws(GitError) -> [String] {
        let packs = AbandonedPacks(of: self).names(among: try FolderListing(path: packFolder).names)
        let drafts = AbandonedDrafts(of: path).paths.map { "../" + ($0.split(separator: "/").last ?? "") }
        return drafts + packs.map { "objects/pack/\($0)" }
    }
}

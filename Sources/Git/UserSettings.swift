import CLibgit2

/// Git's settings where there is no repository: those of the user and of the system.
package enum UserSettings {
    /// Every setting of a section, the weakest level first, in the order of each file.
    ///
    /// - Throws: `.invalid` when a settings file is not well formed.
    package static func settings(in section: String) throws(GitError) -> [GitSetting] {
        try Libgit2.ensureStarted()
        let all = try unsafe Handle("read settings", subject: section, freeing: git_config_free) {
            unsafe git_config_open_default(&$0)
        }
        return try all.settings(in: section)
    }
}

import CLibgit2

extension GitRepository {
    /// A git setting such as `user.name`, the repository's own before the user's before the system's.
    ///
    /// `nil` when it is not set anywhere.
    /// - Throws: `.invalid` when the key or a settings file is not well formed.
    package func setting(_ key: String) throws(GitError) -> String? {
        try checkNoZeroByte(key, "read setting")
        return try withHandles { (open) throws(GitError) in
            try open.settings("read setting", subject: key).text(key)
        }
    }

    /// Every setting of a section in every file that counts, the weakest level first, in the order of each file.
    ///
    /// - Throws: `.invalid` when a settings file is not well formed.
    package func settings(in section: String) throws(GitError) -> [GitSetting] {
        try withHandles { (open) throws(GitError) in
            try open.settings("read settings", subject: section).settings(in: section)
        }
    }

    /// Writes a setting into the repository's own file, in the place of what it says there.
    ///
    /// - Throws: `.invalid` when the name is not one that git allows.
    package func set(_ key: String, to value: String) throws(GitError) {
        try checkNoZeroByte(key, "write setting")
        try checkNoZeroByte(value, "write setting")
        try withHandles { (open) throws(GitError) in
            let own = try open.settings("write setting", subject: key).repositoryLevel()
            try check(unsafe git_config_set_string(own.pointer, key, value), "write setting", subject: key)
        }
    }

    /// Takes a setting out of the repository's own file; `false` when it does not stand there.
    package func unset(_ key: String) throws(GitError) -> Bool {
        try checkNoZeroByte(key, "remove setting")
        return try withHandles { (open) throws(GitError) in
            let own = try open.settings("remove setting", subject: key).repositoryLevel()
            let status = unsafe git_config_delete_entry(own.pointer, key)
            guard status != GIT_ENOTFOUND.rawValue else { return false }
            try check(status, "remove setting", subject: key)
            return true
        }
    }
}

extension OpenRepository {
    /// The settings of the repository, the user and the system.
    fileprivate func settings(_ operation: String, subject: String) throws(GitError) -> Handle {
        let repository = unsafe repository.pointer
        return try unsafe Handle(operation, subject: subject, freeing: git_config_free) {
            unsafe git_repository_config(&$0, repository)
        }
    }
}

extension Handle {
    fileprivate func text(_ key: String) throws(GitError) -> String? {
        var buffer = unsafe git_buf()
        defer { unsafe git_buf_dispose(&buffer) }
        let status = unsafe git_config_get_string_buf(&buffer, pointer, key)
        guard status != GIT_ENOTFOUND.rawValue else { return nil }
        try check(status, "read setting", subject: key)
        return unsafe buffer.ptr.map { unsafe String(cString: $0) } ?? ""
    }

    /// The settings of the repository's own file alone.
    fileprivate func repositoryLevel() throws(GitError) -> Handle {
        let merged = unsafe pointer
        return try unsafe Handle("open settings", freeing: git_config_free) {
            unsafe git_config_open_level(&$0, merged, GIT_CONFIG_LEVEL_LOCAL)
        }
    }

    /// Every setting of a section, the weakest level first.
    func settings(in section: String) throws(GitError) -> [GitSetting] {
        try entries().filter { $0.name.hasPrefix(section + ".") }.sorted { $0.level < $1.level }
    }

    private func entries() throws(GitError) -> [GitSetting] {
        let settings = unsafe pointer
        let iterator = try unsafe Handle("read settings", freeing: git_config_iterator_free) {
            unsafe git_config_iterator_new(&$0, settings)
        }
        var entries: [GitSetting] = []
        while true {
            var entry: UnsafeMutablePointer<git_config_entry>?
            let status = unsafe git_config_next(&entry, iterator.pointer)
            guard status != GIT_ITEROVER.rawValue else { return entries }
            try check(status, "read settings")
            guard let setting = unsafe entry.flatMap({ unsafe GitSetting($0.pointee) }) else { continue }
            entries.append(setting)
        }
    }
}

extension GitSetting {
    fileprivate init?(_ entry: git_config_entry) {
        guard let name = unsafe entry.name else { return nil }
        let value = unsafe entry.value.map { unsafe String(cString: $0) } ?? ""
        let level: Level =
            switch unsafe entry.level {
            case GIT_CONFIG_LEVEL_PROGRAMDATA, GIT_CONFIG_LEVEL_SYSTEM: .system
            case GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL: .user
            default: .repository
            }
        self.init(name: unsafe String(cString: name), value: value, level: level)
    }
}

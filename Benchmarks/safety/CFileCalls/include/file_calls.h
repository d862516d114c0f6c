/// The system calls on files that a program makes in one folder: counted, recorded, failed at will.
///
/// A program that links this has its own definitions of open, write, fsync, rename and their like, which every library in it calls
/// too, libgit2 among them. Outside the watched folder they do what the system's do. Not for use by several threads at once while a
/// folder is watched.
#ifndef FILE_CALLS_H
#define FILE_CALLS_H

#include <stddef.h>
#include <stdint.h>

/// What a recorded call did.
enum file_call_kind {
    /// A file came to be at `path`; without a path, a file without a name.
    FILE_CALL_CREATE,
    /// A file that was there was opened.
    FILE_CALL_OPEN,
    /// Bytes were written at `offset`.
    FILE_CALL_WRITE,
    /// The file was made `offset` bytes long.
    FILE_CALL_TRUNCATE,
    /// The file, or the folder at `path`, was brought to the disk.
    FILE_CALL_SYNCHRONIZE,
    /// The file got the name `path`; or what is at `path` got the name `other` too.
    FILE_CALL_LINK,
    /// What was at `path` is at `other`.
    FILE_CALL_RENAME,
    /// The name `path` is gone.
    FILE_CALL_UNLINK,
    /// A folder came to be at `path`.
    FILE_CALL_MAKE_FOLDER,
};

/// One recorded call.
struct file_call {
    enum file_call_kind kind;
    /// Tells open files apart; 0 where the call names a path alone.
    int64_t file;
    int64_t offset;
    size_t size;
    const uint8_t *_Nullable bytes;
    /// Below the folder, without a slash in front; empty for the folder itself.
    const char *_Nullable path;
    const char *_Nullable other;
};

/// Watches the calls in a folder from now on, and forgets what was recorded before; NULL watches none.
void file_calls_watch(const char *_Nullable folder);
/// How many calls were made in the folder since it is watched.
long file_calls_count(void);
/// Fails the call of this number, from 1, with an error number, and when `lasting` every later one that changes anything.
void file_calls_fail(long number, int error, int lasting);
/// The name and path of the call that was failed; empty when none was.
const char *_Nonnull file_calls_failed(void);
/// How many calls that change something were recorded.
size_t file_calls_recorded(void);
/// A recorded call.
const struct file_call *_Nonnull file_calls_get(size_t index);

#endif

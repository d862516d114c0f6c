#define _GNU_SOURCE
#include "file_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { FILES = 1024, PATH = 4096 };

static char folder[PATH];
static size_t folder_length;
static long count, failing;
static int failing_error, failing_lasts;
static char failed[PATH + 32];
static struct file_call *calls;
static size_t recorded, capacity;
static int64_t serials;
/// For each open file of the folder: which it is, and its path below the folder.
static int64_t file_of[FILES];
static char *path_of[FILES];

static void forget(int fd) {
    if (fd < 0 || fd >= FILES) return;
    free(path_of[fd]);
    path_of[fd] = NULL;
    file_of[fd] = 0;
}

/// The path below the watched folder; NULL when it is elsewhere.
static const char *below(const char *path) {
    if (!folder_length || !path || strncmp(path, folder, folder_length) != 0) return NULL;
    const char *rest = path + folder_length;
    if (*rest != '/' && *rest != 0) return NULL;
    while (*rest == '/') rest++;
    return rest;
}

static const char *watched(int fd) { return fd >= 0 && fd < FILES ? path_of[fd] : NULL; }

/// Counts a call; 1 when it is to fail, and then errno is set.
static int fails(const char *name, const char *path, int changes) {
    count++;
    int is_due = failing && (count == failing || (failing_lasts && count > failing && changes));
    if (!is_due) return 0;
    if (!failed[0]) snprintf(failed, sizeof failed, "%s %s", name, path);
    errno = failing_error;
    return 1;
}

static void record(
    enum file_call_kind kind, int64_t file, int64_t offset, const void *bytes, size_t size, const char *path,
    const char *other) {
    if (recorded == capacity) {
        capacity = capacity ? 2 * capacity : 256;
        calls = realloc(calls, capacity * sizeof *calls);
    }
    uint8_t *copy = NULL;
    if (bytes && size) memcpy(copy = malloc(size), bytes, size);
    calls[recorded++] = (struct file_call){
        kind, file, offset, size, copy, path ? strdup(path) : NULL, other ? strdup(other) : NULL};
}

void file_calls_watch(const char *path) {
    for (size_t i = 0; i < recorded; i++) {
        free((void *)calls[i].bytes);
        free((void *)calls[i].path);
        free((void *)calls[i].other);
    }
    for (int fd = 0; fd < FILES; fd++) forget(fd);
    recorded = 0, count = 0, failing = 0, failed[0] = 0;
    folder_length = 0;
    if (!path || strlen(path) >= PATH) return;
    strcpy(folder, path);
    folder_length = strlen(folder);
    while (folder_length > 1 && folder[folder_length - 1] == '/') folder[--folder_length] = 0;
}

long file_calls_count(void) { return count; }

void file_calls_fail(long number, int error, int lasting) {
    failing = number, failing_error = error, failing_lasts = lasting, failed[0] = 0;
}

const char *file_calls_failed(void) { return failed; }
size_t file_calls_recorded(void) { return recorded; }
const struct file_call *file_calls_get(size_t index) { return &calls[index]; }

// MARK: the calls

static int open_at(int at, const char *path, int flags, mode_t mode) {
    const char *rest = at == AT_FDCWD ? below(path) : NULL;
    int is_unnamed = (flags & O_TMPFILE) == O_TMPFILE;
    int was_there = rest && !is_unnamed && syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0;
    int saved = errno;
    int changes = is_unnamed || (flags & (O_CREAT | O_TRUNC)) != 0;
    if (rest && fails("open", path, changes)) return -1;
    errno = saved;
    int fd = (int)syscall(SYS_openat, at, path, flags, mode);
    if (!rest || fd < 0 || fd >= FILES) return fd;
    forget(fd);
    path_of[fd] = strdup(rest);
    file_of[fd] = ++serials;
    if (is_unnamed) {
        record(FILE_CALL_CREATE, file_of[fd], 0, NULL, 0, NULL, NULL);
    } else {
        record(was_there ? FILE_CALL_OPEN : FILE_CALL_CREATE, file_of[fd], 0, NULL, 0, rest, NULL);
        if (was_there && flags & O_TRUNC) record(FILE_CALL_TRUNCATE, file_of[fd], 0, NULL, 0, NULL, NULL);
    }
    return fd;
}

static mode_t mode_of(int flags, va_list arguments) {
    return flags & (O_CREAT | (O_TMPFILE & ~O_DIRECTORY)) ? va_arg(arguments, mode_t) : 0;
}

int open(const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_at(AT_FDCWD, path, flags, mode);
}

int openat(int at, const char *path, int flags, ...) {
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_at(at, path, flags, mode);
}

int close(int fd) {
    forget(fd);
    return (int)syscall(SYS_close, fd);
}

ssize_t read(int fd, void *buffer, size_t size) {
    if (watched(fd) && fails("read", watched(fd), 0)) return -1;
    return syscall(SYS_read, fd, buffer, size);
}

ssize_t pread(int fd, void *buffer, size_t size, off_t offset) {
    if (watched(fd) && fails("pread", watched(fd), 0)) return -1;
    return syscall(SYS_pread64, fd, buffer, size, offset);
}

void *mmap(void *address, size_t size, int protection, int flags, int fd, off_t offset) {
    if (watched(fd) && fails("mmap", watched(fd), 0)) return MAP_FAILED;
    return (void *)syscall(SYS_mmap, address, size, protection, flags, fd, offset);
}

ssize_t write(int fd, const void *bytes, size_t size) {
    if (!watched(fd)) return syscall(SYS_write, fd, bytes, size);
    if (fails("write", watched(fd), 1)) return -1;
    int is_appending = (int)syscall(SYS_fcntl, fd, F_GETFL) & O_APPEND;
    off_t offset = syscall(SYS_lseek, fd, 0, is_appending ? SEEK_END : SEEK_CUR);
    ssize_t done = syscall(SYS_write, fd, bytes, size);
    if (done > 0) record(FILE_CALL_WRITE, file_of[fd], offset, bytes, (size_t)done, NULL, NULL);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t offset) {
    if (!watched(fd)) return syscall(SYS_pwrite64, fd, bytes, size, offset);
    if (fails("pwrite", watched(fd), 1)) return -1;
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, size, offset);
    if (done > 0) record(FILE_CALL_WRITE, file_of[fd], offset, bytes, (size_t)done, NULL, NULL);
    return done;
}

int ftruncate(int fd, off_t size) {
    if (!watched(fd)) return (int)syscall(SYS_ftruncate, fd, size);
    if (fails("ftruncate", watched(fd), 1)) return -1;
    int status = (int)syscall(SYS_ftruncate, fd, size);
    if (status == 0) record(FILE_CALL_TRUNCATE, file_of[fd], size, NULL, 0, NULL, NULL);
    return status;
}

static int synchronize(int fd, const char *name, long number) {
    if (!watched(fd)) return (int)syscall(number, fd);
    if (fails(name, watched(fd), 1)) return -1;
    int status = (int)syscall(number, fd);
    if (status == 0) record(FILE_CALL_SYNCHRONIZE, file_of[fd], 0, NULL, 0, path_of[fd], NULL);
    return status;
}

int fsync(int fd) { return synchronize(fd, "fsync", SYS_fsync); }
int fdatasync(int fd) { return synchronize(fd, "fdatasync", SYS_fdatasync); }

int linkat(int from, const char *source, int to, const char *path, int flags) {
    const char *rest = below(path);
    int fd = -1;
    if (!rest) return (int)syscall(SYS_linkat, from, source, to, path, flags);
    if (fails("linkat", path, 1)) return -1;
    int status = (int)syscall(SYS_linkat, from, source, to, path, flags);
    if (status == 0 && sscanf(source, "/proc/self/fd/%d", &fd) == 1 && watched(fd))
        record(FILE_CALL_LINK, file_of[fd], 0, NULL, 0, rest, NULL);
    return status;
}

int link(const char *source, const char *path) {
    const char *rest = below(path);
    if (!rest) return (int)syscall(SYS_link, source, path);
    if (fails("link", path, 1)) return -1;
    int status = (int)syscall(SYS_link, source, path);
    if (status == 0) record(FILE_CALL_LINK, 0, 0, NULL, 0, below(source), rest);
    return status;
}

int rename(const char *source, const char *path) {
    const char *rest = below(path);
    if (!rest) return (int)syscall(SYS_rename, source, path);
    if (fails("rename", path, 1)) return -1;
    int status = (int)syscall(SYS_rename, source, path);
    if (status == 0) record(FILE_CALL_RENAME, 0, 0, NULL, 0, below(source), rest);
    return status;
}

int unlink(const char *path) {
    const char *rest = below(path);
    if (!rest) return (int)syscall(SYS_unlink, path);
    if (fails("unlink", path, 1)) return -1;
    int status = (int)syscall(SYS_unlink, path);
    if (status == 0) record(FILE_CALL_UNLINK, 0, 0, NULL, 0, rest, NULL);
    return status;
}

int mkdir(const char *path, mode_t mode) {
    const char *rest = below(path);
    if (!rest) return (int)syscall(SYS_mkdir, path, mode);
    if (fails("mkdir", path, 1)) return -1;
    int status = (int)syscall(SYS_mkdir, path, mode);
    if (status == 0) record(FILE_CALL_MAKE_FOLDER, 0, 0, NULL, 0, rest, NULL);
    return status;
}

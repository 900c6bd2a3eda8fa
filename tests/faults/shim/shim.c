/*
 * A layer between a program and the kernel (LD_PRELOAD): counts the calls that change files below one folder, and lets
 * one of them fail, or the process die there. Built by the harness; Linux only.
 *
 * GROUNDWORK_SHIM_ROOT   the folder, absolute
 * GROUNDWORK_SHIM_COUNT  a file outside it: gets the number of calls when the process ends
 * GROUNDWORK_SHIM_AT     the call that fails, from 1; 0 for none (power: at the end of the process)
 * GROUNDWORK_SHIM_MODE   enospc, eio, erofs: what it answers; kill: dies before the call; torn: dies in the middle of a
 *                        write; power: dies there, and what was not synced to the disk is lost
 * GROUNDWORK_SHIM_GOOD   1: every later call fails too
 * GROUNDWORK_SHIM_SEED   power: which of the unsynced writes are lost; 0 for all
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 4096
#define NEXT(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

enum mode { NONE, FAIL, KILL, TORN, POWER };

static char root[4096];
static size_t root_len;
static long at;
static long calls;
static enum mode mode;
static int failure;
static int for_good;
static unsigned long seed;
static unsigned char tracked[FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* What would be lost: the bytes that an unsynced write replaced, newest first. */
struct lost {
    struct lost *older;
    dev_t dev;
    ino_t ino;
    int fd;
    off_t offset, size;
    size_t length;
    unsigned char bytes[];
};
static struct lost *unsynced;

/* A name that was taken away, until its folder is synced. */
struct gone {
    struct gone *older;
    char path[1024], kept[8192];
};
static struct gone *removed;
static long kept_names;

__attribute__((constructor)) static void begin(void) {
    const char *text = getenv("GROUNDWORK_SHIM_ROOT");
    if (!text || strlen(text) >= sizeof root) return;
    strcpy(root, text);
    root_len = strlen(root);
    text = getenv("GROUNDWORK_SHIM_AT");
    at = text ? atol(text) : 0;
    text = getenv("GROUNDWORK_SHIM_GOOD");
    for_good = text && *text == '1';
    text = getenv("GROUNDWORK_SHIM_SEED");
    seed = text ? strtoul(text, NULL, 10) : 0;
    text = getenv("GROUNDWORK_SHIM_MODE");
    if (!text) return;
    mode = FAIL;
    if (!strcmp(text, "enospc")) failure = ENOSPC;
    else if (!strcmp(text, "eio")) failure = EIO;
    else if (!strcmp(text, "erofs")) failure = EROFS;
    else if (!strcmp(text, "kill")) mode = KILL;
    else if (!strcmp(text, "torn")) mode = TORN;
    else if (!strcmp(text, "power")) mode = POWER;
    else mode = NONE;
}

static void lose(void);

__attribute__((destructor)) static void end(void) {
    /* The power goes just after the program ended. */
    if (mode == POWER && !at) lose();
    const char *path = getenv("GROUNDWORK_SHIM_COUNT");
    char text[32];
    if (!path || !root_len) return;
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int length = snprintf(text, sizeof text, "%ld\n", calls);
    if (fd >= 0) {
        (void)!syscall(SYS_write, fd, text, (size_t)length);
        syscall(SYS_close, fd);
    }
}

static int below(const char *path) {
    return root_len && path && !strncmp(path, root, root_len) && (path[root_len] == '/' || !path[root_len]);
}

static int path_of(int fd, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return 1;
}

/* The absolute path of a name beside a folder's descriptor. */
static const char *resolved(int dir, const char *name, char *path, size_t size) {
    if (!name || *name == '/') return name;
    if (dir == AT_FDCWD) {
        if (!getcwd(path, size)) return name;
    } else if (!path_of(dir, path, size)) {
        return name;
    }
    size_t length = strlen(path);
    snprintf(path + length, size - length, "/%s", name);
    return path;
}

static int is_tracked(int fd) { return root_len && fd >= 0 && fd < FDS && tracked[fd]; }

static unsigned long drawn(unsigned long number) {
    number = (number + seed) * 0x9e3779b97f4a7c15UL;
    number ^= number >> 31;
    return number * 0xbf58476d1ce4e5b9UL >> 33;
}

static void lose(void) {
    unsigned long number = 0;
    for (struct lost *one = unsynced; one; one = one->older) {
        /* Reordered by the disk: some of it reached the plate. */
        if (seed && drawn(number++) % 2) continue;
        if (one->length) (void)!syscall(SYS_pwrite64, one->fd, one->bytes, one->length, one->offset);
        syscall(SYS_ftruncate, one->fd, one->size);
    }
    for (struct gone *one = removed; one; one = one->older) {
        if (seed && drawn(number++) % 2) continue;
        syscall(SYS_renameat, AT_FDCWD, one->kept, AT_FDCWD, one->path);
    }
}

static void die(void) {
    if (mode == POWER) lose();
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Counts a call; whether it is to fail. Where the process is to die it does so here, unless the call can be torn. */
static int fails(int can_be_torn, int *torn) {
    pthread_mutex_lock(&lock);
    long number = ++calls;
    int hit = mode != NONE && at && (number == at || (for_good && number > at));
    if (hit && mode == TORN && can_be_torn) {
        *torn = 1;
        hit = 0;
    } else if (hit && mode != FAIL) {
        die();
    }
    pthread_mutex_unlock(&lock);
    if (hit) errno = failure;
    return hit;
}

static int refused(void) {
    int torn = 0;
    return fails(0, &torn);
}

/* Keeps what a write is about to replace. */
static void keep(int fd, off_t offset, size_t length) {
    struct stat stat;
    char path[4096];
    if (mode != POWER || fstat(fd, &stat) || !S_ISREG(stat.st_mode) || !path_of(fd, path, sizeof path)) return;
    pthread_mutex_lock(&lock);
    int own = -1;
    for (struct lost *one = unsynced; one; one = one->older) {
        if (one->dev == stat.st_dev && one->ino == stat.st_ino) own = one->fd;
    }
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    if (own < 0) own = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDWR | O_CLOEXEC, 0);
    struct lost *lost = own < 0 ? NULL : malloc(sizeof *lost + length);
    if (lost) {
        lost->dev = stat.st_dev;
        lost->ino = stat.st_ino;
        lost->fd = own;
        lost->offset = offset;
        lost->size = stat.st_size;
        ssize_t there = syscall(SYS_pread64, own, lost->bytes, length, offset);
        lost->length = there > 0 ? (size_t)there : 0;
        lost->older = unsynced;
        unsynced = lost;
    }
    pthread_mutex_unlock(&lock);
}

/* What was synced cannot be lost any more. The descriptors stay open: closing one would end the locks of SQLite. */
static void synced(int fd) {
    struct stat stat;
    char path[4096];
    if (mode != POWER || fstat(fd, &stat)) return;
    pthread_mutex_lock(&lock);
    if (S_ISDIR(stat.st_mode) && path_of(fd, path, sizeof path)) {
        size_t length = strlen(path);
        for (struct gone **one = &removed; *one;) {
            const char *name = strrchr((*one)->path, '/');
            if (name && (size_t)(name - (*one)->path) == length && !strncmp((*one)->path, path, length)) {
                syscall(SYS_unlinkat, AT_FDCWD, (*one)->kept, 0);
                *one = (*one)->older;
            } else {
                one = &(*one)->older;
            }
        }
    }
    for (struct lost **one = &unsynced; *one;) {
        if ((*one)->dev == stat.st_dev && (*one)->ino == stat.st_ino) *one = (*one)->older;
        else one = &(*one)->older;
    }
    pthread_mutex_unlock(&lock);
}

/* Puts a file aside instead of removing its name, so that the removal can be lost. */
static int put_aside(const char *path) {
    struct stat stat;
    if (mode != POWER || lstat(path, &stat) || !S_ISREG(stat.st_mode) || strlen(path) >= 1000) return 0;
    struct gone *gone = malloc(sizeof *gone);
    if (!gone) return 0;
    strcpy(gone->path, path);
    pthread_mutex_lock(&lock);
    snprintf(gone->kept, sizeof gone->kept, "%s.shim-%ld", root, ++kept_names);
    int done = !syscall(SYS_renameat, AT_FDCWD, path, AT_FDCWD, gone->kept);
    if (done) {
        gone->older = removed;
        removed = gone;
    }
    pthread_mutex_unlock(&lock);
    return done;
}

static int opened(int dir, const char *name, int flags, mode_t permissions) {
    char buffer[8192];
    const char *path = resolved(dir, name, buffer, sizeof buffer);
    int ours = below(path);
    struct stat stat;
    /* Opening for writing changes nothing; making or emptying a file does. */
    int makes = ours && (flags & O_CREAT) && (lstat(path, &stat) || (flags & O_EXCL));
    int empties = ours && (flags & O_TRUNC) && !lstat(path, &stat) && stat.st_size > 0;
    if ((makes || empties) && refused()) return -1;
    int fd = (int)syscall(SYS_openat, dir, name, flags, permissions);
    if (fd >= 0 && fd < FDS) tracked[fd] = (unsigned char)ours;
    return fd;
}

#define OPEN(NAME, ...)                                                                                                \
    va_list rest;                                                                                                      \
    va_start(rest, flags);                                                                                             \
    mode_t permissions = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                                     \
    va_end(rest);                                                                                                      \
    return opened(__VA_ARGS__, flags, permissions)

int open(const char *path, int flags, ...) { OPEN(open, AT_FDCWD, path); }
int open64(const char *path, int flags, ...) { OPEN(open64, AT_FDCWD, path); }
int openat(int dir, const char *path, int flags, ...) { OPEN(openat, dir, path); }
int openat64(int dir, const char *path, int flags, ...) { OPEN(openat64, dir, path); }

int close(int fd) {
    if (fd >= 0 && fd < FDS) tracked[fd] = 0;
    return (int)syscall(SYS_close, fd);
}

static ssize_t written(int fd, const void *bytes, size_t count, off_t offset, int here) {
    int torn = 0;
    if (is_tracked(fd)) {
        if (fails(1, &torn)) return -1;
        off_t place = here ? lseek(fd, 0, (fcntl(fd, F_GETFL) & O_APPEND) ? SEEK_END : SEEK_CUR) : offset;
        keep(fd, place, count);
    }
    size_t some = torn ? count / 2 : count;
    ssize_t done = here ? syscall(SYS_write, fd, bytes, some) : syscall(SYS_pwrite64, fd, bytes, some, offset);
    if (torn) die();
    return done;
}

ssize_t write(int fd, const void *bytes, size_t count) { return written(fd, bytes, count, 0, 1); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return written(fd, bytes, count, offset, 0); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset) { return written(fd, bytes, count, offset, 0); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (!is_tracked(fd)) return syscall(SYS_writev, fd, parts, count);
    for (int part = 0; part < count; part++) {
        if (parts[part].iov_len) return write(fd, parts[part].iov_base, parts[part].iov_len);
    }
    return 0;
}

int fsync(int fd) {
    if (is_tracked(fd) && refused()) return -1;
    int done = (int)syscall(SYS_fsync, fd);
    if (!done && is_tracked(fd)) synced(fd);
    return done;
}

int fdatasync(int fd) {
    if (is_tracked(fd) && refused()) return -1;
    int done = (int)syscall(SYS_fdatasync, fd);
    if (!done && is_tracked(fd)) synced(fd);
    return done;
}

static int shortened(int fd, off_t size) {
    struct stat stat;
    if (is_tracked(fd)) {
        if (refused()) return -1;
        if (!fstat(fd, &stat) && stat.st_size > size) keep(fd, size, (size_t)(stat.st_size - size));
    }
    return (int)syscall(SYS_ftruncate, fd, size);
}

int ftruncate(int fd, off_t size) { return shortened(fd, size); }
int ftruncate64(int fd, off_t size) { return shortened(fd, size); }

ssize_t copy_file_range(int from, off_t *here, int to, off_t *there, size_t count, unsigned flags) {
    if (is_tracked(to) && refused()) return -1;
    return syscall(SYS_copy_file_range, from, here, to, there, count, flags);
}

ssize_t sendfile(int to, int from, off_t *offset, size_t count) {
    if (is_tracked(to) && refused()) return -1;
    return syscall(SYS_sendfile, to, from, offset, count);
}

ssize_t sendfile64(int to, int from, off_t *offset, size_t count) { return sendfile(to, from, offset, count); }

/* Whether a call on a name, or on two, is to fail. */
static int name_refused(int dir, const char *name, int other_dir, const char *other) {
    char one[8192], two[8192];
    int ours = below(resolved(dir, name, one, sizeof one));
    if (other) ours |= below(resolved(other_dir, other, two, sizeof two));
    return ours && refused();
}

int rename(const char *from, const char *to) {
    if (name_refused(AT_FDCWD, from, AT_FDCWD, to)) return -1;
    return (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int renameat(int dir, const char *from, int other, const char *to) {
    if (name_refused(dir, from, other, to)) return -1;
    return (int)syscall(SYS_renameat, dir, from, other, to);
}

int renameat2(int dir, const char *from, int other, const char *to, unsigned flags) {
    if (name_refused(dir, from, other, to)) return -1;
    return (int)syscall(SYS_renameat2, dir, from, other, to, flags);
}

int link(const char *from, const char *to) {
    if (name_refused(AT_FDCWD, to, 0, NULL)) return -1;
    return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int linkat(int dir, const char *from, int other, const char *to, int flags) {
    if (name_refused(other, to, 0, NULL)) return -1;
    return (int)syscall(SYS_linkat, dir, from, other, to, flags);
}

int unlink(const char *path) {
    if (name_refused(AT_FDCWD, path, 0, NULL)) return -1;
    if (below(path) && put_aside(path)) return 0;
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int unlinkat(int dir, const char *path, int flags) {
    if (name_refused(dir, path, 0, NULL)) return -1;
    return (int)syscall(SYS_unlinkat, dir, path, flags);
}

int rmdir(const char *path) {
    if (name_refused(AT_FDCWD, path, 0, NULL)) return -1;
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);
}

int mkdir(const char *path, mode_t permissions) {
    if (name_refused(AT_FDCWD, path, 0, NULL)) return -1;
    return (int)syscall(SYS_mkdirat, AT_FDCWD, path, permissions);
}

int mkdirat(int dir, const char *path, mode_t permissions) {
    if (name_refused(dir, path, 0, NULL)) return -1;
    return (int)syscall(SYS_mkdirat, dir, path, permissions);
}

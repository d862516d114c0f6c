// Kerberos, which git's library asks for where a server wants it: found when it is first asked for.
//
// There is no archive of it to link in, and its seven libraries would be found, mapped and bound at each start of a program that
// hardly ever needs them. Where it is not installed, or lacks a function, it says that it is unavailable, as it does of a mechanism
// that it does not have. The names, and that all of them return an unsigned number of 32 bits, are those of RFC 2744.
#include <dlfcn.h>
#include <stdint.h>

// The library itself must find its own functions, not these.
#pragma GCC visibility push(hidden)

#define UNAVAILABLE (UINT32_C(16) << 16) // GSS_S_UNAVAILABLE

typedef struct {
    uint32_t length;
    void *elements;
} Identifier;

// 1.2.840.113554.1.2.1.4, a service of a host.
static Identifier host_based_service = {10, "\x2a\x86\x48\x86\xf7\x12\x01\x02\x01\x04"};
Identifier *GSS_C_NT_HOSTBASED_SERVICE = &host_based_service;

static void *function(const char *name) {
    // Opened once more it is the same; it stays open until the program ends.
    void *library = dlopen("libgssapi_krb5.so.2", RTLD_LAZY | RTLD_GLOBAL);
    return library ? dlsym(library, name) : 0;
}

// A function with its parameters, and the same in parentheses as they are handed on.
#define HANDED_ON(name, parameters, arguments)                                                                                    \
    uint32_t name parameters {                                                                                                    \
        uint32_t(*call) parameters = (uint32_t(*) parameters) function(#name);                                                    \
        if (call) return call arguments;                                                                                          \
        *minor = 0;                                                                                                               \
        return UNAVAILABLE;                                                                                                       \
    }

HANDED_ON(gss_delete_sec_context, (uint32_t *minor, void *context, void *token), (minor, context, token))
HANDED_ON(gss_display_status,
          (uint32_t *minor, uint32_t status, int kind, void *mechanism, uint32_t *more, void *text),
          (minor, status, kind, mechanism, more, text))
HANDED_ON(gss_import_name, (uint32_t *minor, void *text, void *kind, void *name), (minor, text, kind, name))
HANDED_ON(gss_indicate_mechs, (uint32_t *minor, void *mechanisms), (minor, mechanisms))
HANDED_ON(gss_init_sec_context,
          (uint32_t *minor, void *credential, void *context, void *target, void *mechanism, uint32_t flags, uint32_t seconds,
           void *bindings, void *input, void *actual, void *output, uint32_t *granted, uint32_t *time),
          (minor, credential, context, target, mechanism, flags, seconds, bindings, input, actual, output, granted, time))
HANDED_ON(gss_release_buffer, (uint32_t *minor, void *buffer), (minor, buffer))
HANDED_ON(gss_release_name, (uint32_t *minor, void *name), (minor, name))
HANDED_ON(gss_release_oid_set, (uint32_t *minor, void *identifiers), (minor, identifiers))

#include "kernels.h"
#include <math.h>
#include <string.h>

#pragma clang fp contract(fast)
// What passes vectors is static and never called from outside.
#pragma clang diagnostic ignored "-Wpsabi"

typedef float float8 __attribute__((vector_size(32), aligned(4)));
typedef uint32_t uint8x __attribute__((vector_size(32), aligned(4)));
typedef uint16_t half8 __attribute__((vector_size(16), aligned(2)));

#define VARIANT(name) name##_portable
#define ROWS 3
#include "kernels.inc"
#undef VARIANT
#undef ROWS

#define VARIANT(name) name##_avx2
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define ROWS 6
#include "kernels.inc"
#pragma clang attribute pop
bool annals_has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
#else
#define ROWS 3
#include "kernels.inc"
bool annals_has_avx2(void) { return false; }
#endif

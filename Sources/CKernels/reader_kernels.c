#include "reader_kernels.h"

#include <math.h>
#include <string.h>

// Vectors are passed between inlined functions only.
#pragma clang diagnostic ignored "-Wpsabi"
#pragma STDC FP_CONTRACT ON

typedef float float8 __attribute__((vector_size(32), aligned(4)));

#define INLINE static inline __attribute__((always_inline))
#define WINDOW_QUADS 32
#define MOST_HIDDEN 512
#define MOST_MOVES 1024

/// Four neighbouring rows of results, of which the last may be fewer: the first, and how many there are from it on.
typedef struct {
    size_t row;
    size_t left;
} quad;

#define NAME(function) function##_portable
#define ROWS 2
#include "reader_kernels.inc"
#undef NAME
#undef ROWS

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma,f16c"))), apply_to = function)
#define NAME(function) function##_avx2
#define ROWS 6
#define HAS_F16C
#include "reader_kernels.inc"
#undef NAME
#undef ROWS
#pragma clang attribute pop

int reader_fastest_variant(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c") ? 1 : 0;
}
#define DISPATCH(call) (variant == 1 ? call##_avx2 : call##_portable)
#else
int reader_fastest_variant(void) { return 0; }
#define DISPATCH(call) call##_portable
#endif

static float widened(uint16_t half) {
    uint32_t bits = (uint32_t)(half & 0x7FFF) << 13;
    float magnitude;
    memcpy(&magnitude, &bits, 4);
    magnitude *= 0x1p112f;
    return half & 0x8000 ? -magnitude : magnitude;
}

void reader_widen(const void *half, size_t count, float *out) {
    const uint8_t *bytes = half;
    for (size_t i = 0; i < count; i++) out[i] = widened((uint16_t)(bytes[2 * i] | bytes[2 * i + 1] << 8));
}

static size_t panels(size_t columns) { return (columns + READER_PANEL - 1) / READER_PANEL; }

size_t reader_packed_count(size_t columns, size_t depth) { return panels(columns) * READER_PANEL * depth; }

void reader_pack(const float *weights, size_t columns, size_t depth, float *out) {
    for (size_t panel = 0; panel < panels(columns); panel++) {
        for (size_t k = 0; k < depth; k++) {
            for (size_t c = 0; c < READER_PANEL; c++) {
                size_t column = panel * READER_PANEL + c;
                *out++ = column < columns ? weights[column * depth + k] : 0;
            }
        }
    }
}

void reader_pack_window(const float *weights, size_t columns, size_t depth, float *out) {
    static const float transform[6][3] = {
        {1.f / 4, 0, 0}, {-1.f / 6, -1.f / 6, -1.f / 6}, {-1.f / 6, 1.f / 6, -1.f / 6},
        {1.f / 24, 1.f / 12, 1.f / 6}, {1.f / 24, -1.f / 12, 1.f / 6}, {0, 0, 1},
    };
    for (size_t panel = 0; panel < panels(columns); panel++) {
        for (int matrix = 0; matrix < 6; matrix++) {
            const float *factors = transform[matrix];
            for (size_t k = 0; k < depth; k++) {
                for (size_t c = 0; c < READER_PANEL; c++) {
                    size_t column = panel * READER_PANEL + c;
                    const float *row = weights + column * 3 * depth + k;
                    *out++ = column < columns ? factors[0] * row[0] + factors[1] * row[depth] + factors[2] * row[2 * depth] : 0;
                }
            }
        }
    }
}

void reader_product(int variant, const float *in, size_t stride, size_t rows, size_t depth, const float *packed,
                    size_t columns, const float *bias, float *out) {
    DISPATCH(product)(in, stride, rows, depth, packed, panels(columns), bias, out);
}

/// MurmurHash3's 128 bits for eight bytes, as four numbers of 32 bits.
static void hashed(uint64_t value, uint32_t seed, uint32_t out[4]) {
    uint64_t h1 = value * 0x87c37b91114253d5u;
    h1 = (h1 << 31 | h1 >> 33) * 0x4cf5ad432745937fu;
    h1 ^= seed;
    h1 ^= 8;
    uint64_t h2 = (uint64_t)seed ^ 8;
    h1 += h2;
    h2 += h1;
    for (int i = 0; i < 2; i++) {
        uint64_t h = i == 0 ? h1 : h2;
        h = (h ^ h >> 33) * 0xff51afd7ed558ccdu;
        h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53u;
        h ^= h >> 33;
        if (i == 0) h1 = h; else h2 = h;
    }
    h1 += h2;
    h2 += h1;
    out[0] = (uint32_t)h1;
    out[1] = (uint32_t)(h1 >> 32);
    out[2] = (uint32_t)h2;
    out[3] = (uint32_t)(h2 >> 32);
}

void reader_embed(int variant, const void *table, size_t rows, size_t width, uint64_t id, uint32_t seed, float *out) {
    uint32_t hashes[4];
    hashed(id, seed, hashes);
    memset(out, 0, width * sizeof(float));
    for (int i = 0; i < 4; i++) {
        const uint8_t *row = (const uint8_t *)table + (hashes[i] % rows) * width * 2;
        DISPATCH(add_half)(row, width, out);
    }
}

void reader_maxout(int variant, const float *in, size_t rows, size_t width, size_t pieces, const float *gain,
                   const float *shift, float *out) {
    for (size_t row = 0; row < rows; row++) {
        DISPATCH(maxout)(in + row * pieces * width, width, pieces, gain, shift, NULL, out + row * width);
    }
}

size_t reader_window_scratch(size_t width, size_t pieces) {
    return width + WINDOW_QUADS * (6 * width + 4 * panels(width * pieces) * READER_PANEL + 6 * READER_PANEL);
}

void reader_window(int variant, const float *in, const reader_stretch *stretches, size_t count, size_t width,
                   size_t pieces, const float *packed, const float *bias, const float *gain, const float *shift,
                   float *out, float *scratch) {
    quad quads[WINDOW_QUADS];
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t row = 0; row < stretches[i].count; row += 4) {
            quads[filled++] = (quad){stretches[i].start + row, stretches[i].count - row};
            if (filled < WINDOW_QUADS) continue;
            DISPATCH(window)(in, quads, filled, width, pieces, packed, bias, gain, shift, out, scratch);
            filled = 0;
        }
    }
    if (filled) DISPATCH(window)(in, quads, filled, width, pieces, packed, bias, gain, shift, out, scratch);
}

int reader_best_move(int variant, const reader_transitions *model, const int32_t *places, const uint8_t *kinds,
                     const uint8_t *allowed) {
    if (model->hidden > MOST_HIDDEN || model->moves > MOST_MOVES) return -1;
    float scores[MOST_MOVES];
    DISPATCH(score)(model, places, scores);
    int best = -1;
    for (size_t i = 0; i < model->moves; i++) {
        if (allowed[kinds[i]] && (best < 0 || scores[i] > scores[best])) best = (int)i;
    }
    return best;
}

// Arithmetic of the language model on single-precision matrices: each function twice, for any processor and for x86-64 with AVX2
// and FMA. Matrices are row-major. No function keeps a pointer.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether this processor has AVX2 and FMA.
bool annals_has_avx2(void);

#define ANNALS_DECLARE(variant)                                                                                              \
    /* out[rows × 16·panels] = in · weights + bias. A row of `in` has `depth` numbers and starts `stride` after the last; */  \
    /* weights are in panels of 16 columns, each depth × 16. */                                                               \
    void annals_product_##variant(const float *_Nonnull in, size_t rows, size_t stride, size_t depth,                         \
                                  const float *_Nonnull weights, size_t panels, const float *_Nonnull bias,                   \
                                  float *_Nonnull out);                                                                       \
    /* The greatest of `pieces` stretches of a row of `in`, normalised to mean 0 and variance 1, times gain plus shift; */     \
    /* added to `out` when `adds`. A row of `in` is pieces × width. */                                                        \
    void annals_maxout_##variant(const float *_Nonnull in, size_t rows, size_t width, size_t pieces,                          \
                                 const float *_Nonnull gain, const float *_Nonnull shift, bool adds, float *_Nonnull out);    \
    /* Adds four half-precision rows of `width` numbers to `out`. */                                                          \
    void annals_add_rows_##variant(const uint16_t *_Nonnull table, const uint32_t rows[_Nonnull 4], size_t width,             \
                                   float *_Nonnull out);                                                                      \
    /* Adds `count` numbers of `in` to `out`. */                                                                              \
    void annals_add_##variant(const float *_Nonnull in, size_t count, float *_Nonnull out);                                   \
    /* out[i] = the greater of in[2i] and in[2i + 1]. */                                                                      \
    void annals_maxpairs_##variant(const float *_Nonnull in, size_t count, float *_Nonnull out);

ANNALS_DECLARE(portable)
ANNALS_DECLARE(avx2)

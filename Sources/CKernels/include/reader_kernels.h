// Arithmetic of the language pipeline in single precision. Matrices are row-major; no function keeps a pointer.
// A variant is 0 for any processor, 1 for x86-64 with AVX2, FMA and F16C.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The columns that packed weights are grouped by; results have a multiple of it as their width.
#define READER_PANEL 16

/// The fastest variant that this processor runs.
int reader_fastest_variant(void);

/// Little-endian half-precision numbers in single precision.
void reader_widen(const void *_Nonnull half, size_t count, float *_Nonnull out);

/// How many numbers `reader_pack` writes; `reader_pack_window` writes six times as many.
size_t reader_packed_count(size_t columns, size_t depth);

/// Weights, columns × depth, for `reader_product`.
void reader_pack(const float *_Nonnull weights, size_t columns, size_t depth, float *_Nonnull out);

/// Weights, columns × (3 · depth), for `reader_window`: Winograd's F(4, 3) over rows.
void reader_pack_window(const float *_Nonnull weights, size_t columns, size_t depth, float *_Nonnull out);

/// out = in · weightsᵀ + bias; a row of `in` starts `stride` numbers after the last, one of `out` has the packed width.
void reader_product(int variant, const float *_Nonnull in, size_t stride, size_t rows, size_t depth,
                    const float *_Nonnull packed, size_t columns, const float *_Nullable bias, float *_Nonnull out);

/// The sum of the four rows of a table of half-precision numbers that a hash of `id` chooses.
void reader_embed(int variant, const void *_Nonnull table, size_t rows, size_t width, uint64_t id, uint32_t seed,
                  float *_Nonnull out);

/// For each row of `in`, pieces × width numbers: the greatest of the pieces, normalised to mean 0 and variance 1,
/// times gain plus shift.
void reader_maxout(int variant, const float *_Nonnull in, size_t rows, size_t width, size_t pieces,
                   const float *_Nonnull gain, const float *_Nonnull shift, float *_Nonnull out);

/// How many numbers `reader_window` needs to work in.
size_t reader_window_scratch(size_t width, size_t pieces);

/// Rows that lie together, such as those of a sentence.
typedef struct {
    /// The first.
    size_t start;
    size_t count;
} reader_stretch;

/// A residual layer over windows of three rows, which never reach out of a stretch: from `count + 2` rows of `in` at its start,
/// `count` of `out` at the same place, whose first is that of the second.
///
/// The weights are read once for many rows, whichever stretch these are of.
void reader_window(int variant, const float *_Nonnull in, const reader_stretch *_Nonnull stretches, size_t count,
                   size_t width, size_t pieces, const float *_Nonnull packed, const float *_Nonnull bias,
                   const float *_Nonnull gain, const float *_Nonnull shift, float *_Nonnull out,
                   float *_Nonnull scratch);

/// What a transition model has computed once for each token, and what it needs for each state.
typedef struct {
    /// tokens × places × (2 · hidden)
    const float *_Nonnull tokens;
    /// places × (2 · hidden): for a place where no token is.
    const float *_Nonnull absent;
    /// 2 · hidden
    const float *_Nonnull lower_bias;
    const float *_Nonnull upper_packed;
    const float *_Nonnull upper_bias;
    size_t places;
    size_t hidden;
    size_t moves;
} reader_transitions;

/// The best move of a state, or -1: the first of those with the highest score whose kind is allowed.
int reader_best_move(int variant, const reader_transitions *_Nonnull model, const int32_t *_Nonnull places,
                     const uint8_t *_Nonnull kinds, const uint8_t *_Nonnull allowed);

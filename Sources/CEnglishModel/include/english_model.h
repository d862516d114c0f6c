#pragma once
#include <stddef.h>

/// The bytes of the English pipeline, which last as long as the program.
const void *_Nonnull annals_english_model(void);

/// How many they are.
size_t annals_english_model_size(void);

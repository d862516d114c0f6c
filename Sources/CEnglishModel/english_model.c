#include "english_model.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] __attribute__((aligned(64))) = {
#embed "english.model"
};

const void *annals_english_model(void) { return model; }

size_t annals_english_model_size(void) { return sizeof model; }

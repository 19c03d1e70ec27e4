#ifndef REVIEW_PACKET_CPROCESSOR_H
#define REVIEW_PACKET_CPROCESSOR_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Asks for the memory at an address, which is going to be written, and does not wait for it. Swift has no
// word for that. Any address may be asked for: one that is none gets nothing.
static inline void rp_prefetch(const void *address) {
  __builtin_prefetch(address, 1);
}

// Of 64 bytes, those that end a plain cell (LF, CR, a delimiter) and those that a quoted one has to be looked
// at (LF, CR, a quote): the lowest bit tells of the first byte.
struct rp_cell_marks {
  uint64_t plain;
  uint64_t quoted;
};

// Swift has no word for taking a bit of each of many bytes.
static inline struct rp_cell_marks rp_find_cell_marks(const uint8_t *bytes, uint8_t delimiter) {
  struct rp_cell_marks marks = {0, 0};
#if defined(__SSE2__)
  const __m128i delimiters = _mm_set1_epi8((char)delimiter), quotes = _mm_set1_epi8('"');
  const __m128i feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
  for (int part = 0; part < 4; part++) {
    const __m128i word = _mm_loadu_si128((const __m128i *)(bytes + part * 16));
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(word, feeds), _mm_cmpeq_epi8(word, returns));
    const __m128i plain = _mm_or_si128(ends, _mm_cmpeq_epi8(word, delimiters));
    const __m128i quoted = _mm_or_si128(ends, _mm_cmpeq_epi8(word, quotes));
    marks.plain |= (uint64_t)(uint16_t)_mm_movemask_epi8(plain) << (part * 16);
    marks.quoted |= (uint64_t)(uint16_t)_mm_movemask_epi8(quoted) << (part * 16);
  }
#else
  for (int index = 0; index < 64; index++) {
    const uint8_t byte = bytes[index];
    const uint64_t ends = byte == '\n' || byte == '\r';
    marks.plain |= (ends | (byte == delimiter)) << index;
    marks.quoted |= (ends | (byte == '"')) << index;
  }
#endif
  return marks;
}

#endif

#ifndef REVIEW_PACKET_CPROCESSOR_H
#define REVIEW_PACKET_CPROCESSOR_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Asks for the memory at an address, which is going to be written, and does not wait for it. Swift has no
// word for that. Any address may be asked for: one that is none gets nothing.
static inline void rp_prefetch(const void *address) {
  __builtin_prefetch(address, 1);
}

// Of 64 bytes, those that end a plain cell (LF, CR, a delimiter) and those at which a quoted one has to be
// looked at (LF, CR, a quote): the lowest bit tells of the first byte. Swift has no word for taking a bit of
// each of many bytes.
struct rp_cell_marks {
  uint64_t plain;
  uint64_t quoted;
};

// The top bit of each byte of a word that equals one, and no other bit.
static inline uint64_t rp_equal_bytes(uint64_t word, uint8_t byte) {
  const uint64_t low = 0x7F7F7F7F7F7F7F7F;
  word ^= 0x0101010101010101 * byte;
  return ~(((word & low) + low) | word | low);
}

// The top bits of a word's bytes, side by side.
static inline uint64_t rp_top_bits(uint64_t word) {
  return (word >> 7) * 0x0102040810204080 >> 56;
}

// Eight bytes at a time: for processors that have nothing better.
static inline struct rp_cell_marks rp_cell_marks_by_words(const uint8_t *bytes, uint8_t delimiter) {
  struct rp_cell_marks marks = {0, 0};
  for (int place = 0; place < 64; place += 8) {
    uint64_t word;
    memcpy(&word, bytes + place, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    const uint64_t ends = rp_equal_bytes(word, '\n') | rp_equal_bytes(word, '\r');
    marks.plain |= rp_top_bits(ends | rp_equal_bytes(word, delimiter)) << place;
    marks.quoted |= rp_top_bits(ends | rp_equal_bytes(word, '"')) << place;
  }
  return marks;
}

static inline struct rp_cell_marks rp_find_cell_marks(const uint8_t *bytes, uint8_t delimiter) {
#if defined(__SSE2__)
  struct rp_cell_marks marks = {0, 0};
  const __m128i delimiters = _mm_set1_epi8((char)delimiter), quotes = _mm_set1_epi8('"');
  const __m128i feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r');
  for (int place = 0; place < 64; place += 16) {
    const __m128i part = _mm_loadu_si128((const __m128i *)(bytes + place));
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(part, feeds), _mm_cmpeq_epi8(part, returns));
    const __m128i plain = _mm_or_si128(ends, _mm_cmpeq_epi8(part, delimiters));
    const __m128i quoted = _mm_or_si128(ends, _mm_cmpeq_epi8(part, quotes));
    marks.plain |= (uint64_t)(uint16_t)_mm_movemask_epi8(plain) << place;
    marks.quoted |= (uint64_t)(uint16_t)_mm_movemask_epi8(quoted) << place;
  }
  return marks;
#else
  return rp_cell_marks_by_words(bytes, delimiter);
#endif
}

#endif

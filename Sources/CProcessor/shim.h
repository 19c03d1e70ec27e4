#ifndef REVIEW_PACKET_CPROCESSOR_H
#define REVIEW_PACKET_CPROCESSOR_H

// Asks for the memory at an address, which is going to be written, and does not wait for it. Swift has no
// word for that. Any address may be asked for: one that is none gets nothing.
static inline void rp_prefetch(const void *address) {
  __builtin_prefetch(address, 1);
}

#endif

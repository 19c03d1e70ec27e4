"""Counts the newlines of files with all processors: about the least that reading them can cost."""

import multiprocessing
import os
import sys

# A piece that stays in a processor's cache between being read and being looked at.
BLOCK = 1 << 18


def count(part):
    path, start, end = part
    found = 0
    buffer = bytearray(BLOCK)
    view = memoryview(buffer)
    with open(path, "rb", buffering=0) as file:
        file.seek(start)
        while start < end:
            size = file.readinto(view[:min(BLOCK, end - start)])
            if not size:
                break
            found += buffer.count(b"\n", 0, size)
            start += size
    return found


def main():
    workers = os.cpu_count()
    parts = []
    for path in sys.argv[1:]:
        size = os.path.getsize(path)
        step = max(BLOCK, -(-size // workers))
        parts += [(path, start, min(size, start + step)) for start in range(0, size, step)]
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        print(sum(pool.imap_unordered(count, parts)))


main()

"""Runs whole processes in turn, and tells time, memory and how far their runs lie apart."""

import filecmp
import os
import shutil
import statistics
import subprocess
import sys
import time


class Failure(Exception):
    """A program that ended otherwise than it should, or results that do not agree."""


class Command:
    """A program to be measured; its standard output stays in a file, to be compared.

    `fresh` is a folder that it makes: it is removed before each run, outside the time. A program that
    `tells` prints the seconds of what is meant, which stand for those of the process.
    """

    def __init__(self, name, arguments, output=None, fresh=None, tells=False):
        self.name, self.arguments, self.output, self.fresh = name, arguments, output, fresh
        self.tells = tells
        self.seconds, self.processor, self.peaks = [], [], []

    def run(self):
        if self.fresh:
            shutil.rmtree(self.fresh, ignore_errors=True)
        # What the run before left for the disk would be waited for by the next one that flushes.
        os.sync()
        with open(self.output or os.devnull, "wb") as output:
            start = time.perf_counter()
            process = subprocess.Popen(
                self.arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.PIPE)
            # What it says matters only where it fails; read to the end, so that it never waits.
            try:
                said = process.stderr.read()
            except BaseException:
                process.kill()
                raise
            _, status, used = os.wait4(process.pid, 0)
            self.seconds.append(time.perf_counter() - start)
        # The process is waited for already; Popen need not do it again.
        process.returncode = os.waitstatus_to_exitcode(status)
        process.stderr.close()
        if process.returncode != 0:
            sys.stderr.buffer.write(said[-4000:])
            raise Failure(f"{self.name} ended with {process.returncode}")
        if self.tells:
            with open(self.output) as told:
                self.seconds[-1] = float(told.read())
        self.processor.append(used.ru_utime + used.ru_stime)
        # KiB in Linux: of the process, or of the largest among those that it started.
        self.peaks.append(used.ru_maxrss)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def peak_mb(self):
        return max(self.peaks) * 1024 / 1e6

    def __str__(self):
        return (f"{self.name}: {self.median:.3f} s ({min(self.seconds):.3f}..{max(self.seconds):.3f}), "
                f"processor {statistics.median(self.processor):.2f} s, peak {self.peak_mb:.0f} MB")


def in_turn(commands, runs, is_warmed=True):
    """Runs each in turn, several times: a busy moment of the machine so meets all of them alike.

    They are warmed by a run of each that does not count, so that all files are in memory.
    """
    for command in commands if is_warmed else []:
        command.run()
        for seen in (command.seconds, command.processor, command.peaks):
            seen.clear()
    for _ in range(runs):
        for command in commands:
            command.run()
    for command in commands:
        print(f"  {command}", flush=True)


class Ratio:
    """The ratio of two medians, with the least and greatest of the ratios run by run."""

    def __init__(self, value, low=None, high=None):
        self.value = value
        self.low, self.high = (value if low is None else low), (value if high is None else high)

    @staticmethod
    def of(above, below):
        """Of times: how often `below` fits into `above`; runs of the same turn belong together."""
        each = [one / two for one, two in zip(above.seconds, below.seconds)]
        return Ratio(above.median / below.median, min(each), max(each))

    def times(self, factor):
        return Ratio(self.value * factor, self.low * factor, self.high * factor)

    def __str__(self):
        if self.low == self.high:
            return f"{self.value:.2f}"
        return f"{self.value:.2f} ({self.low:.2f}..{self.high:.2f})"


def same_sums(first, others):
    """Holds CSV outputs against each other, whatever the order of their rows."""
    def ordered(path):
        subprocess.run(["sort", "-o", f"{path}.sorted", path], check=True,
                       env={**os.environ, "LC_ALL": "C"})
        return f"{path}.sorted"

    one = ordered(first)
    for other in others:
        if not filecmp.cmp(one, ordered(other), shallow=False):
            raise Failure(f"the results of {first} and {other} differ")

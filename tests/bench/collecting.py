"""Runs a module as `python -m` does, and has garbage collected whenever SIGUSR1 comes.

    python -m tests.bench.collecting <module> [words ...]

What is not garbage can be measured only when the rest is gone.
"""

import gc
import runpy
import signal
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, lambda *_: gc.collect() and None)
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)

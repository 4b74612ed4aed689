"""`article3 ask target Spain`, cold, against `python -c "import pydantic, sqlalchemy"`.

    python -m tests.bench.cold

Prints the ratio of the medians of interleaved runs; the goal is 2.0 or less. Both find their
bytecode compiled, in a folder of its own: whoever installs a program compiles it once.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

RUNS = 15
OURS = (sys.executable, "-m", "bot", "ask", "target", "Spain")
REFERENCE = (sys.executable, "-c", "import pydantic, sqlalchemy")


def seconds(command: Sequence[str], environ: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'article3.db'}"
        environ = {**os.environ, "DATABASE_URL": url, "PYTHONPYCACHEPREFIX": folder}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        seconds(OURS, environ)
        seconds(REFERENCE, environ)
        pairs = [(seconds(OURS, environ), seconds(REFERENCE, environ)) for _ in range(RUNS)]
    ours, reference = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"ours {ours:.3f} s, reference {reference:.3f} s, ratio {ours / reference:.2f}")


if __name__ == "__main__":
    main()

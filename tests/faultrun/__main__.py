import argparse
import asyncio
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.faultrun import __doc__ as about
from tests.faultrun.counting import told
from tests.faultrun.database import opened
from tests.faultrun.nursery import nursery
from tests.faultrun.plan import AWAY, make
from tests.faultrun.run import run
from tests.memory import place_for_files

_FROZEN = timedelta(minutes=7)
"""Longer than a lease lasts and a nonce is known after it."""


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faultrun",
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--deliveries", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=sorted(AWAY), default="sqlite")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--speed", type=float, default=30.0)
    parser.add_argument("--within", type=float, default=1800.0)
    args = parser.parse_args()
    plan = make(
        args.seed,
        args.engine,
        args.deliveries,
        ending=args.deliveries // 12,
        troubled=args.deliveries // 4,
        drops=max(args.deliveries // 200, 4),
        away=max(args.deliveries // 400, 2),
    )
    with (
        tempfile.TemporaryDirectory(dir=place_for_files()) as name,
        opened(args.engine, Path(name)) as database,
        nursery() as bots,
    ):
        folder = Path(name)
        found = asyncio.run(
            run(
                plan,
                database,
                bots,
                folder,
                processes=args.processes,
                speed=args.speed,
                frozen=_FROZEN,
                within=args.within,
            )
        )
        if not found.is_well:
            sys.stderr.write((folder / "log").read_text("utf-8")[-20_000:])
    sys.stdout.write(told(found) + "\n")
    return 0 if found.is_well else 1


if __name__ == "__main__":
    sys.exit(main())

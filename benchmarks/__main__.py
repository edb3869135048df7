# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""`python -m benchmarks [concerns] [crowd] [front_door] [routing] [search] [web]`: measures in a throw-away folder, writes results.md."""

import datetime as dt
import os
import platform
import sys
import tempfile
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
PARTS = ("concerns", "crowd", "front_door", "routing", "search", "web")
IN_THE_TOWN = {"front_door", "web"}
BUSY = os.getloadavg()[0]


def main(parts):
    unknown = set(parts) - set(PARTS)
    if unknown:
        sys.exit(f"Unknown: {', '.join(sorted(unknown))}. There are {', '.join(PARTS)}.")
    with tempfile.TemporaryDirectory(prefix="friedensplatz-bench-") as data:
        os.environ |= {"FRIEDENSPLATZ_DATA": data, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
        os.environ |= {"FRIEDENSPLATZ_LOG_LEVEL": "ERROR", "OMP_NUM_THREADS": "1"}
        server = os.environ.pop("DATABASE_URL", "")
        text = measure(parts or PARTS, server)
    print(text)
    if not parts:
        RESULTS.write_text(text, encoding="utf-8")


def measure(parts, server):
    """Everything on SQLite, the search also on a PostgreSQL server if there is one."""
    import django

    django.setup()
    from benchmarks import concerns, crowd, front_door, search, town, web
    from benchmarks.routing import measuring as routing

    if IN_THE_TOWN.intersection(parts):
        print("Building the town …", file=sys.stderr, flush=True)
        town.build()
    made = {
        "concerns": lambda: concerns.measure(server),
        "crowd": lambda: crowd.measure(server),
        "front_door": front_door.measure,
        "routing": routing.measure,
        "search": lambda: search.measure(server),
        "web": web.measure,
    }
    return "\n".join([introduction(), *(made[part]() for part in PARTS if part in parts)])


def introduction():
    import django

    versions = f"Python {platform.python_version()}, Django {django.get_version()}"
    machine = f"{os.cpu_count()} cores, {versions}, SQLite where nothing else is said"
    busy = f"Others kept {BUSY:.1f} cores busy when it began; figures are worth reading when that is near 0."
    day = dt.date.today().isoformat()
    return f"# Results\n\nMade by `make bench` on {day}: {machine}; client and server on the same cores.\n{busy}\n"


if __name__ == "__main__":
    main(sys.argv[1:])

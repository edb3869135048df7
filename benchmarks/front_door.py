# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How well and how fast the front door finds the office, on a judged collection it has never learnt from."""

import os
import random
import statistics
import time
from collections import defaultdict
from pathlib import Path

import yaml

from benchmarks.table import share, table

JUDGED = Path(__file__).parent / "judged"
PHRASINGS = 10_000
LETTER_WORDS = 150
ROUNDS = 100


def measure():
    """All tables about the front door, as Markdown."""
    results = [judge(entry) for entry in judged()]
    return "\n".join([quality(results), speed(results)])


def judged():
    files = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(JUDGED.glob("*.yaml"))]
    loaded = [(name, yaml.load(text, Loader=yaml.CSafeLoader)) for name, text in files]
    return [{**entry, "collection": name} for name, entries in loaded for entry in entries]


def judge(entry):
    """Where the right office came (0 = nowhere), or whether an outsider was sent on rather than let in."""
    from friedensplatz.directory.models import Office
    from friedensplatz.directory.queries import route

    ranking = route(entry["text"])
    slugs = dict(Office.objects.values_list("pk", "slug"))
    offices = [slugs[candidate.office_id] for candidate in ranking.candidates]
    places = [offices.index(wanted) + 1 for wanted in entry["expects"] if wanted in offices]
    refused = ranking.outside or ranking.nothing_fits
    return {**entry, "place": min(places, default=0), "refused": refused, "spoken": ranking.language}


def quality(results):
    rows = [_row("all", results)]
    for aspect in ("collection", "language", "style"):
        groups = defaultdict(list)
        for result in results:
            groups[f"{aspect} {result[aspect]}"].append(result)
        rows += [_row(name, group) for name, group in sorted(groups.items())]
    heads = ("queries", "inside", "top 1", "top 3", "mean reciprocal rank", "outside", "refused", "wrongly refused")
    return table("Front door: quality", heads, rows)


def _row(name, results):
    inside = [result for result in results if result["expects"]]
    outside = [result for result in results if not result["expects"]]
    first = sum(result["place"] == 1 for result in inside)
    among = sum(1 <= result["place"] <= 3 for result in inside)
    reciprocal = sum(1 / result["place"] for result in inside if result["place"])
    counts = [share(count, len(inside)) for count in (first, among, reciprocal)]
    refused = share(sum(result["refused"] for result in outside), len(outside))
    wrongly = share(sum(result["refused"] for result in inside), len(inside))
    return (name, len(inside), *counts, len(outside), refused, wrongly)


def speed(results):
    from friedensplatz.directory.models import RouterModel

    router = RouterModel.objects.order_by("-pk").first()
    median, slowest = answering(results)
    trained = training()
    rows = [
        (f"answering a letter of {LETTER_WORDS} words, one core, median", f"{median:.1f} ms", "≤ 50 ms"),
        ("the same, slowest of 100", f"{slowest:.1f} ms", ""),
        (f"training on {PHRASINGS:,} phrasings", f"{trained:.1f} s", "≤ 20 s"),
        ("the demo's router, stored", f"{len(router.data) / 1e6:.1f} MB", ""),
        ("examples it has learnt", f"{router.figures['examples']:,}", ""),
    ]
    return table("Front door: speed", ("what", "measured", "aim"), rows)


def answering(results):
    """Milliseconds for a letter, median and slowest, on one core."""
    from friedensplatz.directory.queries import route

    german = " ".join(result["text"] for result in results if result["language"] == "de").split()
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        times = []
        for number in range(ROUNDS):
            start = number * 37 % (len(german) - LETTER_WORDS)
            letter = " ".join(german[start : start + LETTER_WORDS])
            begun = time.perf_counter()
            route(letter)
            times.append(1_000 * (time.perf_counter() - begun))
    finally:
        os.sched_setaffinity(0, cores)
    return statistics.median(times), max(times)


def training():
    """Seconds to learn from ten thousand phrasings: the demo's own, then variations of them until there are enough."""
    from dataclasses import replace

    from friedensplatz.directory.routing.training import train
    from friedensplatz.directory.teaching import examples

    chance = random.Random(7)
    known = examples()[:PHRASINGS]
    words = sorted({word for example in known for word in example.text.split()})
    while len(known) < PHRASINGS:
        example = chance.choice(known)
        known.append(replace(example, text=f"{example.text} {' '.join(chance.choices(words, k=3))}"))
    begun = time.perf_counter()
    train(known)
    return time.perf_counter() - begun

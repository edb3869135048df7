# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How well and how fast the search finds: `python -m benchmarks.search [--documents 10000] [--misses] [--orders]`.

The judged collection (searches.yaml) is our own, written by hand on the demo city. Its German queries are measured
again typed without umlauts, and with two letters swapped in every long word. A throw-away database is used, on the
server of DATABASE_URL if that is set.
"""

import argparse
import os
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
LONG_WORD = 6
PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=0, help="invented documents to add")
    parser.add_argument("--misses", action="store_true", help="show what was not found first")
    parser.add_argument("--orders", action="store_true", help="print every order, to compare two databases")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.test.utils import setup_databases, teardown_databases

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        measure(options)
    finally:
        teardown_databases(databases, verbosity=0)


def measure(options: argparse.Namespace) -> None:
    """Load the city, run every judged query and print the figures."""
    from friedensplatz.search.actions import rebuild_index

    load_city()
    invent(options.documents)
    started = time.perf_counter()
    things = rebuild_index()
    print(f"{things} things indexed in {time.perf_counter() - started:.1f} s")
    keys = keys_by_slug()
    rows = defaultdict(list)
    for query in judged_queries():
        place, times, order = look_up(query, keys)
        rows[query["style"]].append((place, *times))
        if options.misses and place != 1:
            print(f"  {place or '-':>3} {query['style']:<10} {query['text']!r} wants {query['expects']}: {order[:3]}")
        if options.orders:
            print(query["text"], order)
    print_table(rows)


def load_city() -> None:
    from friedensplatz.core.loading import Folder
    from friedensplatz.directory.loading.reading import read_city
    from friedensplatz.directory.loading.writing import write_city
    from friedensplatz.search.actions import load_words

    files = read_city(Folder(HERE.parent / "demo"))
    write_city(files, progress=lambda step: None)
    load_words(files.words.parts, files.words.fillers, files.words.synonyms)


def invent(count: int) -> None:
    """Organisations with German texts whose words are as common and rare as in real ones (Zipf)."""
    from friedensplatz.directory.models import Organisation

    stock = Stock(random.Random(7))
    made = (
        Organisation(
            slug=f"invented-{number}",
            kind="association",
            name={"de": stock.title()},
            summary={"de": stock.sentence()},
            when={"de": " ".join(stock.sentence() for _ in range(stock.chance.randint(5, 12)))},
        )
        for number in range(count)
    )
    Organisation.objects.bulk_create(made, batch_size=500)


class Stock:
    """Words of the demo city and compounds of its compound parts."""

    def __init__(self, chance: random.Random) -> None:
        words = yaml.safe_load((HERE.parent / "demo" / "words.yaml").read_text(encoding="utf-8"))
        self.parts = [part.capitalize() for part in words["parts"]]
        texts = [
            path.read_text(encoding="utf-8") for path in sorted((HERE.parent / "demo" / "phrasings").glob("*.yaml"))
        ]
        sentences = (
            line.strip(' -"\n')
            for text in texts
            for line in text.split("  de:\n")[-1].split("\n  easy:")[0].splitlines()
        )
        self.small = sorted({word for sentence in sentences for word in sentence.split() if word.isalpha()})
        self.chance = chance
        chance.shuffle(self.small)
        chance.shuffle(self.parts)
        self.weights = [1 / rank for rank in range(1, len(self.small) + 1)]
        self.part_weights = [1 / (rank + 5) for rank in range(len(self.parts))]

    def compound(self) -> str:
        first, second = self.chance.choices(self.parts, self.part_weights, k=2)
        return first + second.lower()

    def title(self) -> str:
        return f"{self.compound()} {self.chance.choice(['für', 'und', 'gegen', 'mit'])} {self.compound()}"

    def sentence(self) -> str:
        words = self.chance.choices(self.small, self.weights, k=self.chance.randint(7, 14))
        for place in self.chance.sample(range(len(words)), 2):
            words[place] = self.compound()
        return " ".join(words).capitalize() + "."


def keys_by_slug() -> dict[str, str]:
    from friedensplatz.directory.models import District, Office, Organisation, Topic

    models = {"office": Office, "organisation": Organisation, "district": District, "topic": Topic}
    return {
        f"{kind}:{slug}": f"directory.{kind}:{pk}"
        for kind, model in models.items()
        for slug, pk in model.objects.values_list("slug", "pk")
    }


def judged_queries() -> Iterator[dict]:
    """Every query of the collection, and the German ones again without umlauts and misspelt."""
    chance = random.Random(11)
    collection = yaml.safe_load((HERE / "retrieval" / "searches.yaml").read_text(encoding="utf-8"))
    yield from collection
    german = [query for query in collection if query["language"] == "de"]
    for query in german:
        yield query | {"style": "· as ae/oe/ue", "text": query["text"].translate(PLAIN)}
    for query in german:
        yield query | {"style": "· swapped", "text": misspell(query["text"], chance)}


def misspell(text: str, chance: random.Random) -> str:
    """Two neighbouring letters swapped in every word of six and more letters."""
    return " ".join(swap(word, chance) if len(word) >= LONG_WORD else word for word in text.split())


def swap(word: str, chance: random.Random) -> str:
    places = [place for place in range(len(word) - 1) if word[place].lower() != word[place + 1].lower()]
    place = chance.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def look_up(query: dict, keys: dict[str, str]) -> tuple[int, tuple[float, float], list[str]]:
    """The place of the first expected thing (0 = not among ten), wall and CPU milliseconds, and the order."""
    from friedensplatz.search.queries import find

    wanted = {keys[slug] for slug in query["expects"]}
    started, worked = time.perf_counter(), time.process_time()
    findings = find(query["text"], query["language"])
    times = ((time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000)
    order = [hit.thing_key for hit in findings.hits]
    places = [place for place, key in enumerate(order, start=1) if key in wanted]
    return min(places, default=0), times, order


def print_table(rows: dict[str, list[tuple[int, float, float]]]) -> None:
    """Quality and time by style. Wall time holds what else the machine does, CPU time does not."""
    print(f"{'style':<16}{'queries':>8}{'R@1':>8}{'R@5':>8}{'MRR':>8}{'p50 ms':>9}{'p95 ms':>9}{'p95 CPU':>9}")
    written = [one for style, found in rows.items() if not style.startswith("·") for one in found]
    for style, found in {"all": written, **rows}.items():
        places, wall, cpu = zip(*found, strict=True)
        first = sum(place == 1 for place in places) / len(places)
        five = sum(1 <= place <= 5 for place in places) / len(places)
        reciprocal = sum(1 / place for place in places if place) / len(places)
        times = f"{statistics.median(wall):>9.1f}{p95(wall):>9.1f}{p95(cpu):>9.1f}"
        print(f"{style:<16}{len(found):>8}{first:>8.3f}{five:>8.3f}{reciprocal:>8.3f}{times}")


def p95(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How often the right office is named for reports that were not learnt from, how surely, and how fast."""

import statistics
import time

from benchmarks.routing.reports import generated, judged
from benchmarks.routing.simple import Majority, NaiveBayes, letters, words
from benchmarks.table import share, table

LEARNT, ASKED = 2_500, 1_000
HEADS = ("method", "accuracy", "macro-F1", "top 3", "right on the sure half", "learning, CPU s", "ms a case, median")


def measure():
    """All tables about routing, as Markdown."""
    rows = generated(LEARNT + ASKED)
    earlier, later = rows[:LEARNT], rows[LEARNT:]
    simple = {
        "always the busiest office": Majority,
        "naive Bayes, words": lambda examples: NaiveBayes(examples, words),
        "naive Bayes, groups of letters": lambda examples: NaiveBayes(examples, letters),
    }
    plain = {name: _worked(lambda learn=learn: learn(earlier)) for name, learn in simple.items()}
    ours = _worked(lambda: _learn(earlier))
    both = [(name, lambda row, made=made: made.suggest(row[0]), seconds) for name, (made, seconds) in plain.items()]
    both.append(("Friedensplatz, text alone", _asking(ours[0]), ours[1]))
    made_up = [_row(name, suggest, later, seconds) for name, suggest, seconds in both]
    made_up.append(_row("Friedensplatz, text and district", _asking(ours[0], with_place=True), later, ours[1]))
    by_hand = [_row(name, suggest, judged(), seconds) for name, suggest, seconds in both]
    sure = _sure(ours[0], later)
    aims = ("aim, on real reports", "≥ 0.750", "", "≥ 0.930", "≥ 0.900", "≤ 20", "≤ 10")
    title = f"Routing: {LEARNT:,} made-up reports learnt, {ASKED:,} later ones asked"
    return "\n".join(
        [
            table(title, HEADS, [*made_up, aims]),
            table(f"Routing: the same, {len(judged())} reports written by hand asked", HEADS, by_hand),
            table("Routing: what calls itself sure", ("of all reports", "right"), [sure]),
        ]
    )


def _learn(examples):
    from friedensplatz.concerns.routing.learning import learn

    return learn(examples)


def _asking(model, *, with_place=False):
    def suggest(row):
        text, _office, *district = row
        given = {"district": district[0]} if with_place else {}
        return [(one.office, one.probability) for one in model.suggest(text, **given)]

    return suggest


def _worked(deed):
    """What a deed made, and the seconds a core was busy with it."""
    begun = time.process_time()
    made = deed()
    return made, time.process_time() - begun


def _timed(deed):
    begun = time.perf_counter()
    made = deed()
    return made, time.perf_counter() - begun


def _row(name, suggest, asked, seconds):
    answers = [_timed(lambda row=row: suggest(row)) for row in asked]
    ranked = [[office for office, _chance in answer] for answer, _seconds in answers]
    right = [offices[0] == row[1] for offices, row in zip(ranked, asked, strict=True)]
    among = sum(row[1] in offices[:3] for offices, row in zip(ranked, asked, strict=True))
    by_chance = sorted(range(len(asked)), key=lambda i: -answers[i][0][0][1])[: len(asked) // 2]
    milliseconds = 1_000 * statistics.median(seconds for _answer, seconds in answers)
    return (
        name,
        share(sum(right), len(right)),
        f"{_macro_f1([offices[0] for offices in ranked], [row[1] for row in asked]):.3f}",
        share(among, len(asked)),
        share(sum(right[i] for i in by_chance), len(by_chance)),
        f"{seconds:.1f}",
        f"{milliseconds:.1f}",
    )


def _macro_f1(named, wanted):
    def f1(office):
        hit = sum(a == b == office for a, b in zip(named, wanted, strict=True))
        return 2 * hit / (named.count(office) + wanted.count(office))

    return statistics.mean(f1(office) for office in sorted(set(wanted)))


def _sure(model, asked):
    first = [(model.suggest(text, district=district)[0], office) for text, office, district, _place in asked]
    sure = [one.office == office for one, office in first if one.is_sure]
    return share(len(sure), len(first)), share(sum(sure), len(sure))

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports of a made-up city: imbalanced, misspelt, wrongly labelled now and then, and some decided by place alone.

How much is hidden (`VAGUE`, `WRONG`) is chosen so that naive Bayes on words is right in about .64, as was published of
real reports of this kind. Made-up words are fewer than real ones: these figures compare methods, they promise nothing.
"""

import random
from pathlib import Path

import yaml

HERE = Path(__file__).parent
VAGUE, WRONG, LOCAL, TYPO = 0.25, 0.08, 0.2, 0.04
LETTERS = "abcdefghijklmnoprstuwz"


def judged():
    """Reports written by hand, with the office that answers for each: (text, office)."""
    files = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("judged_*.yaml"))]
    return [(text, office) for offices in files for office, texts in offices.items() for text in texts]


def generated(count, seed=7):
    """Reports in the order in which they came: (text, office, district, place). The same for the same seed."""
    chance = random.Random(seed)
    parts = yaml.safe_load((HERE / "parts.yaml").read_text(encoding="utf-8"))
    homes = _homes(parts)
    return [_report(parts, homes, chance) for _ in range(count)]


def _homes(parts):
    """Each street lies in one district, the same in every run."""
    chance = random.Random(1)
    districts = [*parts["districts"], *(name for names in parts["local"].values() for name in names)]
    return {name + ending: chance.choice(districts) for name in parts["streets"] for ending in parts["endings"][:4]}


def _report(parts, homes, chance):
    offices, streets = parts["offices"], sorted(homes)
    office = chance.choices(list(offices), [one["weight"] for one in offices.values()])[0]
    street = streets[min(int(chance.expovariate(1 / 60)), len(streets) - 1)]
    district = homes[street]
    local = next((name for name, names in parts["local"].items() if district in names), "")
    if local and chance.random() < LOCAL:
        office, matter = local, _matter(parts, chance.choice([*parts["things_of_districts"], "Straße", "Baum"]), chance)
    else:
        matter = _matter(parts, chance.choice(offices[office]["things"]), chance, office)
    if chance.random() < WRONG:
        office = chance.choices(list(offices), [one["weight"] for one in offices.values()])[0]
    words = [matter, _where(street, district, chance)]
    chance.shuffle(words)
    text = " ".join([*_maybe(parts["openers"], 0.3, chance), *words, *_maybe(parts["closers"], 0.5, chance)])
    return _typed(text, chance), office, district if chance.random() < 0.5 else "", ""


def _matter(parts, thing, chance, office=""):
    """A thing and its trouble; sometimes only a trouble anything could have."""
    own = parts["offices"].get(office) or chance.choice(list(parts["offices"].values()))
    if chance.random() < VAGUE:
        own = chance.choice(list(parts["offices"].values()))
        return chance.choice(own["troubles"])
    return f"{thing} {chance.choice(own['troubles'])}"


def _where(street, district, chance):
    number = f" {chance.randint(1, 120)}" if chance.random() < 0.5 else ""
    forms = [f"in der {street}{number}", f"{street}{number}", f"Ecke {street}", f"in {district}, {street}", ""]
    return chance.choice(forms)


def _maybe(choices, likelihood, chance):
    return [chance.choice(choices)] if chance.random() < likelihood else []


def _typed(text, chance):
    """As typed on a phone: letters fall out, double and turn; some write all small, some without umlauts."""
    if chance.random() < 0.3:
        text = text.lower()
    if chance.random() < 0.1:
        text = text.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    typed = []
    for letter in text:
        slips = chance.random() < TYPO / 2 and letter.isalpha()
        typed.append(chance.choice(["", letter * 2, chance.choice(LETTERS)]) if slips else letter)
    return "".join(typed)

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Invented German documents, as many as wanted, whose words are as common and as rare as in real ones (Zipf)."""

import random
from itertools import accumulate
from pathlib import Path

import yaml

DEMO = Path(__file__).resolve().parent.parent / "demo"
ENDINGS = ("", "", "", "s", "en", "e", "er")
AT_ONCE = 500


class Stock:
    """Little words as the demo city's people use them, and compounds of its compound parts, two in five of all."""

    def __init__(self, words, seed=7):
        self.chance = random.Random(seed)
        parts = yaml.safe_load((DEMO / "words.yaml").read_text(encoding="utf-8"))["parts"]
        self.parts = [part.capitalize() for part in parts]
        self.little = _ranked(_words_of_people(), self.chance)
        self.large = _ranked(list(dict.fromkeys(self._compound() for _ in range(2 * words)))[:words], self.chance)

    def title(self):
        return f"{self._large()} {self.chance.choice(['für', 'und', 'gegen', 'mit'])} {self._large()}"

    def sentence(self):
        words = [self._large() if self.chance.random() < 0.4 else self._little() for _ in range(self._length())]
        return " ".join(words).capitalize() + "."

    def text(self):
        return " ".join(self.sentence() for _ in range(self.chance.randint(6, 14)))

    def question(self):
        """What somebody may ask about them: five to nine words, the rare ones among them."""
        return " ".join([self._little(), self._large(), *(self._any() for _ in range(self.chance.randint(3, 7)))])

    def _length(self):
        return self.chance.randint(7, 14)

    def _any(self):
        return self._large() if self.chance.random() < 0.4 else self._little()

    def _little(self):
        return self.chance.choices(self.little[0], cum_weights=self.little[1])[0]

    def _large(self):
        return self.chance.choices(self.large[0], cum_weights=self.large[1])[0]

    def _compound(self):
        count = self.chance.choice([1, 2, 2, 2, 3])
        first, *others = self.chance.choices(self.parts, k=count)
        return first + "".join(other.lower() for other in others) + self.chance.choice(ENDINGS)


def invent(count, first=0):
    """Add organisations with invented texts, numbered from `first`, each about one to three topics."""
    from friedensplatz.directory.models import Organisation, Topic

    stock = Stock(words=max(2_000, count * 4 if count < 20_000 else count * 2), seed=7 + first)
    topics = list(Topic.objects.order_by("pk").values_list("pk", flat=True))
    about = Organisation.topics.through
    for start in range(first, first + count, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, first + count))
        made = Organisation.objects.bulk_create([_organisation(stock, number) for number in numbers])
        chosen = [(one.pk, topic) for one in made for topic in stock.chance.sample(topics, stock.chance.randint(1, 3))]
        about.objects.bulk_create([about(organisation_id=one, topic_id=topic) for one, topic in chosen])
    return stock


def _organisation(stock, number):
    from friedensplatz.directory.models import Organisation

    return Organisation(
        slug=f"invented-{number}",
        kind="association",
        name={"de": stock.title()},
        summary={"de": stock.sentence()},
        when={"de": stock.text()},
    )


def _words_of_people():
    texts = [path.read_text(encoding="utf-8") for path in sorted((DEMO / "phrasings").glob("*.yaml"))]
    german = (line for text in texts for line in text.split("  de:\n")[-1].split("\n  easy:")[0].splitlines())
    return sorted({word for line in german for word in line.strip(' -"\n').split() if word.isalpha()})


def _ranked(words, chance):
    """Words with the running sum of their weights: the n-th is as common as one over n."""
    chance.shuffle(words)
    return words, list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

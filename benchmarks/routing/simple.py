# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Methods anybody would try first, to see what more effort gains."""

import math
import re
from collections import Counter, defaultdict


def words(text):
    return re.findall(r"\w+", text.lower())


def letters(text):
    """Groups of two to five letters inside words, whose ends count as letters."""
    framed = [f" {word} " for word in words(text)]
    return [word[i : i + n] for word in framed for n in range(2, 6) for i in range(len(word) - n + 1)]


class Majority:
    """Always the offices in the order of how often they were right."""

    def __init__(self, examples):
        counts = Counter(office for _text, office, *_place in examples)
        self.ranked = [(office, count / len(examples)) for office, count in counts.most_common()]

    def suggest(self, _text):
        return self.ranked


class NaiveBayes:
    """Multinomial naive Bayes with add-a-tenth smoothing."""

    def __init__(self, examples, marks):
        self.marks, self.counts, self.offices = marks, defaultdict(Counter), Counter()
        for text, office, *_place in examples:
            self.offices[office] += 1
            self.counts[office].update(marks(text))
        self.known = len(set().union(*self.counts.values()))
        self.sums = {office: counts.total() + self.known / 10 for office, counts in self.counts.items()}

    def suggest(self, text):
        marks = self.marks(text)
        scores = {office: math.log(count) + self._fit(office, marks) for office, count in self.offices.items()}
        most = max(scores.values())
        powers = {office: math.exp(score - most) for office, score in scores.items()}
        whole = sum(powers.values())
        return sorted(((office, power / whole) for office, power in powers.items()), key=lambda pair: -pair[1])

    def _fit(self, office, marks):
        counts, whole = self.counts[office], self.sums[office]
        return sum(math.log((counts[mark] + 0.1) / whole) for mark in marks)

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is judged about the search: searches and the things of the demo city that answer them, and passages on many
subjects with questions that only one of them answers. Files named held_out… are only ever measured."""

from dataclasses import dataclass
from pathlib import Path

import yaml

RETRIEVAL = Path(__file__).resolve().parent / "retrieval"
DEMO = RETRIEVAL.parent.parent / "demo"
HELD_OUT = "held_out"


@dataclass(frozen=True)
class Question:
    """A text with the keys of all things of which any may come first; `group` says where its figures go."""

    text: str
    language: str
    style: str
    group: str
    answers: frozenset[str]


def city_questions():
    keys = _keys_by_slug()
    for path in sorted(RETRIEVAL.glob("*.yaml")):
        for search in _load(path):
            answers = frozenset(keys[slug] for slug in search["expects"])
            yield Question(search["text"], search["language"], search["style"], f"city, {_share(path)}", answers)


def write_passages():
    """Add the demo's words and every passage as a thing named by its subject; return the questions about them."""
    from friedensplatz.directory.models import Organisation
    from friedensplatz.search.actions import load_words

    words, questions = _load(DEMO / "words.yaml"), []
    load_words(words["parts"], words["fillers"], words["synonyms"])
    for path in sorted((RETRIEVAL / "passages").glob("*.yaml")):
        for number, subject in enumerate(_load(path)):
            for place, passage in enumerate(subject["passages"]):
                thing = Organisation.objects.create(
                    slug=f"{path.stem}-{number}-{place}".replace("_", "-"),
                    kind="association",
                    name={"de": subject["subject"]},
                    when={"de": passage["text"]},
                )
                group, answers = f"passages, {_share(path)}", frozenset({f"directory.organisation:{thing.pk}"})
                questions += [Question(text, "de", "question", group, answers) for text in passage["questions"]]
    return questions


def forget_passages():
    from friedensplatz.directory.models import Organisation

    Organisation.objects.all().delete()


def _share(path):
    return "held out" if path.stem.startswith(HELD_OUT) else "tuned"


def _load(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _keys_by_slug():
    """What stands in `expects`, as in "office:babc", with the key of the thing in the index."""
    from friedensplatz.directory.models import Audience, District, Office, Organisation, Topic
    from friedensplatz.pages.models import Page

    return {
        f"{model._meta.model_name}:{slug}": f"{model._meta.label_lower}:{pk}"
        for model in (Audience, District, Office, Organisation, Page, Topic)
        for slug, pk in model.objects.values_list("slug", "pk")
    }

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterable

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """A findable thing: its terms in all languages. The database's own full-text index follows these columns."""

    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    thing_id = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    rank = models.FloatField(default=1.0)
    languages = models.PositiveSmallIntegerField(default=1)
    changed_at = models.DateTimeField(null=True, help_text="when what its page says changed last")
    until = models.DateField(null=True, blank=True, help_text="last day it is of use")
    title_terms = models.TextField(blank=True)
    keyword_terms = models.TextField(blank=True)
    body_terms = models.TextField(blank=True)

    FIELDS = ("title_terms", "keyword_terms", "body_terms")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing_type", "thing_id"], name="one_entry_per_thing")]
        indexes = [models.Index(fields=["kind"]), models.Index(fields=["changed_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing_id}"

    def texts(self) -> tuple[str, str, str]:
        """The terms of title, keywords and body, each joined by blanks."""
        return self.title_terms, self.keyword_terms, self.body_terms

    def terms(self) -> set[str]:
        return {term for text in self.texts() for term in text.split()}

    def lengths(self) -> dict[str, float]:
        """How many terms each field has, per language of the thing."""
        return dict(zip(self.FIELDS, lengths_of(self.texts(), self.languages), strict=True))


def lengths_of(texts: Iterable[str], languages: int) -> list[float]:
    """How many terms stored texts have, each divided by the number of languages they are in."""
    return [(text.count(" ") + 1 if text else 0) / languages for text in texts]


class Facet(models.Model):
    """What a findable thing belongs to."""

    class Kind(models.TextChoices):
        OFFICE = "office"
        TOPIC = "topic"
        GOAL = "goal"
        AUDIENCE = "audience"
        DISTRICT = "district"

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="facets")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    slug = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "kind", "slug"], name="one_facet_per_entry")]
        indexes = [models.Index(fields=["kind", "slug", "entry"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.slug}"


class SearchDoc(models.Model):
    """A findable thing in one language, as it is shown."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="docs")
    language = models.CharField(max_length=12)
    title = models.TextField()
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    url_name = models.CharField(max_length=80)
    url_args = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "language"], name="one_doc_per_language")]

    def __str__(self) -> str:
        return self.title


class Term(models.Model):
    """An analysed word of the index, and in how many things it stands."""

    text = models.CharField(max_length=40, unique=True)
    things = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.text


class Spelling(models.Model):
    """A word as it stands in documents: folded, and as people write it."""

    text = models.CharField(max_length=40, unique=True)
    shown = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.shown


class IndexState(models.Model):
    """What the index as a whole is like: one row."""

    analysis = models.PositiveIntegerField(default=0, help_text="version of the analysis it was made with")
    stamp = models.PositiveBigIntegerField(default=0, help_text="counts up when word lists change")
    spellings = models.PositiveBigIntegerField(default=0, help_text="the newest spelling")
    things = models.PositiveIntegerField(default=0)
    title_terms = models.FloatField(default=0)
    keyword_terms = models.FloatField(default=0)
    body_terms = models.FloatField(default=0)
    built_at = models.DateTimeField(null=True)
    things_when_built = models.PositiveIntegerField(default=0)
    words_changed = models.BooleanField(default=False, help_text="compound parts changed since it was built")

    def __str__(self) -> str:
        return f"{self.things} things"


class WordPart(models.Model):
    """A word that compounds are split into, or that joins their parts."""

    class Kind(models.TextChoices):
        PART = "part", _("part of compounds")
        FILLER = "filler", _("joins two parts")
        NEVER = "never", _("never a part")

    text = models.CharField(_("word"), max_length=40, unique=True)
    kind = models.CharField(_("what it is"), max_length=10, choices=Kind.choices, default=Kind.PART)
    learnt = models.BooleanField(default=False, help_text=_("found in the index, not written by a person"))

    class Meta:
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text


class SynonymGroup(models.Model):
    """Words and expressions of one language that mean the same to people who search."""

    language = models.CharField(_("language"), max_length=12, default="de")
    words = models.JSONField(default=list)

    class Meta:
        ordering = ["language", "pk"]

    def __str__(self) -> str:
        return ", ".join(self.words)


class ZeroResult(models.Model):
    """Words that found nothing, or little: how often and when last. Neither who nor from where."""

    query = models.CharField(max_length=60, unique=True)
    found_little = models.BooleanField(default=False, help_text="when last asked, something has some of the words")
    count = models.PositiveIntegerField(default=0)
    last_day = models.DateField()

    class Meta:
        ordering = ["-count", "query"]

    def __str__(self) -> str:
        return self.query


class BestBet(models.Model):
    """A thing that editors want to stand first when somebody looks for exactly these words."""

    words = models.CharField(_("words somebody looks for"), max_length=80)
    folded = models.CharField(max_length=100, db_index=True)
    thing_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    thing_id = models.CharField(max_length=64)
    reason = models.CharField(_("why it stands first"), max_length=200)
    until = models.DateField(_("last day"), null=True, blank=True, help_text=_("empty = for good"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["words", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["folded", "thing_type", "thing_id"], name="one_bet_per_words_and_thing")
        ]

    def __str__(self) -> str:
        return self.words

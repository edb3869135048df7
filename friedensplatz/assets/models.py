# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.assets.licences import ADDRESSES, Licence
from friedensplatz.core.languages import TranslatedField, pick

FOLDER = "assets"


class Asset(models.Model):
    """A picture, document, film or recording of the city, with the facts without which it is not published.

    The slug stays when the file is replaced. `file` and `stamp` name what lies in the media storage: the file as it
    came, and the folder of the copies that are shown, which is a new one whenever they are drawn anew.
    """

    class Kind(models.TextChoices):
        IMAGE = "image", _("picture")
        DOCUMENT = "document", _("document")
        VIDEO = "video", _("film")
        AUDIO = "audio", _("recording")

    class State(models.TextChoices):
        WAITING = "waiting", _("is being prepared")
        READY = "ready", _("ready")
        FAILED = "failed", _("could not be prepared")

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = TranslatedField()
    alt = TranslatedField(help_text=_("what is to be seen or heard, for people who do not see or hear it"))
    decorative = models.BooleanField(default=False)
    silent = models.BooleanField(default=False)
    captions: "models.JSONField[dict[str, str], dict[str, str]]" = models.JSONField(
        default=dict, blank=True, help_text=_("language → subtitles as WebVTT")
    )
    creator = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=20, choices=Licence.choices, blank=True)
    licence_url = models.URLField(blank=True)
    licence_until = models.DateField(null=True, blank=True, help_text=_("last day"))
    source = models.CharField(max_length=300, blank=True)
    team = models.ForeignKey("accounts.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="assets")
    focal_x = models.FloatField(default=0.5, help_text=_("0 = left edge, 1 = right edge"))
    focal_y = models.FloatField(default=0.5, help_text=_("0 = upper edge, 1 = lower edge"))

    file = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64, unique=True)
    ending = models.CharField(max_length=5)
    bytes = models.PositiveBigIntegerField()
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    pages = models.PositiveIntegerField(null=True)
    tagged = models.BooleanField(null=True, help_text=_("a PDF that can be read aloud in order"))
    lacks = models.JSONField(default=list, help_text=_("what a PDF lacks to be accessible"))

    state = models.CharField(max_length=10, choices=State.choices, default=State.READY)
    tries = models.PositiveSmallIntegerField(default=0)
    stamp = models.CharField(max_length=32)
    renditions = models.JSONField(default=dict, help_text=_("shape → ending → width and height, small to large"))
    words = models.TextField(blank=True, help_text=_("what the library is searched by"))
    warned = models.PositiveSmallIntegerField(null=True, help_text=_("days before the end of the licence"))
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="focal_point_within_picture",
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
            )
        ]
        indexes = [models.Index(fields=["-created_at", "-id"]), models.Index(fields=["licence_until"])]

    def __str__(self) -> str:
        return pick(self.title).text or self.slug

    @property
    def is_drawing(self) -> bool:
        return self.ending == "svg"

    @property
    def sized(self) -> bool:
        """Whether it is shown in copies of several sizes: a picture of pixels."""
        return self.kind == self.Kind.IMAGE and not self.is_drawing

    @property
    def licence_link(self) -> str:
        return self.licence_url or ADDRESSES.get(self.licence, "")

    def is_expired(self, day: dt.date | None = None) -> bool:
        """Whether the licence has ended before a day (today)."""
        return self.licence_until is not None and self.licence_until < (day or timezone.localdate())


class Replaced(models.Model):
    """A file an asset had before."""

    asset = models.ForeignKey(Asset, on_delete=models.CASCADE, related_name="replaced")
    file = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    ending = models.CharField(max_length=5)
    bytes = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.sha256[:12]}.{self.ending} ({self.at:%Y-%m-%d})"


def folder_of(stamp: str) -> str:
    return f"{FOLDER}/{stamp[:2]}/{stamp}"

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import Text, TranslatedField, pick


class Office(models.Model):
    """A part of the city administration that people can turn to."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", _("department")
        OFFICE = "office", _("office")
        COORDINATION = "coordination", _("coordination office")
        COMMISSIONER = "commissioner", _("commissioner")
        AGENCY = "agency", _("agency")
        BODY_OFFICE = "body_office", _("office of an elected body")

    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = TranslatedField(help_text=_("the name in use; former names are kept with their years"))
    short = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    summary = TranslatedField()
    text = TranslatedField()
    topics = models.ManyToManyField("directory.Topic", blank=True, related_name="offices")
    audiences = models.ManyToManyField("directory.Audience", blank=True, related_name="offices")
    team = models.OneToOneField(
        "accounts.Team", null=True, blank=True, on_delete=models.SET_NULL, related_name="office"
    )
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)
    image = models.ForeignKey("assets.Asset", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    takes_concerns = models.BooleanField(default=True, help_text=_("residents can hand in a concern here"))
    closed_on = models.DateField(null=True, blank=True, help_text=_("the office does not exist any more since"))
    review_by = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return pick(self.name).text

    def name_in(self, language: str) -> Text:
        return pick(self.name, language)


class OfficeName(models.Model):
    """A name an office had or has, with the years a source gives."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="names")
    name = TranslatedField()
    since = models.CharField(max_length=10, blank=True, help_text="YYYY, YYYY-MM or YYYY-MM-DD")
    until = models.CharField(max_length=10, blank=True)
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)
    position = models.PositiveSmallIntegerField(default=0, help_text="oldest first")

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return pick(self.name).text


class Placement(models.Model):
    """Where in the tree an office stood or stands. `Office.parent` repeats the placement in force, for reading."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="placements")
    parent = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="placed")
    since = models.CharField(max_length=10, blank=True)
    until = models.CharField(max_length=10, blank=True)
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)

    class Meta:
        ordering = ["since"]

    def __str__(self) -> str:
        return f"{self.office} ⊂ {self.parent}"

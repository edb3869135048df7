# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import TranslatedField, pick


class Organisation(models.Model):
    """Anybody who is not an office of the city: clubs, bodies, networks, partners, and who helps outside."""

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("association")
        INITIATIVE = "initiative", _("initiative")
        BODY = "body", _("advisory body")
        NETWORK = "network", _("network")
        PROGRAMME = "programme", _("programme")
        COMPANY = "company", _("company")
        CHURCH = "church", _("church")
        PUBLIC = "public", _("public body")
        PROJECT = "project", _("project")
        EVENT = "event", _("event")
        EMERGENCY = "emergency", _("emergency number")
        HELPLINE = "helpline", _("helpline")
        AUTHORITY = "authority", _("authority")
        ADVICE = "advice", _("advice")
        TRANSPORT = "transport", _("transport")

    OUTSIDE_KINDS = (Kind.EMERGENCY, Kind.HELPLINE, Kind.AUTHORITY, Kind.ADVICE, Kind.TRANSPORT)

    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = TranslatedField()
    summary = TranslatedField()
    when = TranslatedField(help_text=_("emergencies: when to call at once"))
    phone = models.CharField(max_length=40, blank=True)
    website = models.URLField(blank=True)
    hours_note = models.CharField(max_length=200, blank=True)
    topics = models.ManyToManyField("directory.Topic", blank=True, related_name="organisations")
    audiences = models.ManyToManyField("directory.Audience", blank=True, related_name="organisations")
    goals = models.ManyToManyField("directory.Goal", blank=True, related_name="organisations")
    source = models.ForeignKey("directory.Source", null=True, blank=True, on_delete=models.PROTECT)
    image = models.ForeignKey("assets.Asset", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(
        "directory.Office",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="kept_organisations",
        help_text=_("the office that keeps this true"),
    )
    review_by = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return pick(self.name).text

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import TranslatedField, pick
from friedensplatz.directory.models.office import Office
from friedensplatz.directory.models.organisation import Organisation


class Duty(models.Model):
    """Who answers for what matter, for whom, where, through which channel.

    An office's duty is the city's business; an organisation's duty says who helps when it is not. A duty of neither
    collects what nobody in a city answers (greetings, weather), so that the front door knows it does not know.
    """

    slug = models.SlugField(unique=True)
    office = models.ForeignKey(Office, null=True, blank=True, on_delete=models.CASCADE, related_name="duties")
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="duties"
    )
    title = TranslatedField()
    summary = TranslatedField()
    channels = models.JSONField(default=list, blank=True, help_text=_("web, phone, mail, visit"))
    topics = models.ManyToManyField("directory.Topic", blank=True, related_name="duties")
    audiences = models.ManyToManyField("directory.Audience", blank=True, related_name="duties")
    districts = models.ManyToManyField("directory.District", blank=True, related_name="duties")
    position = models.PositiveSmallIntegerField(default=0)
    review_by = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(name="duty_of_one_at_most", condition=Q(office=None) | Q(organisation=None))
        ]

    def __str__(self) -> str:
        return pick(self.title).text or self.slug


class Phrasing(models.Model):
    """The words of people: how somebody says that this duty is theirs."""

    class Kind(models.TextChoices):
        TERM = "term", _("everyday term")
        EXAMPLE = "example", _("example")

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="phrasings")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.EXAMPLE)
    language = models.CharField(max_length=12, default="de")
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["duty", "language"])]

    def __str__(self) -> str:
        return self.text[:80]


class Lesson(models.Model):
    """A correction from the desk: words that belong to another duty than the door thought.

    It keeps only words the router already knows from public phrasings, never the person's text.
    """

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="lessons")
    words = models.JSONField(default=list)
    language = models.CharField(max_length=12, default="de")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.duty} ({self.at:%Y-%m-%d})"


class RouterModel(models.Model):
    """A trained router, shared by all processes. The newest row is in force; older ones are dropped."""

    trained_at = models.DateTimeField(default=timezone.now)
    fingerprint = models.CharField(max_length=64, help_text="of everything it learnt from")
    figures = models.JSONField(default=dict)
    data = models.BinaryField()

    class Meta:
        get_latest_by = "pk"

    def __str__(self) -> str:
        return f"router of {self.trained_at:%Y-%m-%d %H:%M}"

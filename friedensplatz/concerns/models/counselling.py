# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.grounds import Basis, LegalField
from friedensplatz.concerns.models.concern import Concern
from friedensplatz.concerns.sealing import open_text, seal_text
from friedensplatz.core.languages import TranslatedField, pick


class Counselling(models.Model):
    """What a counsellor thinks of a case of discrimination. When it happened stands in the answers of the person."""

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, related_name="counselling")
    basis = models.CharField(max_length=20, choices=Basis.choices, default=Basis.UNCLEAR)

    def __str__(self) -> str:
        return str(self.get_basis_display())


class PlanStep(models.Model):
    """A step of a counselling plan."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="plan")
    sealed = models.BinaryField(default=bytes)
    day = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["day", "pk"]

    def __str__(self) -> str:
        return f"step {self.pk}"

    @property
    def words(self) -> str:
        return open_text(self.concern, self.sealed)

    def write(self, words: str) -> None:
        """Keep what is to be done; the row is not stored yet."""
        self.sealed = seal_text(self.concern, words)


class Pointer(models.Model):
    """Who else helps with discrimination in a field, where the city may not be the one. Data of the city."""

    field = models.CharField(_("field"), max_length=20, choices=LegalField.choices)
    name = TranslatedField()
    why = TranslatedField()
    phone = models.CharField(max_length=40, blank=True)
    website = models.URLField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    as_of = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return pick(self.name).text


class Tally(models.Model):
    """How often something was told in a year. It outlives the concerns it counts and leads back to none."""

    class What(models.TextChoices):
        GROUND = "ground", _("ground")
        FIELD = "field", _("field")

    year = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=20, choices=What.choices)
    value = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["year", "what", "value"], name="one_tally_per_value")]

    def __str__(self) -> str:
        return f"{self.year} {self.value}: {self.number}"

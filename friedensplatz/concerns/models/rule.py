# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.core.validators import validate_comma_separated_integer_list
from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Kind


class Rule(models.Model):
    """What the city promises for a kind of concern, and which office takes it where its own duties do not say so."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, unique=True)
    office = models.ForeignKey(
        "directory.Office", verbose_name=_("Office"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    also = models.ManyToManyField(
        "directory.Office", verbose_name=_("Offices that take it themselves"), blank=True, related_name="+"
    )
    acknowledge_days = models.PositiveSmallIntegerField(_("Somebody looks at it within (working days)"))
    answer_days = models.PositiveSmallIntegerField(_("Answered within (working days)"))
    resident_months = models.PositiveSmallIntegerField(
        _("Whoever brings it has lived here for (months)"), null=True, blank=True
    )
    remind_days = models.CharField(
        _("Remind so many days before a day of the law (such as 14,3)"),
        max_length=20,
        blank=True,
        default="14,3",
        validators=[validate_comma_separated_integer_list],
    )
    source = models.CharField(_("Where that is laid down"), max_length=300, blank=True)
    as_of = models.CharField(_("As of"), max_length=10, blank=True)

    class Meta:
        ordering = ["kind"]

    def __str__(self) -> str:
        return str(self.get_kind_display())

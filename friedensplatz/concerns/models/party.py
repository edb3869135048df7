# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern


class Party(models.Model):
    """A person in a concern. An anonymous concern has no such row at all."""

    class Role(models.TextChoices):
        REPORTER = "reporter", _("reporter")

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.REPORTER)
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    wants_mail = models.BooleanField(_("news by e-mail"), default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "role"], name="one_party_per_role")]

    def __str__(self) -> str:
        return self.name

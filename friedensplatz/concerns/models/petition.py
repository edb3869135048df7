# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.utils.translation import gettext_lazy as _

from friedensplatz.concerns.models.concern import Concern


class Petition(models.Model):
    """The way of a petition through council or district council. Petitions are never encrypted (`Regime.most`)."""

    class Stage(models.TextChoices):
        RECEIVED = "received", _("received")
        EXAMINED = "examined", _("examined")
        COMMITTEE = "committee", _("before the committee")
        DECIDED = "decided", _("decided")

    concern = models.OneToOneField(Concern, on_delete=models.CASCADE, related_name="petition")
    stage = models.CharField(max_length=20, choices=Stage.choices, default=Stage.RECEIVED)
    heard_on = models.DateField(null=True)
    committee = models.CharField(max_length=200, blank=True)
    sits_on = models.DateField(null=True)
    paper_number = models.CharField(max_length=40, blank=True)
    decision = models.TextField(blank=True, help_text="public where the petition is")
    decided_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.concern_id}: {self.stage}"

    @property
    def stage_label(self) -> str:
        """How far it is; statements are asked for between examining and sitting."""
        asked = self.stage in {self.Stage.RECEIVED, self.Stage.EXAMINED} and self.concern.referrals.all()
        return str(_("statement asked for") if asked else self.get_stage_display())

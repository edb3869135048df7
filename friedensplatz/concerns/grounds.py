# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why, where and under which law somebody is treated worse than others: the words of discrimination."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """The grounds of § 1 AGG, then those people name beside them. Several at once are common."""

    ORIGIN = "origin", _("ethnic origin, skin colour, racism")
    RELIGION = "religion", _("religion or belief")
    GENDER = "gender", _("sex or gender, pregnancy")
    IDENTITY = "identity", _("gender identity")
    DISABILITY = "disability", _("disability or chronic illness")
    AGE = "age", _("age")
    ORIENTATION = "orientation", _("sexual orientation")
    LANGUAGE = "language", _("language")
    STATUS = "status", _("nationality or residence status")
    MEANS = "means", _("income, housing or social position")
    FAMILY = "family", _("family, children or care for relatives")
    LOOKS = "looks", _("appearance")
    OTHER = "other", _("something else, or I do not know")


class LegalField(models.TextChoices):
    """Where it happened; from it follows which law may help and who else is responsible."""

    GOODS = "goods", _("shops, services, leisure, insurance")
    HOUSING = "housing", _("housing")
    WORK = "work", _("work or training")
    PUBLIC = "public", _("public office")
    SCHOOL = "school", _("school, day care or university")
    POLICE = "police", _("police or justice")
    OTHER = "other", _("somewhere else, or unclear")


class Basis(models.TextChoices):
    """The law a counsellor thinks applies. LADG: the anti-discrimination act of a state, not for municipalities."""

    AGG_CIVIL = "agg_civil", _("AGG, civil law")
    AGG_WORK = "agg_work", _("AGG, work")
    LADG = "ladg", _("anti-discrimination act of the state")
    OTHER = "other", _("another law")
    UNCLEAR = "unclear", _("unclear")

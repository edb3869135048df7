# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import TranslatedField, pick


class Statement(models.Model):
    """The accessibility statement of this house (§ 10b BGG NRW): one row. Its barriers are rows of their own."""

    class Method(models.TextChoices):
        SELF = "self", _("our own assessment")
        PEOPLE = "people", _("a test by people with disabilities")
        EXTERNAL = "external", _("a test by an independent body")

    summary = TranslatedField(help_text="what people can rely on; blank lines part paragraphs")
    method = models.CharField(_("How it was tested"), max_length=10, choices=Method.choices, default=Method.SELF)
    method_note = TranslatedField()
    made_on = models.DateField(_("First made on"), null=True, blank=True)
    reviewed_on = models.DateField(_("Last tested on"), null=True, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Who keeps it true"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reminded_on = models.DateField(null=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return str(_("Accessibility statement"))


class Barrier(models.Model):
    """Something on this website that not everybody can use, until it is removed."""

    class Reason(models.TextChoices):
        NOT_YET = "not_yet", _("not done yet")
        BURDEN = "burden", _("a disproportionate burden")
        THIRD_PARTY = "third_party", _("content of somebody else")
        OUT_OF_SCOPE = "out_of_scope", _("the law does not ask for it")

    what = TranslatedField()
    where = TranslatedField()
    alternative = TranslatedField()
    reason = models.CharField(_("Why it is there"), max_length=20, choices=Reason.choices, default=Reason.NOT_YET)
    criterion = models.CharField(_("Success criterion"), max_length=10, blank=True, help_text=_("WCAG, e.g. 1.2.5"))
    blocks = models.BooleanField(_("It keeps people from something this website is for"), default=False)
    since = models.DateField(_("Known since"))
    planned_until = models.DateField(_("To be removed by"), null=True, blank=True)
    removed_on = models.DateField(_("Removed on"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["-blocks", "since", "pk"]
        constraints = [
            models.CheckConstraint(
                name="barrier_removed_after_known", condition=Q(removed_on=None) | Q(removed_on__gte=F("since"))
            )
        ]

    def __str__(self) -> str:
        return pick(self.what).text

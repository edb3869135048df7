# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.languages import TranslatedField
from friedensplatz.directory.models.office import Office
from friedensplatz.directory.models.organisation import Organisation
from friedensplatz.directory.models.person import Person


class Contact(models.Model):
    """How to reach an office, an organisation or a person: exactly one of the three."""

    office = models.OneToOneField(Office, null=True, blank=True, on_delete=models.CASCADE, related_name="contact")
    organisation = models.OneToOneField(
        Organisation, null=True, blank=True, on_delete=models.CASCADE, related_name="contact"
    )
    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="contact")
    street = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    locality = models.CharField(max_length=100, blank=True)
    room = models.CharField(max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    languages = models.JSONField(default=list, blank=True, help_text=_("spoken, as language codes"))
    step_free = models.BooleanField(null=True, blank=True)
    by_appointment = models.BooleanField(default=False)
    invented = models.JSONField(default=list, blank=True, help_text=_("fields no source gives"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contact_of_one_thing",
                condition=(
                    Q(office__isnull=False, organisation=None, person=None)
                    | Q(office=None, organisation__isnull=False, person=None)
                    | Q(office=None, organisation=None, person__isnull=False)
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.street}, {self.postcode} {self.locality}"


class Hours(models.Model):
    """A weekly opening time, in the city's time zone."""

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(choices=Weekday.choices)
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [models.CheckConstraint(name="hours_end_after_start", condition=Q(closes__gt=F("opens")))]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"


class HoursException(models.Model):
    """Days on which the weekly hours do not hold: closed, or open at other times."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="exceptions")
    first_day = models.DateField()
    last_day = models.DateField()
    opens = models.TimeField(null=True, blank=True, help_text=_("empty = closed"))
    closes = models.TimeField(null=True, blank=True)
    note = TranslatedField()

    class Meta:
        ordering = ["first_day"]
        constraints = [
            models.CheckConstraint(name="exception_ends_after_start", condition=Q(last_day__gte=F("first_day")))
        ]

    def __str__(self) -> str:
        return f"{self.first_day}–{self.last_day}"

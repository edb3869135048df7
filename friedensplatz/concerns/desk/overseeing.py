# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is late and why, who has how much, who is away."""

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import Role, User
from friedensplatz.accounts.queries import CASE_ROLES, team_ids
from friedensplatz.concerns.forms.overseeing import AbsenceForm
from friedensplatz.concerns.models import Absence, Reminder
from friedensplatz.concerns.overseeing import late_with_reasons, workload_of
from friedensplatz.concerns.privacy import posted
from friedensplatz.concerns.queries import offices_of

MOST_LATE = 100


@staff_only
def desk_overview(request: HttpRequest) -> HttpResponse:
    """For leads: who has how much, and what is late: with whom, waiting for whom, since when."""
    user = signed_in(request)
    offices = offices_of(user, Role.LEAD)
    if not offices:
        raise Http404
    context = {"offices": offices, "workload": workload_of(offices, user)}
    context["late"] = late_with_reasons(user, offices, MOST_LATE)
    return render(request, "concerns/desk_overview.html", context)


@staff_only
def desk_absences(request: HttpRequest) -> HttpResponse:
    """Who of one's teams is away and who stands in, and the form for it."""
    user = signed_in(request)
    if not user.has_perm("concerns.use_inbox"):
        raise Http404
    form = AbsenceForm(posted(request), by=user)
    if form.is_valid():
        form.save()
        return redirect("desk_absences")
    absences = _absences_near(user).filter(last__gte=timezone.localdate()).select_related("user", "substitute")
    led = set(_absences_led(user).values_list("pk", flat=True))
    rows = [(absence, absence.pk in led) for absence in absences]
    return render(request, "concerns/desk_absences.html", {"form": form, "rows": rows})


def _absences_near(user: User) -> QuerySet[Absence]:
    teams = team_ids(user, *CASE_ROLES)
    return Absence.objects.filter(Q(user__memberships__team__in=teams) | Q(user=user)).distinct()


def _absences_led(user: User) -> QuerySet[Absence]:
    """Those a person may take away: their own, and those of a team they lead."""
    return Absence.objects.filter(Q(user=user) | Q(user__memberships__team__in=team_ids(user, Role.LEAD))).distinct()


@require_POST
@staff_only
def desk_absence_remove(request: HttpRequest, pk: int) -> HttpResponse:
    absence = get_object_or_404(_absences_led(signed_in(request)), pk=pk)
    Absence.objects.filter(pk=absence.pk).delete()
    return redirect("desk_absences")


@require_POST
@staff_only
def desk_reminder_done(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever wanted to be reminded has looked."""
    reminder = get_object_or_404(Reminder.objects.select_related("concern"), pk=pk, user=signed_in(request))
    reminder.delete()
    return redirect("desk_case", reminder.concern.reference)

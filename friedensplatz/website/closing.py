# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Closing an office: the directory and what people have brought there meet here."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from friedensplatz.accounts.access import signed_in, staff_only
from friedensplatz.accounts.models import User
from friedensplatz.activity.models import Activity
from friedensplatz.concerns.actions import pass_on_concern
from friedensplatz.concerns.queries import open_concerns_of
from friedensplatz.directory.actions import close_office
from friedensplatz.directory.batches import mark_of
from friedensplatz.directory.models import Duty, Office
from friedensplatz.directory.queries import offices_open_to_people


class CloseForm(forms.Form):
    """When an office ends and who takes over: its name, what is open there, each of its duties."""

    on = forms.DateField(
        label=gettext_lazy("Last day"),
        initial=timezone.localdate,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data: Any, *, office: Office, duties: list[Duty], has_concerns: bool) -> None:
        super().__init__(data)
        others = {one.slug: one for one in offices_open_to_people().exclude(pk=office.pk)}
        self.duties = {f"duty-{duty.pk}": duty for duty in duties}
        self.fields["successor"] = _heir(_("Who takes its place"), others, _("nobody"))
        for name, duty in self.duties.items():
            label = _("Who does this from now on: %(duty)s") % {"duty": duty}
            self.fields[name] = _heir(label, others, _("nobody, it ends with the office"))
        if has_concerns:
            taking = {slug: one for slug, one in others.items() if one.takes_concerns}
            self.fields["concerns_to"] = _heir(_("Who takes over the open concerns"), taking, "–", required=True)

    def heirs(self) -> dict[Duty, Office | None]:
        return {duty: self.cleaned_data[name] for name, duty in self.duties.items()}


def _heir(label: str, offices: dict[str, Office], nobody: str, *, required: bool = False) -> forms.Field:
    named = sorted(((slug, str(office)) for slug, office in offices.items()), key=lambda choice: choice[1].casefold())
    return forms.TypedChoiceField(
        label=label, choices=[("", nobody), *named], coerce=offices.get, empty_value=None, required=required
    )


@staff_only
def office_close(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what becomes of duties and open concerns, then close; an office with others below it has to lose them first."""
    user = signed_in(request)
    office = get_object_or_404(Office, slug=slug, closed_on=None)
    if not user.has_perm("directory.change_office", office):
        raise PermissionDenied
    below = list(offices_open_to_people().filter(parent=office))
    concerns = open_concerns_of(office).count()
    form = CloseForm(request.POST or None, office=office, duties=list(office.duties.all()), has_concerns=bool(concerns))
    if not below and form.is_valid():
        changes = _close(office, form, by=user)
        messages.success(request, _("The office is closed. Its page stays and says so."))
        back = reverse("thing_edit", args=["texts", slug])
        return redirect(f"{back}?{urlencode({'done': mark_of(changes, back=back)})}")
    context = {"office": office, "form": form, "below": below, "concerns": concerns}
    return render(request, "website/office_close.html", context)


@transaction.atomic
def _close(office: Office, form: CloseForm, *, by: User) -> list[Activity | None]:
    wishes = form.cleaned_data
    for concern in open_concerns_of(office) if "concerns_to" in wishes else []:
        pass_on_concern(concern, wishes["concerns_to"], reason=_("The office was closed."), by=by)
    return close_office(office, on=wishes["on"], successor=wishes["successor"], heirs=form.heirs(), by=by)

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from friedensplatz.accounts.access import administrator_only, signed_in
from friedensplatz.accounts.actions import (
    LastAdministrator,
    OwnRights,
    add_member,
    change_person,
    invite,
    remove_member,
)
from friedensplatz.accounts.forms.people import InvitationForm, MemberForm, PersonForm
from friedensplatz.accounts.mails import send_invitation
from friedensplatz.accounts.models import Invitation, Membership, User
from friedensplatz.accounts.queries import invitations_waiting, people_named
from friedensplatz.core.listing import slice_of


@administrator_only
def people_list(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").strip()
    page = slice_of(
        people_named(words), ["email"], after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )
    invitations = invitations_waiting()
    return render(request, "accounts/people_list.html", {"slice": page, "words": words, "invitations": invitations})


@administrator_only
def person_invite(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(request.POST or None)
    if form.is_valid():
        with transaction.atomic():
            send_invitation(invite(by=signed_in(request), **form.cleaned_data))
        messages.success(request, _("The invitation is on its way."))
        return redirect("people_list")
    return render(request, "accounts/person_invite.html", {"form": form})


@require_POST
@administrator_only
def invitation_withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Invitation, pk=pk, accepted_by=None).delete()
    messages.success(request, _("The link does not work any more."))
    return redirect("people_list")


@administrator_only
def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, instance=get_object_or_404(User, pk=pk))
    if form.is_valid():
        try:
            change_person(person, by=signed_in(request), **form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("person_edit", pk)
        except OwnRights:
            form.add_error(None, _("You cannot take your own keys: ask another administrator."))
        except LastAdministrator:
            form.add_error(None, _("At least one administrator has to stay."))
    memberships = person.memberships.select_related("team").order_by("team__name", "role")
    changes = person.rights_changes.select_related("by")[:50]
    parts = {"person": person, "form": form, "memberships": memberships, "changes": changes}
    return render(request, "accounts/person_edit.html", {**parts, "member_form": MemberForm()})


@require_POST
@administrator_only
def member_add(request: HttpRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    form = MemberForm(request.POST)
    if form.is_valid():
        add_member(person, by=signed_in(request), **form.cleaned_data)
        messages.success(request, _("Saved."))
    return redirect("person_edit", pk)


@require_POST
@administrator_only
def member_remove(request: HttpRequest, pk: int, membership: int) -> HttpResponse:
    remove_member(get_object_or_404(Membership, pk=membership, user_id=pk), by=signed_in(request))
    messages.success(request, _("Saved."))
    return redirect("person_edit", pk)

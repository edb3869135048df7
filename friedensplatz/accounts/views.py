# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.contrib import messages
from django.contrib.auth import login
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from friedensplatz.accounts.actions import accept_invitation, invitation_behind
from friedensplatz.accounts.forms.people import WelcomeForm
from friedensplatz.accounts.unsent import take_unsent

SIGN_IN = "friedensplatz.accounts.backends.SignIn"


@never_cache
@sensitive_post_parameters("password")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose name and password, then be signed in."""
    invited = invitation_behind(token)
    if not invited:
        return render(request, "accounts/invitation_over.html", status=410)
    form = WelcomeForm(request.POST or None, email=invited.email)
    if form.is_valid():
        try:
            user = accept_invitation(invited, **form.cleaned_data)
        except IntegrityError:  # sent twice: the first one won
            return redirect("account_login")
        login(request, user, SIGN_IN)
        messages.success(request, _("Welcome! Now protect your account with a second factor."))
        return redirect("mfa_index")
    return render(request, "accounts/invitation.html", {"form": form, "invited": invited})


@never_cache
def unsent_form(request: HttpRequest) -> HttpResponse:
    """Offer to send what somebody had typed when their session was over."""
    unsent = take_unsent(request)
    if not unsent or not request.user.is_authenticated:
        return redirect("desk_home")
    return render(request, "accounts/unsent.html", {"unsent": unsent})

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The door of a resident's account, and the account itself. Whether an address has one, the door tells nobody."""

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from friedensplatz.accounts.access import account_only, signed_in
from friedensplatz.accounts.actions import change_person, open_account
from friedensplatz.accounts.forms.account import AccountForm, CodeForm, EnterForm
from friedensplatz.accounts.one_time import Waiting, ask_for_code, code_waiting, take_code
from friedensplatz.accounts.queries import opens_by_code
from friedensplatz.core.languages import current_language


@never_cache
@sensitive_post_parameters("email")
def account_enter(request: HttpRequest) -> HttpResponse:
    """Ask for an address and send it a code."""
    if request.user.is_authenticated:
        return redirect("account_home")
    form = EnterForm(request.POST or None)
    if form.is_valid():
        email = form.cleaned_data["email"]
        if ratelimit.consume(request, action="request_login_code", key=email):
            ask_for_code(request, email, onward=_way_on(request))
            return redirect("account_code")
        form.add_error(None, _("Too many codes were asked for. Please try again in a few minutes."))
    return render(request, "accounts/account_enter.html", {"form": form})


def _way_on(request: HttpRequest) -> str:
    """Where the person wanted to go, if it is a page of this house."""
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("account_home")


@never_cache
@sensitive_post_parameters("code")
def account_code(request: HttpRequest) -> HttpResponse:
    """Take the code and let the person in."""
    waiting = code_waiting(request)
    if request.user.is_authenticated or waiting is None:
        return redirect("account_enter")
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if take_code(request, waiting, form.cleaned_data["code"]):
            return _let_in(request, waiting)
        if not code_waiting(request):
            messages.warning(request, _("That was wrong too often. Please ask for a new code."))
            return redirect("account_enter")
        form.add_error("code", _("This is not the code from the newest mail."))
    return render(request, "accounts/account_code.html", {"form": form, "email": waiting.email})


def _let_in(request: HttpRequest, waiting: Waiting) -> HttpResponse:
    """Sign in, behind the second factor of those who have one; not people who were given a role meanwhile."""
    if not opens_by_code(waiting.email):
        return redirect("account_login")
    user = open_account(waiting.email, current_language())
    return perform_login(request, user, email=waiting.email, redirect_url=waiting.onward)  # type: ignore[no-any-return]


@never_cache
@account_only
def account_home(request: HttpRequest) -> HttpResponse:
    """What the account leads to, and the little it knows of a person."""
    user = signed_in(request)
    form = AccountForm(request.POST or None, initial={"name": user.name, "language": user.language})
    if form.is_valid():
        change_person(user, by=user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(translate_url(request.path, user.language))
    return render(request, "accounts/account_home.html", {"form": form})

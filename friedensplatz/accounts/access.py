# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may open a page at all. Anonymous visitors of the desk are led to sign in; strangers find nothing (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.accounts.models import User
from friedensplatz.accounts.queries import Visitor
from friedensplatz.accounts.rules import is_administrator, is_staff
from friedensplatz.accounts.second_factor import lacks_second_factor
from friedensplatz.accounts.unsent import keep_unsent
from friedensplatz.core.addresses import in_language, languages_at
from friedensplatz.core.languages import current_language

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
Page = Callable[Concatenate[HttpRequest, P], HttpResponse]


def _only_for(may_enter: Callable[[Visitor], bool], view: View[P]) -> View[P]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(_way_back(request))
        if not may_enter(request.user):
            raise Http404
        if lacks_second_factor(signed_in(request)):
            messages.warning(request, _("Your role needs a second factor. Set one up, then go on."))
            return redirect("mfa_index")
        return _in_a_language_of_the_desk(request) or view(request, *args, **kwargs)

    return guarded


def _in_a_language_of_the_desk(request: HttpRequest) -> HttpResponse | None:
    """The same page of the desk in a language it is told in from end to end; None where it stands in one, or is sent."""
    spoken = dict(languages_at(request.path))
    if current_language() in spoken or request.method != "GET":
        return None
    language = signed_in(request).language
    language = language if language in spoken else settings.LANGUAGE_CODE
    with override(language):
        told = _("The desk is told in these languages: %(languages)s.") % {"languages": ", ".join(spoken.values())}
        messages.info(request, told)
    return redirect(in_language(request.get_full_path(), language))


def _way_back(request: HttpRequest) -> str:
    """Where to go after signing in: the page itself, or the form that was sent too late."""
    return reverse("unsent_form") if keep_unsent(request) else request.get_full_path()


def staff_only(view: View[P]) -> View[P]:
    """Pages of the desk: for people who work for the city."""
    return _only_for(is_staff, view)


def permitted(permission: str) -> Callable[[View[P]], View[P]]:
    """Pages of the desk for those with a permission that needs no thing; other staff may know of them (403)."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return staff_only(guarded)

    return guard


def administrator_only(view: View[P]) -> View[P]:
    """Pages for those who run the house."""
    return _only_for(is_administrator, view)


def account_only(page: Page[P]) -> Page[P]:
    """Pages of a person's own account, a resident's as well as staff's; others are led to its door."""

    @wraps(page)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), "account_enter")
        return page(request, *args, **kwargs)

    return guarded


def signed_in(request: HttpRequest) -> User:
    """The person behind a guarded request, as our own type."""
    return cast(User, request.user)

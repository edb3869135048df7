# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pages that must leave no trace: not stored by browsers or proxies, no address passed on."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def confidential(view: View[P]) -> View[P]:
    """Mark a page of a person's concern.

    It is exempt from Django's CSRF check, whose cookie would be the first thing stored about a person and whose expiry
    would lose what they typed. A forged request needs the token of the draft, or a cookie that browsers never send
    across sites (SameSite=Strict). docs/adr has the reasoning.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        return response

    return csrf_exempt(never_cache(sensitive_post_parameters()(wrapper)))


def confidential_in_account(view: View[P]) -> View[P]:
    """Mark a page of a concern that only somebody signed in can see; Django's CSRF check stays.

    `strict-origin` tells nobody the address either, but lets browsers say which house a form comes from: with
    `no-referrer` they hide even that, and the check would refuse the form.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        response["X-Robots-Tag"] = "noindex"
        return response

    return never_cache(sensitive_post_parameters()(wrapper))


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form was sent with, which may be nothing at all; None when the page is only looked at."""
    return request.POST if request.method == "POST" else None

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a person stays with their concern after typing reference and code: a signed cookie for two hours.

From an account it opens for as long as its keeper is signed in. The cookie is HttpOnly, SameSite=Strict and sent to the status pages only, one cookie per language of the pages.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from friedensplatz.accounts.queries import Visitor
from friedensplatz.concerns import codes
from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.queries import concerns_kept_by
from friedensplatz.core.languages import current_language

SALT = "friedensplatz.concerns.access"
LINK_SALT = "friedensplatz.concerns.access.link"
KEEPER_SALT = "friedensplatz.concerns.access.keeper"
SIDE_SALT = "friedensplatz.concerns.access.side"
FIRST, SIDE = "concern", "side"
"""How the cookies of the two sides of a concern begin; most concerns have only one."""
SECONDS = 2 * 60 * 60
LINK_SECONDS = 60 * 24 * 60 * 60
NO_DIGEST = codes.digest("")


def concern_with_receipt(reference: str, code: str) -> Concern | None:
    """The concern that belongs to a reference and a code, taking as long for a wrong reference as for a wrong code."""
    concern = Concern.objects.filter(reference=codes.normal_reference(reference)).first()
    right = codes.matches(code, concern.code_digest if concern else NO_DIGEST)
    return concern if concern and right else None


def link_token(concern: Concern) -> str:
    """Opens a concern for 60 days for whoever holds it: for people who wrote by mail and have no receipt."""
    return signing.dumps([concern.pk, concern.code_digest[:16]], salt=LINK_SALT)


def concern_of_link(token: str) -> Concern | None:
    """The concern a link in a mail opens; none once it is encrypted, for mails are not."""
    concern = _concern_in(token, LINK_SALT, LINK_SECONDS)
    return None if concern is None or concern.is_encrypted else concern


def grant(response: HttpResponse, concern: Concern) -> None:
    """Open a concern whose receipt was typed."""
    _set_cookies(response, signing.dumps([concern.pk, concern.code_digest[:16]], salt=SALT), seconds=SECONDS)


def grant_side(response: HttpResponse, concern: Concern) -> None:
    """Open the mediation room for the other side, whose own code was typed."""
    value = signing.dumps([concern.pk, concern.invitation.code_digest[:16]], salt=SIDE_SALT)
    _set_cookies(response, value, seconds=SECONDS, prefix=SIDE)


def granted_side(request: HttpRequest) -> Concern | None:
    """The concern whose other side this browser may be."""
    try:
        value = request.COOKIES.get(cookie_name(current_language(), SIDE), "")
        pk, digest = signing.loads(value, salt=SIDE_SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    invited = Concern.objects.filter(pk=pk, invitation__code_digest__startswith=digest)
    return invited.select_related("office", "invitation").first()


def grant_to_keeper(response: HttpResponse, concern: Concern) -> None:
    """Open a concern from the account of the person who is signed in. The cookie only says which one it is."""
    _set_cookies(response, signing.dumps(concern.pk, salt=KEEPER_SALT), seconds=None)


def take_away(response: HttpResponse) -> None:
    for name, path in {**_cookies(), **_cookies(SIDE)}.items():
        response.delete_cookie(name, path=path, samesite="Strict")


def granted(request: HttpRequest) -> Concern | None:
    """The concern this browser may see."""
    value = request.COOKIES.get(cookie_name(current_language()), "")
    return _granted_by_receipt(value) or _granted_to_keeper(value, request.user)


def _granted_by_receipt(value: str) -> Concern | None:
    return _concern_in(value, SALT, SECONDS)


def _concern_in(value: str, salt: str, seconds: int) -> Concern | None:
    try:
        pk, digest = signing.loads(value, salt=salt, max_age=seconds)
    except (signing.BadSignature, ValueError):
        return None
    concern = Concern.objects.select_related("office").filter(pk=pk).first()
    return concern if concern and concern.code_digest.startswith(digest) else None


def _granted_to_keeper(value: str, user: Visitor) -> Concern | None:
    """Asked anew each time: signing out, or taking the concern out of the account, ends it."""
    try:
        pk = signing.loads(value, salt=KEEPER_SALT)
    except signing.BadSignature:
        return None
    return concerns_kept_by(user).select_related("office").filter(pk=pk).first()


def _set_cookies(response: HttpResponse, value: str, *, seconds: int | None, prefix: str = FIRST) -> None:
    for name, path in _cookies(prefix).items():
        response.set_cookie(
            name, value, max_age=seconds, path=path, httponly=True, samesite="Strict", secure=settings.HTTPS
        )


def cookie_name(language: str, prefix: str = FIRST) -> str:
    return f"{prefix}-{language}"


def _cookies(prefix: str = FIRST) -> dict[str, str]:
    """Names and paths: the address of the status pages bears the language, so each language has its cookie."""
    paths = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            paths[cookie_name(language, prefix)] = reverse("concern_status")
    return paths

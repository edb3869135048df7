# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a person stays with their concern after typing reference and code: a signed cookie for two hours.

It is HttpOnly, SameSite=Strict and sent to the status pages only, one cookie per language of the pages.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import override

from friedensplatz.concerns import codes
from friedensplatz.concerns.models import Concern
from friedensplatz.core.languages import current_language

SALT = "friedensplatz.concerns.access"
SECONDS = 2 * 60 * 60
NO_DIGEST = codes.digest("")


def concern_with_receipt(reference: str, code: str) -> Concern | None:
    """The concern that belongs to a reference and a code, taking as long for a wrong reference as for a wrong code."""
    concern = Concern.objects.filter(reference=codes.normal_reference(reference)).first()
    right = codes.matches(code, concern.code_digest if concern else NO_DIGEST)
    return concern if concern and right else None


def grant(response: HttpResponse, concern: Concern) -> None:
    value = signing.dumps([concern.pk, concern.code_digest[:16]], salt=SALT)
    for name, path in _cookies().items():
        response.set_cookie(
            name, value, max_age=SECONDS, path=path, httponly=True, samesite="Strict", secure=settings.HTTPS
        )


def take_away(response: HttpResponse) -> None:
    for name, path in _cookies().items():
        response.delete_cookie(name, path=path, samesite="Strict")


def granted(request: HttpRequest) -> Concern | None:
    """The concern this browser may see."""
    try:
        value = request.COOKIES.get(cookie_name(current_language()), "")
        pk, digest = signing.loads(value, salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError):
        return None
    concern = Concern.objects.select_related("office").filter(pk=pk).first()
    return concern if concern and concern.code_digest.startswith(digest) else None


def cookie_name(language: str) -> str:
    return f"concern-{language}"


def _cookies() -> dict[str, str]:
    """Names and paths: the address of the status pages bears the language, so each language has its cookie."""
    paths = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            paths[cookie_name(language)] = reverse("concern_status")
    return paths

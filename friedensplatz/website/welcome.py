# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the start page offers besides words: German easy language and German Sign Language.

§ 4 BITV 2.0 asks for both on the start page; North Rhine-Westphalia extends that to municipalities (field guide: LBIT
comparison of the states). Both are the city's own data: `imprint.easy`, a list of `{heading, text}`, and
`imprint.sign_language`, the slug of a film in the library.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from friedensplatz.assets.models import Asset
from friedensplatz.assets.queries import asset_by_slug, missing_facts
from friedensplatz.core.caching import public_page, remembered
from friedensplatz.core.languages import EASY
from friedensplatz.directory.models import City
from friedensplatz.directory.queries import the_city
from friedensplatz.search.queries import things_told_in
from friedensplatz.website.statements.conformance import the_statement

WITH_EASY_PAGES = frozenset({"office", "page"})


def sign_language_film(city: City) -> Asset | None:
    """The city's film about this website in German Sign Language; None where it is missing or may not be shown."""
    film = asset_by_slug(str(city.imprint.get("sign_language", "")))
    return film if film and film.kind == Asset.Kind.VIDEO and not missing_facts(film) else None


def has_film() -> bool:
    return sign_language_film(remembered("city", the_city)) is not None


def is_told_easily() -> bool:
    return bool(remembered("city", the_city).imprint.get("easy"))


def what_is_missing() -> list[str | Promise]:
    """Sentences on what the law wants on the start page and is not there."""
    owed = {
        _("The start page has no explanation in easy language."): not is_told_easily(),
        _("The start page has no film in German Sign Language."): not has_film(),
    }
    return [sentence for sentence, missing in owed.items() if missing]


@require_safe
@public_page(when=is_told_easily)
def easy_language(request: HttpRequest) -> HttpResponse:
    """What this website is and how it works, in easy language, with everything else there is in it."""
    sections = the_city().imprint.get("easy")
    if not sections:
        raise Http404
    further = [thing for thing in things_told_in(EASY) if thing.kind in WITH_EASY_PAGES]
    context = {"sections": sections, "further": further, "statement": the_statement()}
    return render(request, "website/easy_language.html", context)


@require_safe
@public_page(when=has_film)
def sign_language(request: HttpRequest) -> HttpResponse:
    film = sign_language_film(the_city())
    if film is None:
        raise Http404
    return render(request, "website/sign_language.html", {"film": film})

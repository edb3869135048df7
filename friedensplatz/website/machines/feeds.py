# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The addresses of the feeds: of everything, of what belongs to a thing, of what a search finds."""

from urllib.parse import urlencode

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from friedensplatz.core.caching import public_page, remembered
from friedensplatz.core.languages import current_language
from friedensplatz.core.text import cleaned
from friedensplatz.directory.models import Audience, District, Goal, Office, Topic
from friedensplatz.directory.queries import the_city
from friedensplatz.search.queries import changed_lately, find
from friedensplatz.search.shown import Teaser
from friedensplatz.website.machines.atom import Feed, written
from friedensplatz.website.machines.catalogue import name_of

MODELS: dict[str, type[Model]] = {
    "offices": Office,
    "topics": Topic,
    "audiences": Audience,
    "districts": District,
    "goals": Goal,
}
LONGEST_QUESTION = 500
HITS = 30


@require_safe
@public_page()
def feed(request: HttpRequest) -> HttpResponse:
    """What changed on the whole website."""
    return _feed(request, _("What is new"), reverse("home"), changed_lately())


@require_safe
@public_page()
def thing_feed(request: HttpRequest, things: str, slug: str) -> HttpResponse:
    """What changed of all that belongs to an office, a topic, an audience, a district or a UN goal."""
    if things not in MODELS or (things == "goals" and not slug.isdigit()):
        raise Http404
    key = "number" if things == "goals" else "slug"
    thing = get_object_or_404(MODELS[things], **{key: slug})
    kind = str(thing._meta.model_name)
    found = changed_lately(facet=(kind, slug))
    return _feed(request, str(thing), reverse(f"{kind}_page", args=[slug]), found)


@require_safe
@conditional_page
def search_feed(request: HttpRequest) -> HttpResponse:
    """What a search finds, the last changed first."""
    words = cleaned(request.GET.get("q", ""))[:LONGEST_QUESTION]
    keys = [hit.thing_key for hit in find(words, limit=HITS).hits] if words else []
    title = _("Search for “%(words)s”") % {"words": words} if words else _("Search")
    return _feed(request, title, f"{reverse('search')}?{urlencode({'q': words})}", changed_lately(keys=keys))


def _feed(request: HttpRequest, title: str, page: str, things: list[Teaser]) -> HttpResponse:
    author = name_of(remembered("city", the_city))
    feed = Feed(f"{title} – {author}", author, current_language(), request.get_full_path(), page, things)
    return HttpResponse(written(feed), content_type="application/atom+xml; charset=utf-8")

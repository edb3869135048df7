# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Parts of the house for other websites: an office's card and the search box, each a page for a frame.

Only these may stand in somebody else's frame; they set no cookies and run no script.
"""

from dataclasses import dataclass
from typing import Any

from csp.utils import build_policy
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from friedensplatz.core.addresses import absolute
from friedensplatz.core.caching import public_page
from friedensplatz.core.languages import current_language, pick
from friedensplatz.directory.models import Contact
from friedensplatz.directory.opening import opening_of
from friedensplatz.directory.queries import offices_for_pages, offices_open_to_people
from friedensplatz.directory.timetables import timetables

POLICY = "Content-Security-Policy"
ANYWHERE = {"frame-ancestors": ["*"]}
SEARCH = "-search"
"""Stands for the search box among the slugs of offices, of which none begins like this."""
OFFICE_HEIGHT, SEARCH_HEIGHT = 570, 180


@dataclass(frozen=True)
class Part:
    """What is pasted; `height` in points is enough for a frame 320 points wide."""

    path: str
    title: str
    height: int

    @property
    def address(self) -> str:
        return absolute(self.path)


class PartForm(forms.Form):
    """Which part, in which language."""

    office = forms.ChoiceField(label=_("What"))
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"language": current_language()})
        self.names = {office.slug: office.name for office in offices_open_to_people().only("slug", "name")}
        offices = [(slug, pick(name).text) for slug, name in self.names.items()]
        self.fields["office"].choices = [  # type: ignore[attr-defined]
            (SEARCH, _("Search box")),
            *sorted(offices, key=lambda choice: choice[1].casefold()),
        ]

    def part(self) -> Part:
        """The chosen part; the search box in the page's language where nothing is."""
        chosen = self.cleaned_data if self.is_valid() else {}
        with override(chosen.get("language") or current_language()):
            office = chosen.get("office", SEARCH)
            if office != SEARCH:
                return Part(reverse("embed_office", args=[office]), pick(self.names[office]).text, OFFICE_HEIGHT)
            return Part(reverse("embed_search"), gettext("Search box"), SEARCH_HEIGHT)


@require_safe
@public_page(parameters=("office", "language"))
def embed_page(request: HttpRequest) -> HttpResponse:
    """What people with a website of their own may paste, with a look at it."""
    form = PartForm(request.GET or None)
    response = render(request, "website/embed/page.html", {"form": form, "part": form.part()})
    response[POLICY] = build_policy(replace={"frame-src": ["'self'"]})
    return response


@require_safe
@public_page(seconds=60)
@xframe_options_exempt
def embed_office(request: HttpRequest, slug: str) -> HttpResponse:
    """An office's card."""
    office = get_object_or_404(offices_for_pages(), slug=slug)
    contact: Contact | None = getattr(office, "contact", None)
    opening = opening_of(contact, timetables()) if contact else None
    return _framed(request, "office", {"office": office, "contact": contact, "opening": opening})


@require_safe
@public_page()
@xframe_options_exempt
def embed_search(request: HttpRequest) -> HttpResponse:
    """The search box; what it finds opens in a window of its own."""
    return _framed(request, "search", {})


def _framed(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    response = render(request, f"website/embed/{name}.html", context)
    response[POLICY] = build_policy(replace=ANYWHERE)
    return response

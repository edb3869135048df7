# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The addresses of the HSDS API: lists in pages, and single documents. All of it is public."""

import uuid
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from friedensplatz.core.caching import for_programs
from friedensplatz.core.languages import current_language
from friedensplatz.core.linked import Node
from friedensplatz.directory.hsds.documents import OPENAPI, PROFILE, VERSION
from friedensplatz.directory.hsds.rows import COLLECTIONS, Collection, Wanted

A_PAGE, MOST_A_PAGE = 25, 100
MINIMAL = ("id", "last_modified")


class Question(forms.Form):
    """What may be asked of a list. `language` is ours: the language of the texts."""

    page = forms.IntegerField(min_value=1, required=False)
    per_page = forms.IntegerField(min_value=1, max_value=MOST_A_PAGE, required=False)
    modified_after = forms.DateTimeField(required=False)
    organization_id = forms.UUIDField(required=False)
    taxonomy_term_id = forms.UUIDField(required=False)
    taxonomy_id = forms.UUIDField(required=False)
    search = forms.CharField(max_length=200, required=False)
    minimal = forms.BooleanField(required=False)
    language = forms.ChoiceField(choices=settings.LANGUAGES, required=False)

    def wanted(self) -> Wanted:
        """What the list is narrowed down to. Http404 for an identifier of nobody."""
        asked = self.cleaned_data
        return Wanted(
            asked["modified_after"],
            _key("organizations", asked["organization_id"]),
            _key("taxonomy_terms", asked["taxonomy_term_id"]),
            _key("taxonomies", asked["taxonomy_id"]),
            asked["search"],
        )


@require_safe
@for_programs
def hsds_about(request: HttpRequest) -> HttpResponse:
    """Which version of the standard stands here."""
    return _json({"version": VERSION, "profile": PROFILE, "openapi_url": OPENAPI})


@require_safe
@for_programs
def hsds_list(request: HttpRequest, name: str) -> HttpResponse:
    """One page of a list, in the standard's envelope; each item is whole."""
    collection, question = _collection(name), Question(request.GET)
    if not question.is_valid():
        return _json({"errors": question.errors.get_json_data()}, status=400)
    asked = question.cleaned_data
    pages = Paginator(collection.keys(question.wanted()), asked["per_page"] or A_PAGE)
    page = _page(pages, asked["page"] or 1)
    with override(asked["language"] or settings.LANGUAGE_CODE):
        found = collection.documents(list(page))
        contents = (
            [{name: one[name] for name in MINIMAL if name in one} for one in found] if asked["minimal"] else found
        )
        return _json(_envelope(page) | {"contents": contents})


@require_safe
@for_programs
def hsds_item(request: HttpRequest, name: str, key: uuid.UUID) -> HttpResponse:
    """One document."""
    collection, question = _collection(name), Question(request.GET)
    found = collection.key_of(key)
    if found is None or not question.is_valid():
        raise Http404
    with override(question.cleaned_data["language"] or settings.LANGUAGE_CODE):
        return _json(collection.documents([found])[0])


def _collection(name: str) -> Collection:
    if name not in COLLECTIONS:
        raise Http404
    return COLLECTIONS[name]


def _key(name: str, key: uuid.UUID | None) -> Any:
    if key is None:
        return None
    found = COLLECTIONS[name].key_of(key)
    if found is None:
        raise Http404
    return found


def _page(pages: "Paginator[Any]", number: int) -> Page[Any]:
    """A page of a list; one after the last is empty."""
    return pages.page(number) if number <= pages.num_pages else Page([], number, pages)


def _envelope(page: Page[Any]) -> Node:
    return {
        "total_items": page.paginator.count,
        "total_pages": page.paginator.num_pages,
        "page_number": page.number,
        "size": len(page),
        "first_page": not page.has_previous(),
        "last_page": page.number >= page.paginator.num_pages,
        "empty": not len(page),
    }


def _json(document: Node, status: int = 200) -> HttpResponse:
    headers = {"Content-Language": current_language()}
    return JsonResponse(document, status=status, headers=headers, json_dumps_params={"ensure_ascii": False})

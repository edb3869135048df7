# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open data: the page about it, the catalogue, and the files. Anybody's website may read them."""

import hashlib
import json
from collections.abc import Iterator

from django.conf import settings
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import condition, require_safe

from friedensplatz import __version__
from friedensplatz.core.caching import content_version, public_page, remembered
from friedensplatz.core.datasets import datasets
from friedensplatz.core.linked import Node
from friedensplatz.directory.models import Topic
from friedensplatz.directory.queries import the_city
from friedensplatz.website.machines.catalogue import catalogue
from friedensplatz.website.machines.downloads import FORMATS, formats_of
from friedensplatz.website.machines.licences import data_licence
from friedensplatz.website.machines.turtle import turtle

ANYBODY = {"Access-Control-Allow-Origin": "*"}


@require_safe
@public_page()
def open_data(request: HttpRequest) -> HttpResponse:
    """What anybody may take along and how programs ask for it, for people who write programs."""
    files = [(one, [(ending, FORMATS[ending].name) for ending in formats_of(one)]) for one in datasets().values()]
    example = Topic.objects.order_by("slug").values_list("slug", flat=True).first()
    context = {"files": files, "licence": data_licence(), "example": example or ""}
    return render(request, "website/open_data.html", context)


@require_safe
@public_page()
def catalogue_turtle(request: HttpRequest) -> HttpResponse:
    return HttpResponse(turtle(_catalogue()), content_type="text/turtle; charset=utf-8", headers=ANYBODY)


@require_safe
@public_page()
def catalogue_json(request: HttpRequest) -> HttpResponse:
    text = json.dumps(_catalogue(), ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/ld+json", headers=ANYBODY)


def _state_of_the_data(request: HttpRequest, name: str, ending: str) -> str | None:
    """Changes whenever the file would: without reading its rows."""
    dataset = datasets().get(name)
    if dataset is None or ending not in formats_of(dataset):
        return None
    newest = dataset.dated._default_manager.aggregate(Max("changed_at"), Count("pk")) if dataset.dated else {}
    state = f"{__version__} {content_version()} {newest} {ending}"
    return f'"{hashlib.blake2b(state.encode(), digest_size=12).hexdigest()}"'


@require_safe
@condition(etag_func=_state_of_the_data)
def download(request: HttpRequest, name: str, ending: str) -> StreamingHttpResponse:
    """A dataset as a file."""
    dataset = datasets().get(name)
    if dataset is None or ending not in formats_of(dataset):
        raise Http404
    form = FORMATS[ending]
    headers = {"Content-Disposition": f'inline; filename="{name}.{ending}"', "Content-Language": settings.LANGUAGE_CODE}
    text = _in_the_first_language(form.write(dataset))
    return StreamingHttpResponse(text, content_type=f"{form.media_type}; charset=utf-8", headers=ANYBODY | headers)


def _in_the_first_language(text: Iterator[str]) -> Iterator[str]:
    """A file says the same whoever asks, in whichever language."""
    with override(settings.LANGUAGE_CODE):
        yield from text


def _catalogue() -> Node:
    return catalogue(remembered("city", the_city))

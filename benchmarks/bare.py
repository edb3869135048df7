# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The yardstick: Django's handler, one address, one view with two words, none of the house's middleware."""

from django.http import HttpResponse
from django.urls import path, resolve

PATH = "/bare/"
TEXT = b"Guten Tag"


def bare(request):
    return HttpResponse(TEXT, headers={"Content-Type": "text/plain", "Content-Length": str(len(TEXT))})


urlpatterns = [path("bare/", bare)]


def bare_view(get_response):
    def middleware(request):
        if request.path != PATH:
            return get_response(request)
        found = resolve(request.path_info, __name__)
        return found.func(request, *found.args, **found.kwargs)

    return middleware

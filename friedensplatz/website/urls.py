# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.website import pages, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("answer/", views.answer, name="answer"),
    path("imprint/", pages.imprint, name="imprint"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = []
bare_urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.landing, name="landing"),
    path("robots.txt", pages.robots, name="robots"),
]

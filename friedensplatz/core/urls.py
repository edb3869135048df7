# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.core import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", views.health, name="health"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = []

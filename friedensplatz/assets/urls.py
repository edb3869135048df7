# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.assets import views

bare_urlpatterns: list[URLPattern | URLResolver] = [
    path("media/<slug:slug>/<slug:stamp>/<str:name>", views.asset_file, name="asset_file"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("image-credits/", views.image_credits, name="image_credits"),
]

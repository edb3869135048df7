# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.assets import desk, views

bare_urlpatterns: list[URLPattern | URLResolver] = [
    path("media/<slug:slug>/<slug:stamp>/<str:name>", views.asset_file, name="asset_file"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("image-credits/", views.image_credits, name="image_credits"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("library/", desk.asset_list, name="asset_list"),
    path("library/add/", desk.asset_upload, name="asset_upload"),
    path("library/change/", desk.assets_change, name="assets_change"),
    path("library/file/<slug:slug>/", desk.asset_edit, name="asset_edit"),
    path("library/file/<slug:slug>/replace/", desk.asset_replace, name="asset_replace"),
    path("library/file/<slug:slug>/captions/", desk.asset_captions, name="asset_captions"),
    path("library/file/<slug:slug>/captions/<slug:language>/remove/", desk.captions_remove, name="captions_remove"),
    path("library/file/<slug:slug>/restore/<int:pk>/", desk.asset_restore, name="asset_restore"),
    path("library/file/<slug:slug>/delete/", desk.asset_delete, name="asset_delete"),
]

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.pages import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("pages/", views.page_list, name="page_list"),
    path("pages/<slug:slug>/", views.page, name="page"),
]

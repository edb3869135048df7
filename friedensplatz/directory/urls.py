# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.directory import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("offices/", views.office_list, name="office_list"),
    path("offices/<slug:slug>/", views.office_page, name="office_page"),
    path("organisations/", views.organisation_list, name="organisation_list"),
    path("organisations/<slug:slug>/", views.organisation_page, name="organisation_page"),
    path("topics/<slug:slug>/", views.topic_page, name="topic_page"),
    path("audiences/<slug:slug>/", views.audience_page, name="audience_page"),
    path("districts/<slug:slug>/", views.district_page, name="district_page"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = []

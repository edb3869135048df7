# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.search import desk

desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("words/", desk.search_words, name="search_words"),
    path("words/missed/<int:pk>/settle/", desk.miss_settle, name="miss_settle"),
    path("words/synonyms/add/", desk.synonyms_edit, name="synonyms_add"),
    path("words/synonyms/<int:pk>/", desk.synonyms_edit, name="synonyms_edit"),
    path("words/synonyms/<int:pk>/delete/", desk.synonyms_delete, name="synonyms_delete"),
    path("words/first/", desk.bet_list, name="bet_list"),
    path("words/first/add/", desk.bet_add, name="bet_add"),
    path("words/first/<int:pk>/delete/", desk.bet_delete, name="bet_delete"),
    path("words/parts/", desk.search_parts, name="search_parts"),
    path("words/parts/add/", desk.part_edit, name="part_add"),
    path("words/parts/<int:pk>/", desk.part_edit, name="part_edit"),
    path("words/parts/<int:pk>/delete/", desk.part_delete, name="part_delete"),
]

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.pages import views
from friedensplatz.pages.desk import deciding, lists, previewing, translating, workflow, writing

urlpatterns: list[URLPattern | URLResolver] = [
    path("pages/", views.page_list, name="page_list"),
    path("pages/<slug:slug>/", views.page, name="page"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("pages/", lists.page_desk_list, name="page_desk_list"),
    path("pages/new/", lists.page_new, name="page_new"),
    path("pages/<int:pk>/", writing.page_edit, name="page_edit"),
    path("pages/<int:pk>/keep/", writing.page_keep, name="page_keep"),
    path("pages/<int:pk>/part/", writing.page_part, name="page_part"),
    path("pages/<int:pk>/things/", writing.page_things, name="page_things"),
    path("pages/<int:pk>/discard/<str:token>/", writing.page_discard, name="page_discard"),
    path("pages/<int:pk>/decide/<str:token>/", deciding.page_decide, name="page_decide"),
    path("pages/<int:pk>/facts/", lists.page_facts, name="page_facts"),
    path("pages/<int:pk>/move/", lists.page_move, name="page_move"),
    path("pages/<int:pk>/review/", workflow.page_review, name="page_review"),
    path("pages/<int:pk>/deed/<slug:name>/", workflow.page_deed, name="page_deed"),
    path("pages/<int:pk>/history/", workflow.page_history, name="page_history"),
    path("pages/<int:pk>/restore/<int:number>/", workflow.page_restore, name="page_restore"),
    path("pages/<int:pk>/translate/<str:language>/", translating.page_translate, name="page_translate"),
    path("translations/", translating.translation_matrix, name="translation_matrix"),
    path("pages/<int:pk>/preview/", previewing.page_preview, name="page_preview"),
    path("pages/<int:pk>/draft/<int:number>/<str:language>/", previewing.page_draft, name="page_draft"),
]

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.website import account, closing, desk, pages, searching, views, welcome
from friedensplatz.website.feedback import desk as feedback
from friedensplatz.website.feedback import giving
from friedensplatz.website.machines import cards, data, embedding, feeds
from friedensplatz.website.machines import views as machines
from friedensplatz.website.papers import views as papers
from friedensplatz.website.records import desk as records
from friedensplatz.website.statements import desk as statements
from friedensplatz.website.statistics import desk as statistics

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("answer/", views.answer, name="answer"),
    path("search/", searching.search, name="search"),
    path("search/suggestions", searching.search_suggestions, name="search_suggestions"),
    path("imprint/", pages.imprint, name="imprint"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("embed/", embedding.embed_page, name="embed_page"),
    path("embed/search", embedding.embed_search, name="embed_search"),
    path("embed/offices/<slug:slug>", embedding.embed_office, name="embed_office"),
    path("feed.atom", feeds.feed, name="feed"),
    path("search.atom", feeds.search_feed, name="search_feed"),
    path("<slug:things>/<slug:slug>.atom", feeds.thing_feed, name="thing_feed"),
    path("data/", data.open_data, name="open_data"),
    path("easy-language/", welcome.easy_language, name="easy_language"),
    path("sign-language/", welcome.sign_language, name="sign_language"),
    path("take-along/", papers.take_along, name="take_along"),
    path("take-along/pdf/", papers.take_along_pdf, name="take_along_pdf"),
    path("feedback/", giving.feedback_give, name="feedback_give"),
    path("accounts/delete/", account.account_delete, name="account_delete"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("", desk.desk_home, name="desk_home"),
    path("feedback/", feedback.feedback_list, name="feedback_list"),
    path("feedback/<int:pk>/done/", feedback.feedback_done, name="feedback_done"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics.csv", statistics.statistics_export, name="statistics_export"),
    path("accessibility/", statements.statement_edit, name="statement_edit"),
    path("accessibility/barriers/", statements.barrier_add, name="barrier_add"),
    path("accessibility/barriers/<int:pk>/", statements.barrier_edit, name="barrier_edit"),
    path("retention/", records.desk_retentions, name="desk_retentions"),
    path("retention/new/", records.desk_retention, name="desk_retention_new"),
    path("retention/<int:pk>/", records.desk_retention, name="desk_retention"),
    path("pointers/", records.desk_pointers, name="desk_pointers"),
    path("pointers/new/", records.desk_pointer, name="desk_pointer_new"),
    path("pointers/<int:pk>/", records.desk_pointer, name="desk_pointer"),
    path("archive/", records.desk_archive, name="desk_archive"),
    path("archive/<int:pk>/", records.archive_answer, name="archive_answer"),
    path("archive/<int:pk>/download/", records.archive_download, name="archive_download"),
    path("tasks/<str:name>/", desk.desk_tasks, name="desk_tasks"),
    path("offices/<slug:slug>/close/", closing.office_close, name="office_close"),
]
bare_urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.landing, name="landing"),
    path("api/", views.landing, {"to": "open_data"}, name="api_landing"),
    path("robots.txt", machines.robots, name="robots"),
    path("cards/<str:token>.png", cards.card, name="card"),
    path("catalog.ttl", data.catalogue_turtle, name="catalogue_turtle"),
    path("catalog.jsonld", data.catalogue_json, name="catalogue_json"),
    path("data/<slug:name>.<slug:ending>", data.download, name="download"),
    path("sitemap.xml", machines.sitemap_index, name="sitemap"),
    path("sitemap-<int:number>.xml", machines.sitemap_part, name="sitemap_part"),
    path("qr.svg", papers.qr_code, name="qr_code"),
    path("accessibility.json", pages.accessibility_json, name="accessibility_json"),
]

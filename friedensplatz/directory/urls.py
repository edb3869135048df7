# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.directory import views
from friedensplatz.directory.desk import several, tables, things
from friedensplatz.directory.hsds import views as hsds

urlpatterns: list[URLPattern | URLResolver] = [
    path("offices/", views.office_list, name="office_list"),
    path("offices/<slug:slug>/", views.office_page, name="office_page"),
    path("organisations/", views.organisation_list, name="organisation_list"),
    path("organisations/<slug:slug>/", views.organisation_page, name="organisation_page"),
    path("topics/", views.subject_list, name="subject_list"),
    path("topics/<slug:slug>/", views.topic_page, name="topic_page"),
    path("audiences/<slug:slug>/", views.audience_page, name="audience_page"),
    path("goals/<int:number>/", views.goal_page, name="goal_page"),
    path("districts/<slug:slug>/", views.district_page, name="district_page"),
]
bare_urlpatterns: list[URLPattern | URLResolver] = [
    path("hsds/", hsds.hsds_about, name="hsds_about"),
    path("hsds/<slug:name>", hsds.hsds_list, name="hsds_list"),
    path("hsds/<slug:name>/<uuid:key>", hsds.hsds_item, name="hsds_item"),
]
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("offices/", things.office_desk_list, name="office_desk_list"),
    path("offices/<slug:slug>/rename/", things.office_rename, name="office_rename"),
    path("offices/<slug:slug>/move/", things.office_move, name="office_move"),
    path("directory/tables/", tables.table_list, name="table_list"),
    path("directory/tables/<str:name>.csv", tables.table_csv, name="table_csv"),
    path("directory/tables/all.json", tables.table_json, name="table_json"),
    path("directory/imports/<int:pk>/", tables.import_show, name="import_show"),
    path("directory/imports/<int:pk>/confirm/", tables.import_confirm, name="import_confirm"),
    path("directory/imports/<int:pk>/give-up/", tables.import_give_up, name="import_give_up"),
    path("directory/several/<str:part>/", several.several_choose, name="several_choose"),
    path("directory/several/<str:part>/change/", several.several_change, name="several_change"),
    path("changes/undo/", several.changes_undo, name="changes_undo"),
    path("directory/<str:part>/", things.thing_list, name="thing_list"),
    path("directory/<str:part>/new/", things.thing_new, name="thing_new"),
    path("directory/<str:part>/of/<str:key>/", things.thing_edit, name="thing_edit"),
    path("directory/<str:part>/of/<str:key>/remove/", things.thing_remove, name="thing_remove"),
    path("changes/<int:pk>/undo/", things.change_undo, name="change_undo"),
]

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in and what belongs to it: those of allauth's pages that people can reach here, no more."""

from allauth.account import views as allauth
from django.urls import URLPattern, URLResolver, include, path, re_path

from friedensplatz.accounts import account, desk, views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", account.account_home, name="account_home"),
    path("enter/", account.account_enter, name="account_enter"),
    path("enter/code/", account.account_code, name="account_code"),
    path("login/", allauth.login, name="account_login"),
    path("logout/", allauth.logout, name="account_logout"),
    path("inactive/", allauth.account_inactive, name="account_inactive"),
    path("confirm/", allauth.reauthenticate, name="account_reauthenticate"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/set/", allauth.password_set, name="account_set_password"),
    path("password/reset/", allauth.password_reset, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", allauth.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
    path("unsent/", views.unsent_form, name="unsent_form"),
    path("security/", include("allauth.mfa.urls")),
]
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", desk.people_list, name="people_list"),
    path("people/invite/", desk.person_invite, name="person_invite"),
    path("people/invitations/<int:pk>/withdraw/", desk.invitation_withdraw, name="invitation_withdraw"),
    path("people/<int:pk>/", desk.person_edit, name="person_edit"),
    path("people/<int:pk>/members/", desk.member_add, name="member_add"),
    path("people/<int:pk>/members/<int:membership>/remove/", desk.member_remove, name="member_remove"),
]

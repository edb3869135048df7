# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver, path

from friedensplatz.notices import desk

urlpatterns: list[URLPattern | URLResolver] = []
desk_urlpatterns: list[URLPattern | URLResolver] = [
    path("outbox/", desk.outbox, name="outbox"),
    path("outbox/<int:pk>/retry/", desk.mail_retry, name="mail_retry"),
    path("outbox/<int:pk>/mark-sent/", desk.mail_mark_sent, name="mail_mark_sent"),
]

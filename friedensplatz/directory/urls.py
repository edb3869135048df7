# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
desk_urlpatterns: list[URLPattern | URLResolver] = []

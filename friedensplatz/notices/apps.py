# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "friedensplatz.notices"
    label = "notices"

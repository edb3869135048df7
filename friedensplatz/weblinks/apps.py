# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from django.apps import AppConfig


class WeblinksConfig(AppConfig):
    name = "friedensplatz.weblinks"
    label = "weblinks"

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which office do reports belong to: a generator, texts judged by hand, simple methods to compare with."""

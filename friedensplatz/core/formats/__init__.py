# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How dates are written in each language, where Django writes them in a way people here do not."""

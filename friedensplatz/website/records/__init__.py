# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a public body owes beside the concern itself: how long concerns are kept, what the city's archive gets of them, and
who else helps where the city is not the one."""

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The accessibility statement: what is known not to be accessible, what the law wants said about it, and who keeps it."""

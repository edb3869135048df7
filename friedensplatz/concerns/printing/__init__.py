# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the office wrote, as a letter for the envelope with a window (DIN 5008, form B)."""

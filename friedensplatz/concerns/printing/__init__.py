# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What goes on paper as PDF/UA: letters for the envelope with a window (DIN 5008, form B), petitions for committees."""

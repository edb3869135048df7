# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What machines read of the whole house: linked data, sitemap, feeds, catalogue, cards, parts for other websites."""

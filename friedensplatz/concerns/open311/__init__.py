# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Open defects and suggestions over Open311 GeoReport v2 (https://wiki.open311.org/GeoReport_v2/), in XML and JSON.

Its services are the duties of offices that take concerns, and one each for what has no duty. Anybody reads what its
people left open; programs with a key hand in. `keys` are who may, `parameters` what is asked, `documents` what is said.
"""

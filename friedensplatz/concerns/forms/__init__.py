# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people and desks are asked. The kinds with questions of their own are imported, so that these are registered."""

from friedensplatz.concerns.forms import discrimination as discrimination
from friedensplatz.concerns.forms import initiative as initiative
from friedensplatz.concerns.forms import mediation as mediation
from friedensplatz.concerns.forms import petition as petition

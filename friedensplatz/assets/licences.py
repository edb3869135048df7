# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Under which terms a picture or file may be shown. Keys follow SPDX where it has one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

CREATIVE_COMMONS = "https://creativecommons.org"


class Licence(models.TextChoices):
    CC0 = "CC0-1.0", "CC0 1.0"
    CC_BY_2 = "CC-BY-2.0", "CC BY 2.0"
    CC_BY_3 = "CC-BY-3.0", "CC BY 3.0"
    CC_BY_4 = "CC-BY-4.0", "CC BY 4.0"
    CC_BY_SA_2 = "CC-BY-SA-2.0", "CC BY-SA 2.0"
    CC_BY_SA_3 = "CC-BY-SA-3.0", "CC BY-SA 3.0"
    CC_BY_SA_4 = "CC-BY-SA-4.0", "CC BY-SA 4.0"
    DL_DE_BY = "DL-DE-BY-2.0", "dl-de/by-2-0"
    DL_DE_ZERO = "DL-DE-ZERO-2.0", "dl-de/zero-2-0"
    EUPL = "EUPL-1.2", "EUPL 1.2"
    PUBLIC_DOMAIN = "public-domain", _("public domain")
    PERMISSION = "permission", _("all rights reserved, shown by permission")
    OWN = "own", _("our own work, all rights reserved")


def _address_of(licence: Licence) -> str:
    name, _sep, version = licence.value.removeprefix("CC-").lower().rpartition("-")
    return f"{CREATIVE_COMMONS}/licenses/{name}/{version}/"


ADDRESSES = {licence.value: _address_of(licence) for licence in Licence if licence.value.startswith("CC-")} | {
    Licence.CC0.value: f"{CREATIVE_COMMONS}/publicdomain/zero/1.0/",
    Licence.PUBLIC_DOMAIN.value: f"{CREATIVE_COMMONS}/publicdomain/mark/1.0/",
    Licence.DL_DE_BY.value: "https://www.govdata.de/dl-de/by-2-0",
    Licence.DL_DE_ZERO.value: "https://www.govdata.de/dl-de/zero-2-0",
    Licence.EUPL.value: "https://eupl.eu/1.2/en/",
}
"""Where the terms stand. A picture shown by permission may have an address of its own."""

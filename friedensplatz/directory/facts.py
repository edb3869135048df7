# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The seven facts every office owes to the federal directory of services (PVOG, mandatory fields of a unit)."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.directory.models import City, Contact, Office

NAME, STREET, LOCALITY, POSTCODE, EMAIL, STATE, PHONE = (
    "name",
    "street",
    "locality",
    "postcode",
    "email",
    "state",
    "phone",
)
LABELS: dict[str, str | Promise] = {
    NAME: _("name"),
    STREET: _("street and house number"),
    LOCALITY: _("town"),
    POSTCODE: _("postcode"),
    EMAIL: _("e-mail"),
    STATE: _("federal state (from the city's regional key)"),
    PHONE: _("telephone"),
}


def missing_facts(office: Office, city: City) -> list[str]:
    """Which of the seven facts an office lacks, in the order of LABELS; fetch the contact with it."""
    contact: Contact = getattr(office, "contact", None) or Contact()
    facts = {
        NAME: any(office.name.values()),
        STREET: any(sign.isdigit() for sign in contact.street),
        LOCALITY: contact.locality,
        POSTCODE: contact.postcode,
        EMAIL: contact.email,
        STATE: city.regional_key,
        PHONE: contact.phone,
    }
    return [fact for fact, known in facts.items() if not known]

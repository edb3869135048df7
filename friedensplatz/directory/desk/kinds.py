# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The kinds of things at the desk, each by the name of its first part."""

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.directory.models import Audience, District, Office, Organisation, Topic

PUBLIC: dict[type[Model], str] = {
    Office: "office_page",
    Organisation: "organisation_page",
    Topic: "topic_page",
    Audience: "audience_page",
    District: "district_page",
}
KINDS: dict[str, str | Promise] = {
    "organisation": _("Organisations"),
    "topic": _("Topics"),
    "audience": _("For whom"),
    "district": _("City districts"),
    "focus_area": _("Focus areas"),
    "person": _("People"),
    "source": _("Sources"),
    "city": _("City and imprint"),
}
REMOVABLE = {"duty", *KINDS} - {"city"}
ADDED = {"texts": _("Offices"), "duty": _("Duties"), **KINDS}

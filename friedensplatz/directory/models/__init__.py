# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from friedensplatz.directory.models.city import City
from friedensplatz.directory.models.contact import Contact, Hours, HoursException
from friedensplatz.directory.models.duty import Duty, Lesson, Phrasing, RouterModel
from friedensplatz.directory.models.imports import Import, ImportedChange
from friedensplatz.directory.models.link import Link
from friedensplatz.directory.models.office import Office, OfficeName, Placement
from friedensplatz.directory.models.organisation import Organisation
from friedensplatz.directory.models.person import Person, Post, Tenure
from friedensplatz.directory.models.place import District, FocusArea
from friedensplatz.directory.models.source import Source
from friedensplatz.directory.models.subject import Audience, Goal, Topic

__all__ = [
    "Audience",
    "City",
    "Contact",
    "District",
    "Duty",
    "FocusArea",
    "Goal",
    "Hours",
    "HoursException",
    "Import",
    "ImportedChange",
    "Lesson",
    "Link",
    "Office",
    "OfficeName",
    "Organisation",
    "Person",
    "Phrasing",
    "Placement",
    "Post",
    "RouterModel",
    "Source",
    "Tenure",
    "Topic",
]

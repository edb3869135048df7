# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the menus of the page, of its foot and of the desk lead to."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from friedensplatz.accounts.rules import is_administrator, is_leadership
from friedensplatz.concerns.rules import has_a_desk

Door = tuple[str, str | Promise]

MAIN: list[Door] = [
    ("office_list", _("Offices")),
    ("subject_list", _("Topics")),
    ("organisation_list", _("Organisations")),
    ("concern_status", _("Follow my concern")),
]
FOOT: list[Door] = [
    ("page_list", _("Pages from A to Z")),
    ("petition_list", _("Petitions to the council")),
    ("initiative_list", _("Initiatives")),
    ("promises", _("What we promise")),
    ("imprint", _("Imprint")),
    ("privacy", _("Privacy")),
    ("accessibility", _("Accessibility")),
    ("open_data", _("Open data")),
    ("image_credits", _("Image credits")),
    ("account_home", _("My account")),
    ("desk_home", _("For the city's staff")),
]
DESK: list[Door] = [
    ("desk_home", _("Overview")),
]
CASES: list[Door] = [
    ("desk_inbox", _("Concerns")),
    ("desk_intake", _("Take a concern in")),
    ("call_list", _("To call")),
]
POST: list[Door] = [
    ("desk_post", _("E-mails")),
]
EDITING: list[Door] = [
    ("page_desk_list", _("Pages")),
    ("translation_matrix", _("Translations")),
    ("office_desk_list", _("Offices and their words")),
    ("asset_list", _("Pictures and files")),
]
ROUTING: list[Door] = [
    ("desk_routing", _("Finding the right office")),
]
LEADING: list[Door] = [
    ("desk_figures", _("Concerns in numbers")),
    ("desk_report", _("Annual report")),
]
HELPING: list[Door] = [
    ("desk_pointers", _("Who else helps")),
]
WORDS: list[Door] = [
    ("search_words", _("Words of the search")),
]
RUNNING: list[Door] = [
    ("desk_rules", _("What we promise")),
    ("desk_retentions", _("How long concerns are kept")),
    ("desk_records", _("Record of processing")),
    ("people_list", _("People")),
    ("outbox", _("Outbox")),
    ("api_keys", _("Programs that hand in")),
]


HEARING: list[Door] = [
    ("feedback_list", _("What people say")),
]
COUNTING: list[Door] = [
    ("statistics", _("What is read")),
]
KEEPING: list[Door] = [
    ("statement_edit", _("Accessibility")),
]


@dataclass(frozen=True)
class Entry:
    url: str
    label: str | Promise
    here: bool


def entries(doors: list[Door], request: HttpRequest) -> list[Entry]:
    """The doors as links in the page's language; `here` marks the one a person stands in."""
    return [Entry(url := reverse(name), label, here=request.path == url) for name, label in doors]


def desk_entries(request: HttpRequest) -> list[Entry]:
    """The doors of the desk, each for those who may go through it."""
    cases = CASES if has_a_desk(request.user) else []
    post = POST if request.user.has_perm("concerns.sort_mail") else []
    editing = EDITING if request.user.has_perm("directory.use_desk") else []
    leading = LEADING if is_leadership(request.user) else []
    routing = ROUTING if request.user.has_perm("concerns.view_routing") else []
    helping = HELPING if request.user.has_perm("concerns.change_pointers") else []
    words = WORDS if request.user.has_perm("search.change_words") else []
    hearing = HEARING if request.user.has_perm("website.use_feedback") else []
    counting = COUNTING if request.user.has_perm("website.view_statistics") else []
    keeping = KEEPING if request.user.has_perm("website.keep_statement") else []
    running = RUNNING if is_administrator(request.user) else []
    return entries(
        [
            *DESK,
            *cases,
            *post,
            *editing,
            *words,
            *leading,
            *routing,
            *helping,
            *hearing,
            *counting,
            *keeping,
            *running,
        ],
        request,
    )

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who gets what at every address of the house.

A new address needs a line in EXPECTED: one status for each role, in the order of ROLES. Strangers get 404 (or the way
to the sign-in), people who may look but not act get 403. An address that only takes POST needs a second line,
`"POST name"`. Where an address has parts, ARGUMENTS in tests/access.py says how to fill them; what a POST needs stands
there in SENT.
"""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.access import ARGUMENTS, CASE_PAGES, PAGE_FORMS, PORTAL, SENT
from tests.scene import make_scene

ROLES = ("anonymous", "resident", "case_worker", "colleague", "editor", "leadership", "administrator")
PEOPLE = dict(zip(ROLES, (None, "alice", "bob", "dora", "eva", "leo", "ada"), strict=True))

PUBLIC = (200, 200, 200, 200, 200, 200, 200)
ONWARD = (302, 302, 302, 302, 302, 302, 302)
GONE = (410, 410, 410, 410, 410, 410, 410)
UNREADABLE = (400, 400, 400, 400, 400, 400, 400)
NOTHING = (404, 404, 404, 404, 404, 404, 404)
ONLY_POST = (405, 405, 405, 405, 405, 405, 405)
SIGNED_IN = (302, 200, 200, 200, 200, 200, 200)
EDITORS = (302, 404, 403, 403, 200, 403, 200)
ADMINISTRATOR_ONLY = (302, 404, 403, 403, 403, 403, 200)  # staff may know that there is such a page
ADMINISTRATOR_ONLY_ACTS = (302, 404, 403, 403, 403, 403, 302)
EDITORS_ACT = (302, 404, 403, 403, 302, 403, 302)
OWN_MISSING = (302, 404, 404, 404, 404, 404, 404)
SIGNED_OUT = (200, 302, 302, 302, 302, 302, 302)
NEVER_WORKED_HERE = (302, 200, 403, 403, 403, 403, 403)
STAFF = (302, 404, 200, 200, 200, 200, 200)
CASE_WORK = (302, 404, 200, 200, 404, 404, 404)
OWN_OFFICE = (302, 404, 200, 404, 404, 404, 404)
SORTING = OWN_OFFICE
OWN_OFFICE_ACTS = (302, 404, 302, 404, 404, 404, 404)
MAY_LOOK = (302, 404, 403, 404, 404, 404, 404)  # changing is for the lead of the office
NO_COPY = (302, 404, 403, 403, 404, 403, 404)  # nobody has a working copy here
NO_KIND = (302, 404, 403, 403, 400, 403, 400)  # of what, the address has to say
NO_FILE = (302, 404, 404, 404, 404, 404, 404)
LEADERSHIP = (302, 404, 404, 404, 404, 200, 404)
LEADERSHIP_ACTS = (302, 404, 404, 404, 404, 302, 404)
COUNTED = (302, 404, 403, 403, 200, 200, 200)
KEEPERS = (302, 404, 403, 403, 403, 200, 200)
ADMINISTRATOR = (302, 404, 404, 404, 404, 404, 200)
ADMINISTRATOR_ACTS = (302, 404, 404, 404, 404, 404, 302)


EXPECTED = {
    # the front door
    "landing": ONWARD,
    "api_landing": ONWARD,
    "home": PUBLIC,
    "answer": PUBLIC,
    "POST answer": PUBLIC,
    "search": PUBLIC,
    "search_suggestions": PUBLIC,
    **dict.fromkeys(PORTAL, PUBLIC),
    # programs
    "health": (503, 503, 503, 503, 503, 503, 503),  # no worker is running here
    "api:openapi-json": PUBLIC,
    "api:api-root": NOTHING,
    "api:offices": PUBLIC,
    "api:office": PUBLIC,
    "api:organisations": PUBLIC,
    "api:organisation": PUBLIC,
    "api:duties": PUBLIC,
    "api:duty": PUBLIC,
    "api:topics": PUBLIC,
    "api:audiences": PUBLIC,
    "api:districts": PUBLIC,
    "api:goals": PUBLIC,
    **dict.fromkeys(("hsds_about", "hsds_list", "hsds_item"), PUBLIC),
    **dict.fromkeys(("open311_discovery", "open311_services", "open311_definition", "open311_requests"), PUBLIC),
    "POST open311_requests": (403, 403, 403, 403, 403, 403, 403),  # without a key
    **dict.fromkeys(("open311_request", "open311_token", "open311_nothing"), NOTHING),  # the concern is not open
    "api:pages": PUBLIC,
    "api:page": PUBLIC,
    "api:answer": ONLY_POST,
    "POST api:answer": UNREADABLE,  # a form is not JSON
    # the directory
    "office_list": PUBLIC,
    "office_page": PUBLIC,
    "organisation_list": PUBLIC,
    "organisation_page": PUBLIC,
    "topic_page": PUBLIC,
    "audience_page": PUBLIC,
    "subject_list": PUBLIC,
    "district_page": PUBLIC,
    "goal_page": PUBLIC,
    "page_list": PUBLIC,
    "page": PUBLIC,
    # the desk of those who write pages
    **dict.fromkeys(
        (
            "page_desk_list",
            "page_new",
            "page_translate",
            "translation_matrix",
            *PAGE_FORMS,
            "page_draft",
            "POST page_keep",
        ),
        EDITORS,
    ),
    **dict.fromkeys(("page_keep", "page_discard", "page_move", "page_deed", "page_restore"), ONLY_POST),
    **dict.fromkeys(("POST page_discard", "POST page_move", "POST page_deed", "POST page_restore"), EDITORS_ACT),
    "page_part": NO_KIND,
    "page_decide": NO_COPY,
    # the desk of those who look after it
    "office_desk_list": EDITORS,
    "office_rename": ONLY_POST,
    "POST office_rename": EDITORS_ACT,
    "office_close": EDITORS,
    "office_move": ONLY_POST,
    "POST office_move": EDITORS_ACT,
    **dict.fromkeys(("table_list", "table_csv", "table_json"), EDITORS),
    "import_show": ADMINISTRATOR_ONLY,
    "import_confirm": ONLY_POST,
    "POST import_confirm": ADMINISTRATOR_ONLY_ACTS,
    "import_give_up": ONLY_POST,
    "POST import_give_up": ADMINISTRATOR_ONLY_ACTS,
    "several_choose": EDITORS,
    "several_change": ONLY_POST,
    "POST several_change": EDITORS_ACT,  # nothing was chosen
    "changes_undo": ONLY_POST,
    "POST changes_undo": OWN_MISSING,  # nothing was changed
    **dict.fromkeys(("thing_list", "thing_new", "thing_edit", "thing_remove"), EDITORS),
    "change_undo": ONLY_POST,
    "POST change_undo": EDITORS_ACT,
    # handing in a concern and following it: whoever has the token or the receipt, signed in or not
    **dict.fromkeys(("concern_takeout", "concern_erase"), ONWARD),
    **dict.fromkeys(("report", "report_csv", "report_json"), NOTHING),  # none is published
    **dict.fromkeys(("report_list", "promises"), PUBLIC),
    "concern_opinion": GONE,
    **dict.fromkeys(("concern_start", "concern_words", "concern_protection", "concern_about"), PUBLIC),
    "concern_particulars": ONWARD,  # a complaint has no questions of its own
    "concern_contact": ONWARD,  # nobody is asked for a name who wants to stay anonymous
    "concern_more": PUBLIC,
    "concern_check": PUBLIC,
    "POST concern_check": ONWARD,
    "concern_receipt": ONWARD,
    "barrier_report": PUBLIC,
    "barrier_words": ONWARD,  # the draft is about something else
    "barrier_check": ONWARD,
    "concern_status": PUBLIC,
    "concern_reply": ONLY_POST,
    "POST concern_reply": PUBLIC,
    **dict.fromkeys(("concern_withdraw", "concern_protect", "concern_consent"), ONWARD),
    "mediation_side": PUBLIC,
    "agreement_confirm": ONLY_POST,
    "POST agreement_confirm": ONWARD,
    "petition_list": PUBLIC,
    "petition": NOTHING,  # no petition is public here
    "initiative_list": PUBLIC,
    "initiative": NOTHING,
    "concern_leave": ONLY_POST,
    "POST concern_leave": ONWARD,
    "concern_file": NOTHING,
    "concern_by_mail": NOTHING,  # the link is forged
    # keeping one in an account: whoever is signed in, and has opened it
    "concern_keep": ONWARD,
    "receipt_keep": ONWARD,
    "my_concerns": SIGNED_IN,
    "my_concern": OWN_MISSING,
    "concern_release": ONLY_POST,
    "POST concern_release": OWN_MISSING,
    # the desk
    "desk_home": STAFF,
    "desk_tasks": STAFF,
    **dict.fromkeys(CASE_PAGES, CASE_WORK),
    "desk_intake_receipt": (302, 404, 302, 302, 404, 404, 404),  # it is not stored yet
    **dict.fromkeys(
        ("call_done", "desk_letter", "api_key_revoke", "archive_answer", "archive_download", "disclosure_decide"),
        ONLY_POST,
    ),
    "POST call_done": OWN_MISSING,  # nobody waits for a call
    "POST desk_letter": NO_FILE,  # nothing was written to the person
    "desk_template_new": MAY_LOOK,
    "desk_template": MAY_LOOK,
    "desk_case": OWN_OFFICE,
    "desk_deed": OWN_OFFICE,
    "POST desk_deed": OWN_OFFICE_ACTS,
    "desk_file": NO_FILE,
    "desk_side": NO_FILE,
    **dict.fromkeys(("desk_petition_paper", "desk_petition_pdf"), NO_FILE),  # the concern is a complaint
    # mail that came in: those who sort it
    "desk_post": SORTING,
    "desk_post_aside": ONLY_POST,
    "POST desk_post_aside": OWN_OFFICE_ACTS,
    "desk_mail": SORTING,
    "desk_mail_file": NO_FILE,
    "desk_mail_decide": SORTING,
    "POST desk_mail_decide": OWN_OFFICE_ACTS,
    "desk_report": (302, 404, 403, 403, 403, 200, 403),
    **dict.fromkeys(
        ("desk_archive", "POST archive_answer", "POST archive_download"), (302, 404, 403, 403, 403, 403, 403)
    ),
    **dict.fromkeys(("desk_rules", "desk_rule", "desk_records", "desk_looks"), ADMINISTRATOR_ONLY),
    **dict.fromkeys(("desk_retentions", "desk_retention_new", "desk_retention"), ADMINISTRATOR_ONLY),
    **dict.fromkeys(("desk_pointers", "desk_pointer_new", "desk_pointer"), EDITORS),
    "POST disclosure_decide": NO_FILE,
    "desk_overview": OWN_MISSING,  # nobody of the table leads an office
    "desk_absences": CASE_WORK,
    **dict.fromkeys(("desk_absence_remove", "desk_reminder_done"), ONLY_POST),
    **dict.fromkeys(("POST desk_absence_remove", "POST desk_reminder_done"), OWN_MISSING),
    "desk_bulk": ONLY_POST,
    "desk_bulk_undo": ONLY_POST,
    "POST desk_bulk_undo": (302, 404, 302, 302, 302, 302, 302),  # of somebody else, or too late
    "POST desk_bulk": (302, 404, 302, 302, 404, 404, 404),  # nothing was chosen
    "desk_view_save": ONLY_POST,
    "POST desk_view_save": (302, 404, 302, 302, 404, 404, 404),
    "desk_view_remove": ONLY_POST,
    "POST desk_view_remove": OWN_MISSING,  # nobody here has kept a view
    "desk_similar": OWN_OFFICE,
    "desk_statement": (302, 404, 200, 200, 404, 404, 404),
    "desk_statement_take_back": ONLY_POST,
    "POST desk_statement_take_back": (302, 404, 302, 403, 404, 404, 404),
    "desk_figures": LEADERSHIP,
    "desk_routing": LEADERSHIP,
    "POST desk_routing": LEADERSHIP_ACTS,
    # what the start page owes: the city of these tests has neither
    "easy_language": NOTHING,
    "sign_language": NOTHING,
    # pages to take along
    "take_along": PUBLIC,
    "take_along_pdf": NOTHING,  # no page is named
    "qr_code": NOTHING,
    # what people say about pages: their editors, administrators
    "feedback_give": ONLY_POST,
    "POST feedback_give": ONWARD,
    "feedback_list": EDITORS,
    "feedback_done": ONLY_POST,
    "POST feedback_done": EDITORS_ACT,
    # how the website is used: editors, leadership, administrators
    "statistics": COUNTED,
    "statistics_export": COUNTED,
    # the accessibility statement: administrators, leadership, and the person it names
    **dict.fromkeys(("statement_edit", "barrier_add", "barrier_edit"), KEEPERS),
    # people who work here
    **dict.fromkeys(("people_list", "person_invite", "person_edit"), ADMINISTRATOR),
    "invitation_withdraw": ONLY_POST,
    "POST invitation_withdraw": ADMINISTRATOR_ACTS,
    "member_add": ONLY_POST,
    "POST member_add": ADMINISTRATOR_ACTS,
    "member_remove": ONLY_POST,
    "POST member_remove": ADMINISTRATOR_ACTS,
    # the library of pictures and files
    **dict.fromkeys(("asset_list", "asset_upload", "asset_edit"), EDITORS),
    "asset_replace": ONLY_POST,
    "POST asset_replace": EDITORS,  # nothing was chosen
    "asset_captions": ONLY_POST,
    "POST asset_captions": (302, 404, 403, 403, 404, 403, 404),  # a picture has no subtitles
    "captions_remove": ONLY_POST,
    "POST captions_remove": (302, 404, 403, 403, 404, 403, 404),
    "asset_restore": ONLY_POST,
    "POST asset_restore": (302, 404, 403, 403, 404, 403, 404),  # nothing was replaced
    "asset_delete": EDITORS,
    "assets_change": ONLY_POST,
    "POST assets_change": EDITORS_ACT,
    # the words of the search
    "search_words": EDITORS,
    "miss_settle": ONLY_POST,
    "POST miss_settle": EDITORS_ACT,
    "synonyms_add": EDITORS,
    "synonyms_edit": EDITORS,
    "synonyms_delete": EDITORS,
    "search_parts": EDITORS,
    "bet_list": EDITORS,
    "bet_add": EDITORS,
    "bet_delete": EDITORS,
    "part_add": EDITORS,
    "part_edit": EDITORS,
    "part_delete": EDITORS,
    # programs that hand in
    "api_keys": ADMINISTRATOR,
    "POST api_key_revoke": ADMINISTRATOR_ACTS,
    # mail
    "outbox": ADMINISTRATOR,
    "mail_retry": ONLY_POST,
    "POST mail_retry": ADMINISTRATOR_ACTS,
    "mail_mark_sent": ONLY_POST,
    "POST mail_mark_sent": ADMINISTRATOR_ACTS,
    # a person's own account
    "account_enter": SIGNED_OUT,
    "account_code": ONWARD,  # nobody has asked for a code
    "account_home": SIGNED_IN,
    "account_delete": NEVER_WORKED_HERE,
    # signing in
    "invitation": PUBLIC,  # whoever holds the link
    "unsent_form": ONWARD,  # nothing was typed
    "account_login": SIGNED_OUT,
    "account_logout": SIGNED_IN,
    "POST account_logout": ONWARD,
    "account_inactive": PUBLIC,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "account_set_password": ONWARD,  # everybody here has one
    "account_reset_password": PUBLIC,
    "account_reset_password_done": PUBLIC,
    "account_reset_password_from_key": PUBLIC,
    "account_reset_password_from_key_done": PUBLIC,
    # a second factor: adding one asks for the password again, one that is not there cannot be changed
    "mfa_index": SIGNED_IN,
    **dict.fromkeys(("mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp"), ONWARD),
    "mfa_deactivate_totp": OWN_MISSING,
    "mfa_generate_recovery_codes": ONWARD,
    "mfa_view_recovery_codes": OWN_MISSING,
    "mfa_download_recovery_codes": OWN_MISSING,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": ONWARD,
    "mfa_edit_webauthn": ONWARD,
    "mfa_remove_webauthn": ONWARD,
    "mfa_login_webauthn": ONWARD,
    "mfa_reauthenticate_webauthn": ONWARD,
}


def addresses(resolver=None, namespace=""):
    """Every named address of the house."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif entry.name:
            yield f"{namespace}{entry.name}"


@pytest.fixture
def scene(db):
    return make_scene()


@pytest.fixture
def status_of(scene):
    """Asks for an address as one role; whatever it changes is undone."""

    def ask(line, role):
        name, client = line.removeprefix("POST "), Client()
        if person := PEOPLE[role]:
            client.force_login(getattr(scene, person))
        address = reverse(name, kwargs=ARGUMENTS.get(name, lambda scene: {})(scene))
        before = transaction.savepoint()
        if line == name:
            response = client.get(address)
        else:
            response = client.post(address, SENT.get(name, lambda scene: {})(scene))
        transaction.savepoint_rollback(before)
        list(response)  # a file is closed when it was read to its end
        return response.status_code

    return ask


def test_every_address_is_in_the_table():
    listed = {line.removeprefix("POST ") for line in EXPECTED}
    assert sorted(set(addresses()) - listed) == []
    assert sorted(listed - set(addresses())) == []


def test_every_address_that_only_takes_post_has_its_own_line():
    only_post = {line for line, statuses in EXPECTED.items() if set(statuses) == {405}}
    assert sorted(line for line in only_post if f"POST {line}" not in EXPECTED) == []


@pytest.mark.parametrize("line", EXPECTED)
def test_everybody_gets_what_the_table_says(line, status_of):
    assert dict(zip(ROLES, (status_of(line, role) for role in ROLES), strict=True)) == dict(
        zip(ROLES, EXPECTED[line], strict=True)
    )

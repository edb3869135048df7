# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the parts of each address are filled from the scene, and what a POST sends (tests/test_access.py)."""

from friedensplatz.accounts.actions import token_of
from friedensplatz.core.addresses import stable_uuid
from friedensplatz.website.machines.cards import SIGNER

PAGE_FORMS = ("page_edit", "page_things", "page_facts", "page_review", "page_history", "page_preview")
CASE_PAGES = (
    "desk_inbox",
    "desk_intake",
    "desk_intake_check",
    "desk_intake_change",
    "desk_initiatives",
    "call_list",
    "desk_templates",
    "desk_disclosures",
)

# Address → how its parts are filled from the scene.
DRAFT = dict.fromkeys(
    (
        "concern_words",
        "concern_protection",
        "concern_about",
        "concern_particulars",
        "concern_contact",
        "concern_more",
        "concern_check",
        "concern_receipt",
        "receipt_keep",
        "barrier_words",
        "barrier_check",
        "desk_intake_check",
        "desk_intake_change",
        "desk_intake_receipt",
    ),
    lambda scene: {"token": scene.token},
)
# What everybody may open.
PORTAL = (
    "imprint",
    "image_credits",
    "asset_file",
    "privacy",
    "accessibility",
    "accessibility_json",
    "robots",
    "card",
    "embed_page",
    "embed_search",
    "embed_office",
    "feed",
    "thing_feed",
    "search_feed",
    "open_data",
    "catalogue_turtle",
    "catalogue_json",
    "download",
    "sitemap",
    "sitemap_part",
)
MAIL = dict.fromkeys(("mail_retry", "mail_mark_sent"), lambda scene: {"pk": scene.mail.pk})
OFFICE = dict.fromkeys(
    (
        "office_page",
        "api:office",
        "office_rename",
        "office_close",
        "office_move",
    ),
    lambda scene: {"slug": scene.office.slug},
)
DESK = {
    "call_done": lambda scene: {"pk": 1},
    "desk_letter": lambda scene: {"reference": scene.concern.reference, "pk": 1},
    "desk_tasks": lambda scene: {"name": "directory.facts"},
    **dict.fromkeys(("desk_view_remove", "desk_absence_remove", "desk_reminder_done"), lambda scene: {"pk": 1}),
    "desk_similar": lambda scene: {"reference": scene.concern.reference},
    "desk_case": lambda scene: {"reference": scene.concern.reference},
    "desk_petition_paper": lambda scene: {"reference": scene.concern.reference},
    "desk_petition_pdf": lambda scene: {"reference": scene.concern.reference, "part": "whole"},
    "desk_deed": lambda scene: {"reference": scene.concern.reference, "name": "note"},
    "desk_file": lambda scene: {"reference": scene.concern.reference, "pk": 1},
    "concern_opinion": lambda scene: {"token": "over"},
    "desk_rule": lambda scene: {"kind": "complaint"},
    "desk_retention": lambda scene: {"pk": scene.retention.pk},
    "desk_pointer": lambda scene: {"pk": scene.pointer.pk},
    **dict.fromkeys(("archive_answer", "archive_download"), lambda scene: {"pk": 999}),
    **dict.fromkeys(("report", "report_csv", "report_json"), lambda scene: {"year": 1999}),
    "disclosure_decide": lambda scene: {"pk": 999},
    **dict.fromkeys(
        ("desk_statement", "desk_statement_take_back"),
        lambda scene: {"reference": scene.referral.concern.reference, "pk": scene.referral.pk},
    ),
    "desk_template": lambda scene: {"pk": scene.template.pk},
    "desk_template_new": lambda scene: {"office": scene.office.slug},
}
LETTERS = {
    "desk_mail_file": lambda scene: {"pk": scene.incoming.pk, "number": 1},
    "desk_mail": lambda scene: {"pk": scene.incoming.pk},
    "desk_mail_decide": lambda scene: {"pk": scene.incoming.pk, "name": "ignore"},
    "concern_by_mail": lambda scene: {"token": "x"},
}
BETS = {"bet_delete": lambda scene: {"pk": scene.bet.pk}, "miss_settle": lambda scene: {"pk": 1}}
WORDS = dict.fromkeys(("synonyms_edit", "synonyms_delete"), lambda scene: {"pk": scene.synonyms.pk})
PARTS = dict.fromkeys(("part_edit", "part_delete"), lambda scene: {"pk": scene.part.pk})
KEPT = dict.fromkeys(("my_concern", "concern_release"), lambda scene: {"reference": scene.concern.reference})
ASSETS = dict.fromkeys(
    ("asset_edit", "asset_replace", "asset_captions", "asset_delete"), lambda scene: {"slug": scene.asset.slug}
) | {
    "asset_restore": lambda scene: {"slug": scene.asset.slug, "pk": 1},
    "captions_remove": lambda scene: {"slug": scene.asset.slug, "language": "de"},
    "asset_file": lambda scene: {"slug": scene.asset.slug, "stamp": scene.asset.stamp, "name": "full-960.jpg"},
}
PAGE = dict.fromkeys((*PAGE_FORMS, "page_keep", "page_part", "page_move"), lambda scene: {"pk": scene.page.pk}) | {
    "page_discard": lambda scene: {"pk": scene.page.pk, "token": "a" * 22},
    "page_decide": lambda scene: {"pk": scene.page.pk, "token": "a" * 22},
    "page_deed": lambda scene: {"pk": scene.page.pk, "name": "withdraw"},
    "page_restore": lambda scene: {"pk": scene.page.pk, "number": 1},
    "page_translate": lambda scene: {"pk": scene.page.pk, "language": "en"},
    "page_draft": lambda scene: {"pk": scene.page.pk, "number": 1, "language": "de"},
}
OPEN311 = dict.fromkeys(("open311_discovery", "open311_services", "open311_requests"), lambda scene: {"ending": "xml"})
OPEN311 |= {
    "open311_definition": lambda scene: {"code": "defect", "ending": "json"},
    "open311_request": lambda scene: {"key": scene.concern.reference, "ending": "json"},
    "open311_token": lambda scene: {"key": scene.concern.reference, "ending": "json"},
    "open311_nothing": lambda scene: {"rest": "nothing"},
}
ARGUMENTS = {
    **OPEN311,
    "api_key_revoke": lambda scene: {"pk": scene.api_key.pk},
    "embed_office": lambda scene: {"slug": scene.office.slug},
    "card": lambda scene: {"token": SIGNER.sign_object(["Titel", "Friedensplatz"], compress=True)},
    "thing_feed": lambda scene: {"things": "offices", "slug": scene.office.slug},
    "download": lambda scene: {"name": "offices", "ending": "csv"},
    **ASSETS,
    "sitemap_part": lambda scene: {"number": 1},
    "hsds_list": lambda scene: {"name": "services"},
    "hsds_item": lambda scene: {"name": "services", "key": stable_uuid("duty", scene.duty.slug)},
    **DESK,
    **LETTERS,
    **KEPT,
    **OFFICE,
    "feedback_done": lambda scene: {"pk": scene.feedback.pk},
    "barrier_edit": lambda scene: {"pk": scene.barrier.pk},
    "api:organisation": lambda scene: {"slug": scene.organisation.slug},
    "api:duty": lambda scene: {"slug": scene.duty.slug},
    "organisation_page": lambda scene: {"slug": scene.organisation.slug},
    "topic_page": lambda scene: {"slug": scene.topic.slug},
    "audience_page": lambda scene: {"slug": scene.audience.slug},
    "district_page": lambda scene: {"slug": scene.district.slug},
    **PAGE,
    **dict.fromkeys(("page", "api:page"), lambda scene: {"slug": scene.page.slug}),
    "goal_page": lambda scene: {"number": scene.goal.number},
    "table_csv": lambda scene: {"name": "topics"},
    "import_show": lambda scene: {"pk": scene.import_.pk},
    "import_confirm": lambda scene: {"pk": scene.import_.pk},
    "import_give_up": lambda scene: {"pk": scene.import_.pk},
    "several_choose": lambda scene: {"part": "texts"},
    "several_change": lambda scene: {"part": "texts"},
    "thing_list": lambda scene: {"part": "topic"},
    "thing_new": lambda scene: {"part": "topic"},
    "thing_edit": lambda scene: {"part": "texts", "key": scene.office.slug},
    "thing_remove": lambda scene: {"part": "topic", "key": scene.topic.slug},
    "change_undo": lambda scene: {"pk": scene.change.pk},
    **DRAFT,
    **MAIL,
    **WORDS,
    **BETS,
    **PARTS,
    "invitation": lambda scene: {"token": token_of(scene.invitation)},
    "invitation_withdraw": lambda scene: {"pk": scene.invitation.pk},
    "person_edit": lambda scene: {"pk": scene.bob.pk},
    "member_add": lambda scene: {"pk": scene.bob.pk},
    "member_remove": lambda scene: {"pk": scene.bob.pk, "membership": scene.bob.memberships.get().pk},
    "mfa_edit_webauthn": lambda scene: {"pk": 1},
    "mfa_remove_webauthn": lambda scene: {"pk": 1},
    "petition": lambda scene: {"pk": 1},
    "initiative": lambda scene: {"pk": 1},
    "agreement_confirm": lambda scene: {"side": "first", "what": "result"},
    "desk_side": lambda scene: {"reference": scene.concern.reference},
    "concern_consent": lambda scene: {"purpose": "sensitive"},
    "concern_file": lambda scene: {"pk": 1},
    "account_reset_password_from_key": lambda scene: {"uidb36": "1", "key": "set-password"},
}

# Address → what a POST sends, from the scene.
SENT = {
    "office_rename": lambda scene: {"new-name__de": "Bürgerbüro", "new-since": "2026"},
    "office_move": lambda scene: {"new-office": scene.other_office.slug, "new-since": "2026"},
    "feedback_give": lambda scene: {"page": "/de/offices/babc/", "helpful": "no"},
    "page_keep": lambda scene: {"token": "a" * 22, "based_on": 1, "language": "de"},
    "page_move": lambda scene: {"slug": "laternen", "parent": ""},
    "page_deed": lambda scene: {"number": 1},
    "desk_bulk": lambda scene: {"deed": "take"},
    "desk_deed": lambda scene: {"text": "Rückruf vereinbart.", "version": scene.concern.version},
}

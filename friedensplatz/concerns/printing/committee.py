# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""A petition as a committee gets it: one file for everybody, another with names for the members."""

import datetime as dt

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from friedensplatz.concerns.forms.particulars import answers_of
from friedensplatz.concerns.models import Petition, Publication
from friedensplatz.concerns.queries import opening_of, reporter_of
from friedensplatz.core.papers.files import Section, set_file
from friedensplatz.directory.queries import the_city


def public_file(petition: Petition, publication: Publication) -> bytes:
    """What the petitioner agreed to publish, and how far it is. PDF/UA-1."""
    with override(settings.LANGUAGE_CODE):
        return set_file(
            publication.title, public_part(petition, publication), author=the_city().full_name, foot=_foot(petition)
        )


def public_part(petition: Petition, publication: Publication) -> list[Section]:
    """Of those who bring it only how many they are."""
    joint = petition.concern.particulars.get("joint", "").splitlines()
    people = 1 + sum(1 for name in joint if name.strip())
    brought = ngettext("%d person", "%d people", people) % people
    return [Section(_("The petition"), [(_("Brought by"), brought)], publication.text), _way(petition)]


def whole_file(petition: Petition, *, names: bool) -> bytes:
    """Everything a member needs; `names` if whoever prints it may know who brings it. PDF/UA-1."""
    with override(settings.LANGUAGE_CODE):
        notice = _("Not for the public: names and addresses stand in it.")
        return set_file(
            petition.concern.title,
            whole(petition, names=names),
            author=the_city().full_name,
            foot=_foot(petition),
            notice=notice,
        )


def whole(petition: Petition, *, names: bool) -> list[Section]:
    """The petition with all answers, its way, and every statement that has come."""
    concern = petition.concern
    person = reporter_of(concern) if names else None
    answers = answers_of(concern.kind, concern.particulars, names=names)
    who = [(_("From"), person.name if person else "–"), *answers]
    given = concern.referrals.exclude(statement=None).select_related("office", "statement__concern")
    statements = [
        Section(_("Statement: %(office)s") % {"office": one.office}, text=one.statement.words)
        for one in given
        if one.statement
    ]
    return [Section(_("The petition"), who, opening_of(concern)), _way(petition), *statements]


def _way(petition: Petition) -> Section:
    facts = {
        _("Stage"): petition.stage_label,
        _("Statement asked from"): ", ".join(str(one.office) for one in petition.concern.referrals.all()),
        _("The petitioner is heard on"): _day(petition.heard_on),
        _("Committee"): petition.committee,
        _("Day of the sitting"): _day(petition.sits_on),
        _("Paper number"): petition.paper_number,
        _("Decided on"): _day(petition.decided_on),
        _("Decision"): petition.decision,
    }
    return Section(_("How far it is"), [(name, fact) for name, fact in facts.items() if fact])


def _day(day: dt.date | None) -> str:
    return date_format(day) if day else ""


def _foot(petition: Petition) -> str:
    law = _("Petition under § 24 GO NRW")
    return f"{law} · {petition.concern.reference} · {_day(timezone.localdate())}"

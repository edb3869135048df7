# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One matter told twice, and two matters told at once: concerns are joined and parted."""

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.actions import receive_concern
from friedensplatz.concerns.entries import write_entry
from friedensplatz.concerns.models import Concern, Entry, Party, new_party
from friedensplatz.concerns.moving import NotPossible, make_move
from friedensplatz.concerns.queries import reporter_of
from friedensplatz.concerns.workflow import Outcome


@transaction.atomic
def join_concern(concern: Concern, into: Concern, text: str, *, by: User) -> None:
    """Close a concern as the same as another one, and tell the person; its words stand in the other's story.

    Entries and people stay where they are. What was joined to it before is joined to the other. It comes apart again
    when it is taken up again.
    """
    into = into.duplicate_of or into
    if into.pk == concern.pk:
        raise NotPossible("dismiss", "itself")
    outcome = Outcome.DUPLICATE
    details = {"outcome": str(outcome), "with": into.reference}
    assignee = concern.assignee or by
    make_move(concern, "dismiss", by=by, text=text, outcome=outcome, assignee=assignee, details=details)
    write_entry(concern, Entry.Kind.DECISION, text, by=by)
    Concern.objects.filter(duplicate_of=concern).update(duplicate_of=into)
    Concern.objects.filter(pk=concern.pk).update(duplicate_of=into)
    concern.duplicate_of = into
    record(into, "joined", actor=by)


@transaction.atomic
def split_concern(concern: Concern, text: str, *, by: User) -> Concern:
    """Make a second concern of a part of the text, with the same person, protection and receipt code; tell the person."""
    part, _code = receive_concern(
        text,
        office=concern.office,
        kind=concern.kind,
        protection=concern.protection,
        language=concern.language,
        reporter=reporter_of(concern),
        district=concern.district,
        place_note=concern.place,
        particulars=concern.particulars,
        channel=concern.channel,
        by=by,
    )
    part.code_digest, part.split_from, part.is_anonymous = concern.code_digest, concern, concern.is_anonymous
    part.save(update_fields=["code_digest", "split_from", "is_anonymous"])
    for party in concern.parties.exclude(role=Party.Role.REPORTER):
        new_party(part, replace(party.person), party.role).save()
    with override(concern.language):
        told = _(
            "We look after a part of your concern by itself now. Its reference is %(reference)s; your code opens it too."
        )
    write_entry(concern, Entry.Kind.INTERIM, told % {"reference": part.reference}, by=by)
    record(concern, "split", actor=by, **{"with": part.reference})
    return part

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast with something to look at: a concern in bob's office, a draft being written, a mail on its way."""

import datetime as dt
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType

from friedensplatz.accounts.actions import invite
from friedensplatz.assets.tests.samples import make_asset
from friedensplatz.concerns.actions import Reporter, receive_concern
from friedensplatz.concerns.drafts import Content, find_draft, start_draft
from friedensplatz.concerns.models import ApiKey, Kind, Pointer, Protection, Retention, Template
from friedensplatz.concerns.referrals import ask_for_statement
from friedensplatz.concerns.tests.mail.samples import arrive
from friedensplatz.directory.actions import change_part
from friedensplatz.directory.models import Audience, District, Goal, Import, Office, Topic
from friedensplatz.directory.parts.content import fingerprint
from friedensplatz.directory.parts.offices import texts_of
from friedensplatz.notices.models import Mail
from friedensplatz.pages.actions import create_page
from friedensplatz.pages.content import blank
from friedensplatz.pages.publishing import go_live
from friedensplatz.search.models import BestBet, SynonymGroup, WordPart
from friedensplatz.website.models import Barrier, Feedback
from tests.cast import make_cast, make_organisation

WORDS = "Die Laterne vor Haus 12 ist seit Wochen aus."


def make_scene():
    """Everybody of the cast by name, and the things the addresses of the house are about."""
    cast = make_cast()
    concern, code = receive_concern(
        WORDS,
        office=cast.office,
        duty=cast.duty,
        kind=Kind.COMPLAINT,
        protection=Protection.NORMAL,
        language="de",
        reporter=Reporter("Alice Beispiel", email=cast.alice.email, wants_mail=True),
    )
    token = start_draft(
        Content(WORDS, cast.office.pk, kind=Kind.COMPLAINT, protection=Protection.NORMAL, anonymous=True)
    )
    return SimpleNamespace(
        **vars(cast),
        concern=concern,
        code=code,
        token=token,
        draft=find_draft(token),
        referral=make_referral(cast),
        template=Template.objects.create(office=cast.office, title="Dank", text="Vielen Dank für Ihren Hinweis."),
        retention=Retention.objects.create(months=36),
        pointer=Pointer.objects.create(field="work", name={"de": "Beratung"}),
        mail=make_mail(),
        api_key=ApiKey.objects.create(name="Stadt-App", digest="0" * 64),
        incoming=arrive("Wann wird gemäht?"),
        synonyms=SynonymGroup.objects.create(words=["Rolli", "Rollstuhl"]),
        bet=BestBet.objects.create(
            words="Rolli",
            folded="rolli",
            thing_type=ContentType.objects.get_for_model(Office),
            thing_id=str(cast.office.pk),
            reason="Viele fragen.",
        ),
        part=WordPart.objects.create(text="beschwerde"),
        invitation=invite(email="nora@city.example", by=cast.ada, is_leadership=True),
        change=make_change(cast.office),
        import_=Import.objects.create(state=Import.State.READY, mark="x"),
        organisation=make_organisation(),
        asset=make_asset(team=cast.office.team),
        topic=Topic.objects.create(slug="licht", name={"de": "Licht"}),
        audience=Audience.objects.create(slug="alle", name={"de": "Alle"}),
        page=make_page(cast),
        goal=Goal.objects.get_or_create(number=11)[0],
        feedback=Feedback.objects.create(office=cast.office, helpful=False, text="Die Tür fehlt.", language="de"),
        barrier=Barrier.objects.create(what={"de": "Kein Gebärdenvideo"}, since="2026-11-22"),
        district=District.objects.create(slug="nord", number=1, name={"de": "Nord"}),
    )


def make_page(cast):
    """A live page of bob's office, written by eva."""
    content = blank() | {"title": {"de": "Laternen"}, "summary": {"de": "Wer sie repariert."}}
    page = create_page("laternen", office=cast.office, content=content, by=cast.eva)
    go_live(page, page.revisions.get())
    return page


def make_change(office):
    """Somebody has given an office a short name."""
    content = texts_of(office)
    return change_part(office, "texts", content | {"short": "BABC"}, seen=fingerprint(content), by=None)


def make_mail():
    return Mail.objects.create(
        to="alice@home.example",
        language="de",
        subject="Ihre Antwort ist da",
        message_id="<1@house.example>",
        key="1",
        state=Mail.State.FAILED,
    )


def make_referral(cast):
    """A statement that dora's office was asked for."""
    given = {"kind": Kind.COMPLAINT, "protection": Protection.NORMAL, "language": "de"}
    concern, _code = receive_concern("Der Weg ist dunkel.", office=cast.office, **given)
    return ask_for_statement(concern, cast.other_office, "Was ist geplant?", due=dt.date(2027, 3, 1), by=cast.bob)

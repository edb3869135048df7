# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The way of a petition: examined, statement, sitting, decision, and what the public sees of it."""

import datetime as dt
import io

import pikepdf
import pytest
from django.core.cache import caches
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from friedensplatz.accounts.models import Role
from friedensplatz.concerns.actions import withdraw_concern
from friedensplatz.concerns.blackening import BLACK, blacken
from friedensplatz.concerns.consents import give_consent, withdraw_consent
from friedensplatz.concerns.erasing import erase_concern
from friedensplatz.concerns.forms.particulars import QUESTIONS
from friedensplatz.concerns.models import Consent, Kind, Petition, Publication, Rule
from friedensplatz.concerns.petitions import (
    bring_to_committee,
    decide_petition,
    examine_petition,
)
from friedensplatz.concerns.printing.committee import public_part, whole
from friedensplatz.concerns.publishing import propose_version, suggested_version
from friedensplatz.concerns.referrals import ask_for_statement, give_statement
from friedensplatz.concerns.search import publication_documents
from tests.cast import make_user

DAY = dt.date(2027, 1, 20)
TEXT = "Ich, Alice Beispiel, wohne Feldweg 3, 44137 Dortmund. Der Weg braucht Licht. Tel. 0231 5012345."


@pytest.fixture
def concern(hand_in):
    return hand_in(TEXT, kind=Kind.PETITION, particulars={"joint": "Bert Nachbar"})[0]


@pytest.fixture
def published(hand_in, bob):
    def act(title="Licht am Weg"):
        concern, _ = hand_in(TEXT, kind=Kind.PETITION)
        propose_version(concern, title, "Der Weg braucht Licht.", "Bitte ansehen.", by=bob)
        give_consent(concern, Consent.Purpose.PUBLICATION)
        return concern

    return act


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Frau Beispiel sagt", f"Frau {BLACK} sagt"),
        ("Alices Garten", f"{BLACK} Garten"),
        ("Bei uns in der Münsterstraße 12a, im Hof", f"Bei uns in der {BLACK}, im Hof"),
        ("Die Münsterstraße ist laut", "Die Münsterstraße ist laut"),
        ("Am Bach 5 wohne ich", f"{BLACK} wohne ich"),
        ("44137 Dortmund", f"{BLACK} Dortmund"),
        ("alice@home.example oder +49 231 50 12345", f"{BLACK} oder {BLACK}"),
        ("Im Jahr 2026 waren es 30 Kinder", "Im Jahr 2026 waren es 30 Kinder"),
    ],
)
def test_names_and_traces_of_a_home_are_blacked_out(text, left):
    assert blacken(text, ["Alice Beispiel"]) == left


def test_the_suggestion_knows_who_petitions(concern):
    assert suggested_version(concern)["text"] == (
        f"Ich, {BLACK}, wohne {BLACK}, {BLACK} Dortmund. Der Weg braucht Licht. Tel. {BLACK}."
    )


def test_the_whole_way(concern, bob, other_office):
    examine_petition(concern, by=bob)
    assert Petition.objects.get().stage_label == gettext("examined")
    ask_for_statement(concern, other_office, "Was kostet das?", due=DAY, by=bob)
    assert (concern.waiting_for, Petition.objects.get().stage_label) == ("statement", gettext("statement asked for"))
    bring_to_committee(concern, "Ausschuss", DAY, paper="10194-27", by=bob)
    assert (concern.waiting_for, Petition.objects.get().stage) == ("committee", "committee")
    decide_petition(concern, "Es kommt Licht.", DAY, "Der Ausschuss hat zugestimmt.", by=bob)
    petition = Petition.objects.get()
    assert (petition.stage, petition.decision, petition.paper_number) == ("decided", "Es kommt Licht.", "10194-27")
    assert (concern.state, concern.entries.last().words) == ("answered", "Der Ausschuss hat zugestimmt.")


def test_nothing_is_public_before_consent_and_nothing_after_it_ended(client, published):
    concern = published()
    petition = Publication.objects.get()
    address = reverse("petition", args=[petition.pk])
    page = client.get(address).content.decode()
    assert ("Der Weg braucht Licht." in page, "Alice" in page, "Feldweg" in page) == (True, False, False)
    assert [document.title for document in publication_documents(petition)] == ["Licht am Weg"]
    withdraw_consent(concern, Consent.Purpose.PUBLICATION)
    assert client.get(address).status_code == 404
    assert list(publication_documents(Publication.objects.get())) == []


def test_a_new_version_needs_a_new_consent(published, bob):
    concern = published()
    propose_version(concern, "Anders", "Anders", "Bitte ansehen.", by=bob)
    assert (Publication.objects.get().published_at, concern.consents.filter(withdrawn_at=None).count()) == (None, 0)


def test_the_petitioner_agrees_only_to_what_they_have_seen(client, hand_in, bob):
    concern, code = hand_in(TEXT, kind=Kind.PETITION)
    propose_version(concern, "Licht", "Der Weg braucht Licht.", "Bitte ansehen.", by=bob)
    client.post(reverse("concern_status"), {"reference": concern.reference, "code": code})
    address = reverse("concern_consent", args=["publication"])
    page = client.get(address)
    assert "Der Weg braucht Licht." in page.content.decode()
    seen = page.context["seen"]
    propose_version(concern, "Licht", "Etwas anderes.", "Bitte ansehen.", by=bob)
    assert client.post(address, {"deed": "give", "seen": seen}).status_code == 409
    client.post(address, {"deed": "give", "seen": client.get(address).context["seen"]})
    assert Publication.objects.get().published_at is not None
    assert client.get(reverse("concern_status")).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_public_list_costs_the_same_for_one_and_three(
    client, published, number, django_assert_max_num_queries, settings
):
    for place in range(number):
        published(f"Licht {place}")
    with django_assert_max_num_queries(10):
        page = client.get(reverse("petition_list"), {"after": "x"})
    assert len(page.context["slice"].rows) == number


def test_the_form_asks_for_the_time_the_city_says(db):
    Rule.objects.create(kind=Kind.PETITION, acknowledge_days=3, answer_days=60, resident_months=3, source="§ 24 GO NRW")
    field = QUESTIONS[Kind.PETITION]().fields["resident"]
    label = gettext("Have you lived in the city for at least %d months?") % 3
    assert (field.label, field.help_text) == (label, "§ 24 GO NRW")


def test_every_deed_has_its_form(client, concern, bob):
    client.force_login(bob)
    for deed in ("examine", "sitting", "version", "decide"):
        assert client.get(reverse("desk_deed", args=[concern.reference, deed])).status_code == 200
    assert not Petition.objects.exists()
    assert client.get(reverse("desk_deed", args=[concern.reference, "plan"])).status_code == 302


def test_what_is_missing_is_asked_at_the_desk(client, concern, bob):
    client.force_login(bob)
    address = reverse("desk_deed", args=[concern.reference, "examine"])
    refused = client.post(address, {"version": concern.version, "complete": "no"})
    assert "text" in refused.context["form"].errors
    client.post(address, {"version": concern.version, "complete": "no", "text": "Seit wann wohnen Sie hier?"})
    concern.refresh_from_db()
    assert concern.waiting_for == "person"


def test_the_committee_gets_the_whole_petition_and_only_colleagues_see_it(client, concern, hand_in, bob, dora):
    address = reverse("desk_petition_paper", args=[concern.reference])
    client.force_login(dora)
    assert client.get(address).status_code == 404
    client.force_login(bob)
    assert "Alice Beispiel" in client.get(address).content.decode()
    other, _ = hand_in()
    assert client.get(reverse("desk_petition_paper", args=[other.reference])).status_code == 404


def _said(sections):
    return "\n".join("\n".join([*(f"{name}: {fact}" for name, fact in one.facts), one.text]) for one in sections)


def test_the_public_file_has_a_number_instead_of_names_and_the_other_has_all(
    published, office, other_office, bob, dora
):
    concern = published()
    concern.tell(particulars={"joint": "Bert Nachbar\nIda Nachbar"})
    concern.save()
    referral = ask_for_statement(concern, other_office, "Und ihr?", due=DAY, by=bob)
    give_statement(referral, "Frau Beispiel hat recht.", by=dora)
    bring_to_committee(concern, "Ausschuss", DAY, paper="12345-26", heard_on=DAY, by=bob)
    petition = Petition.objects.get()
    public = _said(public_part(petition, concern.publication))
    assert [name for name in ("Beispiel", "Nachbar", "Feldweg", "recht") if name in public] == []
    assert [part for part in ("Der Weg braucht Licht.", "12345-26", "Ausschuss") if part not in public] == []
    assert ngettext("%d person", "%d people", 3) % 3 in public
    shown = _said(whole(petition, names=True))
    assert [part for part in ("Alice", "Ida Nachbar", "Feldweg", "hat recht", "12345-26") if part not in shown] == []
    assert "Ida Nachbar" not in _said(whole(petition, names=False))


def test_the_files_are_accessible_pdf_and_the_public_one_ends_with_the_consent(client, published, bob):
    concern = published("Licht am Weg, ضوء")
    client.force_login(bob)
    address = {part: reverse("desk_petition_pdf", args=[concern.reference, part]) for part in ("whole", "public", "x")}
    for part in ("whole", "public"):
        response = client.get(address[part])
        with pikepdf.open(io.BytesIO(response.content)) as pdf, pdf.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], str(pdf.Root.Lang)) == ("1", "de")
    withdraw_consent(concern, Consent.Purpose.PUBLICATION)
    assert [client.get(one).status_code for one in address.values()] == [200, 404, 404]


def test_a_counsellor_decides_with_the_form(client, concern, office):
    client.force_login(make_user("cora@city.example", office=office, role=Role.COUNSELLOR))
    address = reverse("desk_deed", args=[concern.reference, "decide"])
    given = {"version": concern.version, "decision": "Ja.", "decided_on": "2027-01-20", "text": "Es wurde zugestimmt."}
    client.post(address, given)
    assert Petition.objects.get().decided_on == DAY


@pytest.fixture
def kept(settings, django_capture_on_commit_callbacks, client):
    """Pages are kept as in a real house; gives what a stranger reads after a deed."""
    settings.PAGE_CACHE = settings.REMEMBER_FACTS = True
    caches["pages"].clear()

    def after(deed, *args, **given):
        with django_capture_on_commit_callbacks(execute=True):
            deed(*args, **given)
        pages = [
            client.get(reverse("petition_list")),
            client.get(reverse("petition", args=[Publication.objects.last().pk])),
        ]
        return [page.content.decode() if page.status_code == 200 else page.status_code for page in pages]

    yield after
    caches["pages"].clear()


@pytest.mark.parametrize(
    "deed",
    [
        lambda concern, bob: withdraw_consent(concern, Consent.Purpose.PUBLICATION),
        lambda concern, bob: withdraw_concern(concern),
        lambda concern, bob: propose_version(concern, "Licht", "Neu geschwärzt.", "Bitte ansehen.", by=bob),
    ],
    ids=["consent withdrawn", "petition withdrawn", "blackened anew"],
)
def test_a_petition_that_is_taken_down_leaves_the_kept_pages_at_once(deed, published, kept, bob):
    concern = published()
    listed, page = kept(lambda: None)
    assert ("Licht am Weg" in listed, "braucht Licht" in page) == (True, True)
    listed, page = kept(deed, concern, bob)
    assert ("Licht am Weg" in listed, page) == (False, 404)


def test_an_erased_petition_leaves_the_kept_pages_at_once(published, kept, client):
    concern = published()
    address = reverse("petition", args=[Publication.objects.get().pk])
    kept(lambda: None)
    published("Noch eine")  # the list goes on
    listed, _page = kept(erase_concern, concern)
    assert ("Licht am Weg" in listed, client.get(address).status_code) == (False, 404)


def test_a_statement_shows_on_the_kept_page_at_once(published, kept, bob, dora, other_office):
    concern = published()
    examine_petition(concern, by=bob)
    assert str(other_office) not in kept(lambda: None)[1]
    page = kept(ask_for_statement, concern, other_office, "Was ist geplant?", due=DAY, by=bob)[1]
    assert str(other_office) in page
    page_then = kept(give_statement, concern.referrals.get(), "Licht.", by=dora)[1]
    assert page_then != page

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Similar concerns, joined and parted ones, and finding by words inside one's rights."""

import pytest
from django.urls import reverse

from friedensplatz.concerns import jobs
from friedensplatz.concerns.access import concern_with_receipt
from friedensplatz.concerns.actions import change_protection, note_concern, resume_concern
from friedensplatz.concerns.finding import index_concern
from friedensplatz.concerns.joining import join_concern, split_concern
from friedensplatz.concerns.models import Concern, Keyword, Kind, Protection
from friedensplatz.concerns.moving import NotPossible
from friedensplatz.concerns.queries import reporter_of
from friedensplatz.concerns.workflow import State

LAMP = "Die Straßenlaterne in der Hirtenstraße flackert seit Wochen."


@pytest.fixture
def indexed(hand_in):
    """Hands in and indexes, as on commit."""

    def act(text, **given):
        concern, _code = hand_in(text, **given)
        index_concern(concern)
        return concern

    return act


def similar(client, concern):
    return client.get(reverse("desk_similar", args=[concern.reference])).context["similar"]


def test_similar_concerns_are_told_with_the_reasons(client, indexed, bob):
    first = indexed(LAMP)
    second = indexed("In der Hirtenstraße ist die Straßenlaterne aus, sie flackert nur noch.")
    indexed("Der Spielplatz braucht eine neue Schaukel.")
    client.force_login(bob)
    (only,) = similar(client, first)
    assert (only.concern, only.words, only.same_office) == (
        second,
        ["Hirtenstraße", "Straßenlaterne", "flackert"],
        True,
    )
    part = client.get(reverse("desk_similar", args=[first.reference]), {"part": "1"}).content.decode()
    assert "<h1" not in part
    assert f"?of={second.reference}" in part


def test_concerns_one_may_not_see_are_never_similar(client, indexed, bob, other_office):
    mine = indexed(LAMP)
    indexed(LAMP, office=other_office)
    indexed(LAMP, protection=Protection.CONFIDENTIAL)
    client.force_login(bob)
    assert similar(client, mine) == []
    assert Keyword.objects.filter(concern__protection=Protection.CONFIDENTIAL).count() == 0


@pytest.mark.parametrize("others", [1, 3])
def test_similar_needs_the_same_queries_however_many(
    others, client, indexed, bob, facts_held, django_assert_max_num_queries
):
    concern = indexed(LAMP)
    for _other in range(others):
        indexed(LAMP)
    client.force_login(bob)
    similar(client, concern)
    with django_assert_max_num_queries(16):
        assert len(similar(client, concern)) == others


def test_words_vanish_from_the_index_when_a_person_protects_them(indexed):
    concern = indexed(LAMP)
    assert concern.keywords.filter(stem="hirtenstrass").count() == 1
    change_protection(concern, Protection.CONFIDENTIAL)
    assert Keyword.objects.count() == 0
    index_concern(concern)
    assert Keyword.objects.count() == 0


def test_inbox_finds_every_word_in_any_form_and_only_what_one_sees(client, indexed, bob, dora):
    concern = indexed(LAMP)
    note_concern(concern, "Der Netzbetreiber kommt am Dienstag.", by=bob)
    index_concern(concern)
    client.force_login(bob)
    for words in ("Straßenlaternen Hirtenstraße", "Netzbetreibers", concern.reference.lower()):
        assert [row.pk for row in client.get(reverse("desk_inbox"), {"words": words}).context["slice"].rows] == [
            concern.pk
        ]
    assert client.get(reverse("desk_inbox"), {"words": "Laterne Marokko"}).context["slice"].rows == []
    client.force_login(dora)
    assert client.get(reverse("desk_inbox"), {"words": "Netzbetreiber"}).context["slice"].rows == []


def test_concerns_from_a_file_are_indexed_by_the_job(hand_in):
    hand_in(LAMP)
    Keyword.objects.all().delete()
    assert jobs.index_words(None) == 1
    assert jobs.index_words(None) == 0


def test_joined_concern_is_closed_and_its_words_stand_in_the_story_of_the_other(client, indexed, bob):
    main, double = indexed(LAMP), indexed("Dieselbe Laterne!")
    client.force_login(bob)
    address = reverse("desk_deed", args=[double.reference, "join"])
    assert client.get(address, {"of": main.reference}).context["form"]["of"].value() == main.reference
    sent = {"version": double.version, "of": "NIXDA123", "text": "Bekannt."}
    assert client.post(address, sent).context["form"].errors.keys() == {"of"}
    client.post(address, {**sent, "of": main.reference})
    double.refresh_from_db()
    assert (double.state, double.outcome, double.duplicate_of) == (State.CLOSED, "duplicate", main)
    page = client.get(reverse("desk_case", args=[main.reference])).content.decode()
    assert "Dieselbe Laterne!" in page
    resume_concern(double, "Doch eine andere.", by=bob)
    assert Concern.objects.get(pk=double.pk).duplicate_of is None


def test_words_of_a_joined_concern_stay_closed_to_those_who_may_not_see_it(client, indexed, hand_in, bob, other_office):
    main, foreign = indexed(LAMP), hand_in("Fremde Worte", office=other_office)[0]
    Concern.objects.filter(pk=foreign.pk).update(duplicate_of=main)
    client.force_login(bob)
    page = client.get(reverse("desk_case", args=[main.reference]))
    assert (page.context["joined"], "Fremde Worte" in page.content.decode()) == ([], False)


def test_what_was_joined_before_goes_along(indexed, bob):
    first, second, third = indexed("Eins"), indexed("Zwei"), indexed("Drei")
    join_concern(second, first, "Bekannt.", by=bob)
    first.refresh_from_db()
    join_concern(first, third, "Bekannt.", by=bob)
    assert set(third.duplicates.all()) == {first, second}
    with pytest.raises(NotPossible):
        join_concern(third, first, "Im Kreis.", by=bob)


def test_split_concern_has_the_same_person_and_opens_with_the_same_code(hand_in, bob):
    concern, code = hand_in("Laterne aus. Und der Bus kommt nie.", kind=Kind.COMPLAINT)
    part = split_concern(concern, "Und der Bus kommt nie.", by=bob)
    assert (part.split_from, part.title, reporter_of(part)) == (concern, "Und der Bus kommt nie.", reporter_of(concern))
    assert concern_with_receipt(part.reference, code) == part
    assert part.reference in concern.entries.last().words


def test_split_of_an_anonymous_sealed_concern_stays_anonymous_and_sealed(hand_in, bob):
    concern, code = hand_in("Zwei Dinge.", reporter=None, protection=Protection.SEALED)
    part = split_concern(concern, "Das zweite.", by=bob)
    assert (part.is_anonymous, part.protection, part.subject) == (True, Protection.SEALED, "")
    assert concern_with_receipt(part.reference, code) == part


def test_split_by_form_and_its_link_on_the_case(client, concern, bob):
    client.force_login(bob)
    client.post(reverse("desk_deed", args=[concern.reference, "split"]), {"version": 1, "text": "Nur der Bus."})
    part = Concern.objects.get(split_from=concern)
    case = client.get(reverse("desk_case", args=[concern.reference])).content.decode()
    assert f'<a href="{reverse("desk_case", args=[part.reference])}">{part.reference}</a>' in case
    assert concern.reference in client.get(reverse("desk_case", args=[part.reference])).content.decode()

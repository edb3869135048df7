# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import io
from dataclasses import replace

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from friedensplatz.concerns import jobs, teaching
from friedensplatz.concerns.actions import answer_concern, change_protection, pass_on_concern
from friedensplatz.concerns.desk.history import history_of
from friedensplatz.concerns.models import (
    Concern,
    Entry,
    Kind,
    Protection,
    RoutingChoice,
    RoutingModel,
    RoutingSuggestion,
)
from friedensplatz.concerns.routing.learning import NEVER_SURE
from friedensplatz.concerns.suggesting import Month, choose_routing, months, proposals_for, suggest_offices
from friedensplatz.concerns.teaching import current_model, learn_routing

pytestmark = pytest.mark.django_db

LIGHT = ("Die Laterne flackert", "Straßenlampe ist aus", "Die Leuchte brennt nicht", "Laterne dunkel")
WASTE = ("Sperrmüll liegt herum", "Matratze abgeladen", "Kühlschrank im Gebüsch", "Müllsäcke stinken")
NEW = "Unsere Laterne ist seit Tagen aus"


@pytest.fixture(autouse=True)
def _no_model_of_another_test():
    teaching._unpacked.cache_clear()


@pytest.fixture
def answered(office, other_office):
    """Forty concerns that taught what belongs where: light to bob's office, waste to dora's."""
    told = [
        (f"{text} {n}", by)
        for n in range(5)
        for texts, by in ((LIGHT, office), (WASTE, other_office))
        for text in texts
    ]
    concerns = Concern.objects.bulk_create(
        Concern(reference=f"T{n}", code_digest=f"{n}", kind=Kind.DEFECT, protection=Protection.NORMAL, office=by,
                state="answered", is_open=False, answer_due=dt.date(2026, 12, 1))
        for n, (_text, by) in enumerate(told)
    )  # fmt: skip
    Entry.objects.bulk_create(
        Entry(concern=concern, kind=Entry.Kind.OPENING, visibility="person", text=text)
        for concern, (text, _by) in zip(concerns, told, strict=True)
    )


@pytest.fixture
def learnt(answered):
    return learn_routing()


def suggested(concern):
    jobs.suggest_offices(timezone.now())
    return RoutingSuggestion.objects.get(concern=concern)


def test_nothing_is_learnt_or_suggested_before_two_offices_have_examples(concern):
    assert learn_routing() is None
    assert jobs.suggest_offices(timezone.now()) == 0
    assert proposals_for(concern) == []


def test_answered_concerns_are_the_examples(learnt):
    assert learnt.figures["examples"] == 40
    assert {example.office for example in teaching.examples()} == {"babc", "miado"}


def test_learning_the_same_again_keeps_the_model(learnt):
    assert learn_routing() == learnt
    assert RoutingModel.objects.count() == 1


def test_only_the_two_newest_models_are_kept(learnt, hand_in, bob):
    for number in range(3):
        answer_concern(hand_in(f"Laterne kaputt, Mast {number}")[0], "Danke.", by=bob)
        learn_routing()
    assert RoutingModel.objects.count() == 2


def test_a_concern_nobody_has_worked_on_teaches_nothing(answered, hand_in):
    before = teaching.examples()
    hand_in("Die Ampel ist ausgefallen")
    assert teaching.examples() == before


def test_a_correction_teaches_the_office_it_was_passed_on_to(answered, hand_in, bob, dora, other_office):
    moved = hand_in("Ratten am Container")[0]
    pass_on_concern(moved, other_office, reason="Abfall", by=bob)
    answer_concern(moved, "Danke.", by=dora)
    assert ("Ratten am Container", "miado") in [(e.text, e.office) for e in teaching.examples()]


@pytest.mark.parametrize("protection", [Protection.CONFIDENTIAL, Protection.SEALED])
def test_nothing_is_learnt_from_or_suggested_for_an_encrypted_concern(learnt, hand_in, protection):
    secret = hand_in("Geheim: die Laterne", protection=protection)[0]
    assert jobs.suggest_offices(timezone.now()) == 0
    Concern.objects.filter(pk=secret.pk).update(state="in_progress")
    assert [example for example in teaching.examples() if "Geheim" in example.text or not example.text] == []


def test_protecting_a_concern_more_drops_its_suggestion_and_what_it_taught(learnt, hand_in, bob):
    concern = hand_in(NEW)[0]
    suggested(concern)
    change_protection(concern, Protection.CONFIDENTIAL)
    assert not RoutingSuggestion.objects.exists()
    taught = Concern.objects.filter(state="answered").order_by("pk").first()
    change_protection(taught, Protection.SEALED)
    assert learn_routing().figures["examples"] == 39


def test_a_discrimination_case_is_never_read(learnt, hand_in):
    hand_in(NEW, kind=Kind.DISCRIMINATION, protection=Protection.CONFIDENTIAL)
    hand_in(NEW, kind=Kind.PETITION)
    assert jobs.suggest_offices(timezone.now()) == 0


def test_a_suggestion_names_offices_chances_and_words(learnt, hand_in, other_office):
    concern = hand_in(NEW, office=other_office)[0]
    made = suggested(concern)
    assert [slug for slug, _chance in made.offices] == ["babc", "miado"]
    assert (made.is_sure, made.by_itself, made.model, made.rank) == (True, False, learnt.pk, None)
    [proposal] = proposals_for(concern)  # the other is far too unlikely to be shown
    assert (proposal.office.slug, proposal.percent, proposal.has_it) == ("babc", 99, False)
    assert "Laterne" in proposal.words


def test_a_suggestion_says_when_the_office_has_the_concern_already(learnt, hand_in):
    concern = hand_in(NEW)[0]
    suggested(concern)
    assert [(one.office.slug, one.has_it) for one in proposals_for(concern)] == [("babc", True)]


def test_the_words_of_a_suggestion_are_sealed(learnt, hand_in):
    made = suggested(hand_in(NEW)[0])
    assert b"Laterne" not in bytes(made.reasons)
    assert "Laterne" not in str(made.offices)


def test_the_stored_model_holds_no_words(learnt):
    assert b"aterne" not in bytes(learnt.data)


def test_nonsense_gets_no_offices(learnt, hand_in):
    concern = hand_in("qwxyq vfpjk")[0]
    assert (suggested(concern).offices, proposals_for(concern)) == ([], [])


def test_each_concern_is_suggested_for_once(learnt, hand_in):
    hand_in(NEW)
    assert [jobs.suggest_offices(timezone.now()) for _ in range(2)] == [1, 0]


def test_a_model_under_another_key_is_learnt_again(learnt, settings):
    settings.VAULT_KEY = "another-key-of-at-least-thirty-two-characters"
    teaching._unpacked.cache_clear()
    assert current_model() is None
    assert learn_routing().pk != learnt.pk


def test_after_a_change_of_the_key_and_rotation_the_model_opens_with_the_new_key_alone(learnt, settings):
    settings.DIGEST_KEY = settings.VAULT_KEY
    settings.VAULT_KEYS_FORMER, settings.VAULT_KEY = [settings.VAULT_KEY], "another-key-of-at-least-thirty-two-signs"
    call_command("rotate_keys", stdout=io.StringIO())
    settings.VAULT_KEYS_FORMER = []
    teaching._unpacked.cache_clear()
    assert current_model()[0] == learnt.pk


def test_sure_concerns_stay_where_they_are_unless_the_city_chose_otherwise(learnt, hand_in, other_office):
    concern = hand_in(NEW, office=other_office)[0]
    suggested(concern)
    concern.refresh_from_db()
    assert concern.office == other_office


def test_sure_concerns_are_passed_on_when_the_city_chose_so(learnt, hand_in, office, other_office, leo):
    choose_routing(passes_on=True, by=leo)
    concern = hand_in(NEW, office=other_office)[0]
    made = suggested(concern)
    concern.refresh_from_db()
    assert (concern.office, concern.assignee, made.by_itself) == (office, None, True)
    done = gettext("passed on by itself, because it is sure where it belongs")
    assert history_of(concern)[-1].done == done
    assert not concern.entries.exclude(kind=Entry.Kind.OPENING).exists()


def test_what_is_not_sure_is_never_passed_on(learnt, hand_in, other_office, leo):
    choose_routing(passes_on=True, by=leo)
    concern = hand_in(NEW, office=other_office)[0]
    number, model = current_model()
    suggest_offices(concern, number, replace(model, sure_from=NEVER_SURE))
    concern.refresh_from_db()
    assert concern.office == other_office


def test_choosing_the_same_again_leaves_no_second_line(leo):
    choose_routing(passes_on=True, by=leo)
    choose_routing(passes_on=True, by=leo)
    assert RoutingChoice.objects.get().passes_on


def test_suggestions_are_measured_once_an_office_works_on_the_concern(learnt, hand_in, bob, dora, other_office):
    right, wrong, open_ = hand_in(NEW)[0], hand_in("Die Leuchte ist aus", office=other_office)[0], hand_in(NEW)[0]
    jobs.suggest_offices(timezone.now())
    answer_concern(right, "Danke.", by=bob)
    answer_concern(wrong, "Danke.", by=dora)
    assert jobs.measure_suggestions(timezone.now()) == 2
    ranks = dict(RoutingSuggestion.objects.values_list("concern", "rank"))
    assert ranks == {right.pk: 1, wrong.pk: 2, open_.pk: None}
    month = timezone.localdate().replace(day=1)
    [row] = months()
    assert row == Month(row.month, asked=2, first=1, among=2, sure=2, sure_right=1, by_itself=0)
    assert timezone.localdate(row.month) == month
    assert row.shares == [(1, 50), (2, 100), (2, 100), (1, 50)]


def test_a_month_without_sure_ones_has_no_share_of_them():
    assert Month(dt.date(2026, 1, 1), 2, 1, 2, 0, 0, 0).shares == [(1, 50), (2, 100), (0, 0), (0, None)]


def test_the_case_page_shows_who_could_answer_and_one_click_passes_on(
    client, learnt, hand_in, office, dora, other_office
):
    concern = hand_in(NEW, office=other_office)[0]
    suggested(concern)
    client.force_login(dora)
    page = client.get(reverse("desk_case", args=[concern.reference])).content.decode()
    assert "<mark><bdi>Laterne</bdi></mark>" in page
    given = {"target": "babc", "reason": "Laterne", "version": concern.version}
    client.post(reverse("desk_deed", args=[concern.reference, "pass_on"]), given)
    concern.refresh_from_db()
    assert concern.office == office


def test_the_case_page_says_nothing_where_nothing_was_suggested(client, concern, bob):
    client.force_login(bob)
    assert "mark><bdi>" not in client.get(reverse("desk_case", args=[concern.reference])).content.decode()


def test_the_page_about_routing_takes_as_many_queries_for_three_months_as_for_one(
    client, concern, hand_in, leo, django_assert_num_queries
):
    client.force_login(leo)
    client.get(reverse("desk_routing"))
    add_suggestion(concern, months_ago=0)
    with django_assert_num_queries(QUERIES):
        client.get(reverse("desk_routing"))
    for number in (1, 2):
        add_suggestion(hand_in()[0], months_ago=number)
    with django_assert_num_queries(QUERIES):
        page = client.get(reverse("desk_routing"))
    assert page.content.decode().count('<th scope="row">') == 3


QUERIES = 7


def add_suggestion(concern, *, months_ago):
    at = timezone.now() - dt.timedelta(days=32 * months_ago)
    RoutingSuggestion.objects.create(concern=concern, offices=[["babc", 0.9]], model=1, rank=1, made_at=at)


def test_leadership_decides_whether_sure_concerns_are_passed_on(client, leo, lena):
    client.force_login(leo)
    assert client.post(reverse("desk_routing"), {"passes_on": "yes"}).status_code == 302
    assert RoutingChoice.objects.get().passes_on
    client.force_login(lena)
    assert client.get(reverse("desk_routing")).status_code == 200
    assert client.post(reverse("desk_routing"), {"passes_on": "no"}).status_code == 403
    assert RoutingChoice.objects.get().passes_on

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import pytest

from friedensplatz.activity.models import Activity
from friedensplatz.activity.signals import recorded
from friedensplatz.directory.actions import (
    ChangedMeanwhile,
    change_part,
    move_office,
    rename_office,
    undo_change,
)
from friedensplatz.directory.jobs import learn
from friedensplatz.directory.models import Duty, Office, Phrasing
from friedensplatz.directory.parts.content import fingerprint
from friedensplatz.directory.parts.offices import RingInTree
from friedensplatz.directory.parts.registry import PARTS
from friedensplatz.directory.queries import has_learnt_everything, newest_router


def change(thing, part, by=None, **fields):
    """Change some fields of a part, starting from what stands there."""
    content = PARTS[part].read(thing)
    return change_part(thing, part, content | fields, seen=fingerprint(content), by=by)


@pytest.mark.parametrize("name", PARTS)
def test_part_when_written_as_it_was_read_stays_the_same_and_has_its_shape(everything, name):
    part, thing = PARTS[name], everything(name)
    before = part.read(thing)
    part.write(thing, before)
    assert part.read(part.model.objects.get(pk=thing.pk)) == before
    assert part.shaped(before) == before


def test_rename_keeps_the_former_name_with_its_years(house, source):
    rename_office(house, {"de": "Büro für Gleichheit"}, since="2026", source=source, by=None)
    assert [(name.name["de"], name.since, name.until) for name in house.names.all()] == [
        ("Frauenbüro", "", "2017"),
        ("Gleichstellungsbüro", "2017", "2026"),
        ("Büro für Gleichheit", "2026", ""),
    ]
    assert Office.objects.get(pk=house.pk).name == {"de": "Büro für Gleichheit"}
    assert Activity.objects.last().verb == "renamed"


def test_rename_keeps_the_name_of_an_office_nobody_has_told_the_history_of(db):
    office = Office.objects.create(slug="o", kind="office", name={"de": "Alt"})
    rename_office(office, {"de": "Neu"}, since="2026", source=None, by=None)
    assert [name.name["de"] for name in office.names.all()] == ["Alt", "Neu"]


def test_move_keeps_the_former_place_with_its_years(house):
    other = Office.objects.create(slug="other", kind="department", name={"de": "Anderes Amt"})
    move_office(house, other, since="2026", source=None, by=None)
    assert Office.objects.get(pk=house.pk).parent == other
    assert [(place.parent.slug, place.until) for place in house.placements.order_by("pk")] == [
        ("above", "2026"),
        ("other", ""),
    ]


def test_move_below_itself_is_refused_and_changes_nothing(house):
    above = Office.objects.get(slug="above")
    with pytest.raises(RingInTree):
        move_office(above, house, since="2026", source=None, by=None)
    assert Office.objects.get(slug="above").parent is None
    assert not above.placements.exists()


def test_change_is_told_to_the_listeners(house, django_capture_on_commit_callbacks):
    heard = []

    def listener(sender, activity, **kwargs):
        heard.append((sender, activity.verb))

    recorded.connect(listener, sender=Office)
    with django_capture_on_commit_callbacks(execute=True):
        change(house, "texts", short="GSB")
    recorded.disconnect(listener, sender=Office)
    assert heard == [(Office, "texts_changed")]


def test_change_that_changes_nothing_is_not_recorded(house):
    assert change(house, "texts") is None
    assert not Activity.objects.exists()


def test_change_when_a_colleague_was_faster_writes_nothing_and_shows_theirs(house):
    seen = fingerprint(PARTS["texts"].read(house))
    change(house, "texts", short="Hers")
    mine = PARTS["texts"].read(house) | {"short": "Mine"}
    with pytest.raises(ChangedMeanwhile) as meanwhile:
        change_part(house, "texts", mine, seen=seen, by=None)
    assert meanwhile.value.content["short"] == "Hers"
    assert Office.objects.get(pk=house.pk).short == "Hers"


def test_change_of_another_part_does_not_stand_in_the_way(house):
    content = PARTS["texts"].read(house)
    change(house, "contact", phone="0231 000-9")
    assert change_part(house, "texts", content | {"short": "X"}, seen=fingerprint(content), by=None)


def test_undo_brings_back_what_stood_there(house):
    before = PARTS["posts"].read(house)
    undo_change(change(house, "posts", rows=[]), by=None)
    assert PARTS["posts"].read(house) == before


def test_undo_is_refused_when_it_was_changed_again(house):
    first = change(house, "texts", short="A")
    change(house, "texts", short="B")
    with pytest.raises(ChangedMeanwhile):
        undo_change(first, by=None)


def speak(duty, *texts):
    Phrasing.objects.bulk_create(Phrasing(duty=duty, text=text) for text in texts)


def test_learn_trains_again_when_words_changed_and_rests_when_they_did_not(house):
    duty = Duty.objects.get()
    other = Duty.objects.create(slug="waste", office=house, title={"de": "Müll"})
    speak(duty, "Wer berät mich?", "Ich brauche Rat")
    speak(other, "Der Müll liegt herum", "Mülltonne kaputt")
    assert learn(None) == "7 examples"
    assert has_learnt_everything()
    assert learn(None) == ""
    change(
        other,
        "words",
        rows=[*PARTS["words"].read(other)["rows"], {"kind": "example", "language": "de", "text": "Sperrmüll"}],
    )
    assert not has_learnt_everything()
    assert learn(None) == "8 examples"
    assert newest_router().figures["examples"] == 8
    assert has_learnt_everything()

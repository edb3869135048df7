# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every state, every move, tried against the table."""

from collections import deque
from itertools import product

import pytest
from django.db import transaction

from friedensplatz.activity.queries import activities_of
from friedensplatz.concerns.models import Concern
from friedensplatz.concerns.moving import ChangedMeanwhile, NotPossible, make_move
from friedensplatz.concerns.workflow import MOVES, OPEN, Outcome, Side, State, WaitingFor, moves_from

EVERYTHING = {"text": "Text", "reason": "Grund"}


def given_for(move, office, user):
    """What a move requires; the first outcome it allows."""
    given = {**EVERYTHING, "assignee": user, "office": office, "waiting_for": WaitingFor.STATEMENT}
    if move.outcomes:
        given["outcome"] = move.outcomes[0]
    return {field: given[field] for field in (*move.requires, *(["outcome"] if move.outcomes else []))}


def bring_to(concern, state, office, user):
    """Walk a concern to a state along the shortest way of the table."""
    paths = deque([(State.RECEIVED, [])])
    seen = set()
    while paths:
        here, way = paths.popleft()
        if here == state:
            for name in way:
                make_move(concern, name, by=user, **given_for(MOVES[name], office, user))
            return
        seen.add(here)
        paths.extend(
            (move.edges[here], [*way, move.name])
            for move in MOVES.values()
            if move.edges.get(here) not in {None, *seen}
        )
    pytest.fail(f"no way to {state}")


def test_every_state_is_reached_and_left():
    targets = {target for move in MOVES.values() for target in move.edges.values()}
    sources = {source for move in MOVES.values() for source in move.edges}
    assert targets == set(State)
    assert sources == set(State)


def test_from_every_state_there_is_a_way_to_every_other():
    for start in State:
        reached, border = {start}, {start}
        while border:
            border = {m.edges[s] for m in MOVES.values() for s in border if s in m.edges} - reached
            reached |= border
        assert reached == set(State), start


def test_every_verb_is_used_once():
    assert len({move.verb for move in MOVES.values()}) == len(MOVES)


def test_closing_always_names_its_outcomes():
    for move in MOVES.values():
        assert (State.CLOSED in move.edges.values()) == bool(move.outcomes), move.name


def test_the_person_can_always_do_something():
    assert all(moves_from(state, Side.PERSON) for state in State)


@pytest.mark.parametrize(("state", "name"), list(product(State, MOVES)))
def test_a_move_does_what_the_table_says_and_nothing_else(state, name, concern, office, bob):
    bring_to(concern, state, office, bob)
    before, version = activities_of(concern).count(), concern.version
    move = MOVES[name]
    if state not in move.edges:
        with pytest.raises(NotPossible):
            make_move(concern, name, by=bob, **given_for(move, office, bob))
        assert activities_of(concern).count() == before
        return
    make_move(concern, name, by=bob, **given_for(move, office, bob))
    stored = Concern.objects.get(pk=concern.pk)
    assert stored.state == concern.state == move.edges[state]
    assert stored.version == version + 1
    assert stored.is_open == (stored.state in OPEN)
    assert activities_of(concern).count() == before + 1
    assert activities_of(concern).last().verb == move.verb


@pytest.mark.parametrize("name", [name for name, move in MOVES.items() if move.requires])
def test_a_move_without_what_it_requires_is_refused(name, concern, office, bob):
    move = MOVES[name]
    bring_to(concern, next(iter(move.edges)), office, bob)
    for missing in move.requires:
        given = given_for(move, office, bob)
        del given[missing]
        with pytest.raises(NotPossible):
            make_move(concern, name, by=bob, **given)


def test_closing_with_an_outcome_of_another_move_is_refused(concern, bob):
    make_move(concern, "answer", by=bob, text="Antwort")
    with pytest.raises(NotPossible):
        make_move(concern, "close", by=bob, outcome=Outcome.SPAM)


def test_the_slower_of_two_desks_changes_nothing(concern, bob, lena):
    slower = Concern.objects.get(pk=concern.pk)
    make_move(concern, "take", by=bob, assignee=bob)
    with pytest.raises(ChangedMeanwhile), transaction.atomic():
        make_move(slower, "take", by=lena, assignee=lena)
    assert Concern.objects.get(pk=concern.pk).assignee == bob

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of this component × every role."""

import pytest
from django.urls import reverse

ROLES = ("nobody", "alice", "carol", "bob", "lena", "dora", "eva", "leo", "ada")
INSIDE = {"bob": 200, "lena": 200, "dora": 404, "eva": 404, "leo": 404, "ada": 404, "alice": 404, "carol": 404}
DESKS = {**INSIDE, "dora": 200, "nobody": 302}

EXPECTED = {
    "concern_start": ([], dict.fromkeys(ROLES, 200)),
    **{
        f"concern_{step}": (["no-such-token"], dict.fromkeys(ROLES, 410))
        for step in ("words", "protection", "contact", "more", "check", "receipt")
    },
    "concern_status": ([], dict.fromkeys(ROLES, 200)),
    "concern_reply": ([], dict.fromkeys(ROLES, 405)),
    "concern_withdraw": ([], dict.fromkeys(ROLES, 302)),
    "concern_leave": ([], dict.fromkeys(ROLES, 405)),
    "concern_file": ([1], dict.fromkeys(ROLES, 404)),
    "desk_inbox": ([], DESKS),
    "desk_figures": ([], {**dict.fromkeys(ROLES, 404), "nobody": 302, "leo": 200}),
    "desk_templates": ([], DESKS),
    "desk_template": ([1], {**dict.fromkeys(ROLES, 404), "nobody": 302}),
    "desk_template_new": (["babc"], {**INSIDE, "nobody": 302, "bob": 403}),
    "desk_case": (["<reference>"], {**INSIDE, "nobody": 302}),
    "desk_deed": (["<reference>", "note"], {**INSIDE, "nobody": 302}),
    "desk_file": (["<reference>", 1], {**dict.fromkeys(ROLES, 404), "nobody": 302}),
}


@pytest.mark.parametrize("role", ROLES)
def test_each_address_answers_each_role_as_agreed(role, client, concern, request):
    if role != "nobody":
        client.force_login(request.getfixturevalue(role))
    statuses = {}
    for name, (args, expected) in EXPECTED.items():
        address = reverse(name, args=[concern.reference if arg == "<reference>" else arg for arg in args])
        if (status := client.get(address).status_code) != expected[role]:
            statuses[name] = status
    assert statuses == {}


def test_only_the_lead_may_assign(client, concern, bob, lena):
    address = reverse("desk_deed", args=[concern.reference, "assign"])
    client.force_login(bob)
    assert client.get(address).status_code == 403
    client.force_login(lena)
    assert client.get(address).status_code == 200

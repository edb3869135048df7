# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""What became of a concern: a page, an organisation, whatever a component declares a result in its
`references.py`."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model

from friedensplatz.accounts.models import User
from friedensplatz.activity.actions import record
from friedensplatz.concerns.models import Concern
from friedensplatz.directory.models import Link
from friedensplatz.pages.plug import Card, cards, kind_of


@transaction.atomic
def let_become(concern: Concern, thing: Model, *, by: User) -> None:
    """Tie a concern to the thing it became; doing so twice changes nothing."""
    _link, is_new = Link.objects.get_or_create(
        from_type=ContentType.objects.get_for_model(Concern),
        from_id=concern.pk,
        relation=Link.Relation.BECAME,
        to_type=ContentType.objects.get_for_model(thing),
        to_id=thing.pk,
    )
    if is_new:
        record(concern, "became", actor=by)


def became_of(concern: Concern) -> list[Card]:
    """What the public can read of what became of it; nothing while it runs."""
    if concern.is_open:
        return []
    links = Link.objects.filter(
        from_type=ContentType.objects.get_for_model(Concern), from_id=concern.pk, relation=Link.Relation.BECAME
    )
    models = [
        (ContentType.objects.get_for_id(kind).model_class(), pk) for kind, pk in links.values_list("to_type", "to_id")
    ]
    found = cards([(kind_of(model), pk) for model, pk in models if model])
    return sorted(found.values(), key=lambda card: card.key)

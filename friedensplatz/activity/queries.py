# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from friedensplatz.activity.models import Activity


def activities_of(thing: Model) -> QuerySet[Activity]:
    """The history of a thing in the order it was written, which no clock changes. Who may see it is for the caller to know."""
    kind = ContentType.objects.get_for_model(thing)
    return Activity.objects.filter(thing_type=kind, thing_id=str(thing.pk)).order_by("pk").select_related("actor")


def activities_on(model: type[Model], verbs: tuple[str, ...]) -> QuerySet[Activity]:
    """Deeds of these kinds on things of one model, with who did them."""
    kind = ContentType.objects.get_for_model(model)
    return Activity.objects.filter(thing_type=kind, verb__in=verbs).select_related("actor")


def activities_unheard_since(moment: dt.datetime) -> QuerySet[Activity]:
    """Deeds of which a listener has not taken note although they are older than the moment, oldest first."""
    return Activity.objects.filter(heard_at=None, at__lt=moment).select_related("thing_type")

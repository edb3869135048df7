# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows as plain content (what JSON can hold) and back."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db.models import ForeignKey, ManyToManyField, Model

from friedensplatz.core.languages import Translated, TranslatedField

Content = dict[str, Any]


def fingerprint(content: Content) -> str:
    """Equal for equal contents, whatever the order of their keys."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def said(texts: Translated) -> Translated:
    """A translated text without the languages nothing is said in."""
    return {language: text for language, text in texts.items() if text}


def key_name(model: type[Model]) -> str:
    """The field by which people and files name a thing of this model."""
    names = {field.name for field in model._meta.get_fields()}
    return next((name for name in ("slug", "number") if name in names), "pk")


def key_of(thing: Model) -> Any:
    return getattr(thing, key_name(type(thing)))


def thing_called(model: type[Model], key: Any) -> Any:
    """The thing with this key; None for no key. DoesNotExist when there is none."""
    return model._default_manager.get(**{key_name(model): key}) if key else None


def fields_of(thing: Model, names: Iterable[str]) -> Content:
    """Plain fields as they are, related things by their keys, dates as ISO 8601 has them."""
    return {name: _plain(thing, name) for name in names}


def _plain(thing: Model, name: str) -> Any:
    field = thing._meta.get_field(name)
    if isinstance(field, ManyToManyField):
        return sorted(key_of(row) for row in getattr(thing, name).all()) if thing.pk else []
    value: Any = getattr(thing, name, None)  # a thing that is not there yet lacks what it will need
    if isinstance(field, ForeignKey):
        return key_of(value) if value else None
    if isinstance(field, TranslatedField):
        return said(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def write_fields(thing: Model, content: Content) -> None:
    """The reverse of `fields_of`; saves the thing."""
    many: list[tuple[str, type[Model], list[Any]]] = []
    for name, value in content.items():
        field: Any = thing._meta.get_field(name)
        if isinstance(field, ManyToManyField):
            many.append((name, field.related_model, value))
        elif isinstance(field, ForeignKey):
            setattr(thing, name, thing_called(field.related_model, value))
        else:
            setattr(thing, name, field.to_python(value))
    thing.save()
    for name, model, keys in many:
        getattr(thing, name).set(model._default_manager.filter(**{f"{key_name(model)}__in": keys}))

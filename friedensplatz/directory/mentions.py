# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the directory names other websites."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from friedensplatz.accounts.models import User
from friedensplatz.directory.models import Contact, Office, Organisation, Source
from friedensplatz.directory.parts.content import key_of
from friedensplatz.directory.queries import things_editable_by
from friedensplatz.weblinks.plug import Mention, mentions_addresses


@mentions_addresses
def organisations(urls: Collection[str] | None, editor: User | None) -> Iterator[Mention]:
    things = things_editable_by(editor, Organisation) if editor else Organisation.objects.all()
    yield from (_mention(one.website, one, "organisation", "website") for one in _naming(things, "website", urls))


@mentions_addresses
def contacts(urls: Collection[str] | None, editor: User | None) -> Iterator[Mention]:
    for model, part in ((Office, "contact"), (Organisation, "organisation_contact")):
        things = things_editable_by(editor, model) if editor else model._default_manager.all()
        name = str(model._meta.model_name)
        rows = Contact.objects.filter(**{f"{name}__in": things}).select_related(name)
        for contact in _naming(rows, "website", urls):
            yield _mention(contact.website, getattr(contact, name), part, "website")


@mentions_addresses
def sources(urls: Collection[str] | None, editor: User | None) -> Iterator[Mention]:
    if editor is None or editor.has_perm("directory.change_source"):
        yield from (_mention(source.url, source, "source", "url") for source in _naming(Source.objects, "url", urls))


def _naming(rows: Any, field: str, urls: Collection[str] | None) -> QuerySet[Any]:
    named: QuerySet[Any] = rows.exclude(**{field: ""}).order_by("pk")
    return named if urls is None else named.filter(**{f"{field}__in": urls})


def _mention(url: str, thing: Any, part: str, field: str) -> Mention:
    return Mention(url, str(thing), f"{reverse('thing_edit', args=[part, key_of(thing)])}#id_{field}")

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""The parts of a duty: what it is, and the words of people for it."""

from friedensplatz.directory.models import Audience, District, Duty, Phrasing, Topic
from friedensplatz.directory.parts.content import Content, said
from friedensplatz.directory.parts.offices import slugs


def duty_itself(duty: Duty) -> Content:
    return {
        "title": said(duty.title),
        "summary": said(duty.summary),
        "channels": sorted(duty.channels),
        "topics": slugs(duty.topics.all()),
        "audiences": slugs(duty.audiences.all()),
        "districts": slugs(duty.districts.all()),
    }


def write_duty(duty: Duty, content: Content) -> None:
    for field in ("title", "summary", "channels"):
        setattr(duty, field, content[field])
    duty.save()
    duty.topics.set(Topic.objects.filter(slug__in=content["topics"]))
    duty.audiences.set(Audience.objects.filter(slug__in=content["audiences"]))
    duty.districts.set(District.objects.filter(slug__in=content["districts"]))


def words_of(duty: Duty) -> Content:
    """Kind of phrasing → language → texts in their order."""
    words: Content = {str(kind): {} for kind in Phrasing.Kind}
    for kind, language, text in duty.phrasings.order_by("pk").values_list("kind", "language", "text"):
        words[kind].setdefault(language, []).append(text)
    return words


def write_words(duty: Duty, content: Content) -> None:
    duty.phrasings.all().delete()
    Phrasing.objects.bulk_create(
        Phrasing(duty=duty, kind=kind, language=language, text=text)
        for kind, by_language in content.items()
        for language, texts in by_language.items()
        for text in texts
    )

# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

"""One form for each part of a duty."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.core.forms import LANGUAGES
from friedensplatz.core.templatetags.fp import language_name
from friedensplatz.directory.forms.offices import REVIEW, day_field, named_choices, slugs_field
from friedensplatz.directory.forms.parts import PartForm
from friedensplatz.directory.models import Audience, District, Phrasing, Topic
from friedensplatz.directory.parts.content import Content

CHANNELS = [("mail", _("by mail")), ("phone", _("by telephone")), ("visit", _("in person")), ("web", _("online"))]


class DutyForm(PartForm):
    part = "duty"
    texts = {"title": (_("Title"), 1), "summary": (_("What we do for you"), 3)}
    required_texts = frozenset({"title"})
    channels = forms.MultipleChoiceField(
        label=_("Ways"), choices=CHANNELS, required=False, widget=forms.CheckboxSelectMultiple
    )
    topics = slugs_field(_("Topics"))
    audiences = slugs_field(_("For whom"))
    districts = forms.MultipleChoiceField(
        label=_("Only in these districts"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None = in the whole city"),
    )
    review_by = day_field(_("To be read again by"), required=False, help_text=REVIEW)
    trial = forms.CharField(label=_("What would the door answer?"), required=False, max_length=5_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose(topics=named_choices(Topic), audiences=named_choices(Audience), districts=named_choices(District))


class WordsForm(PartForm):
    """The words of people, one phrasing a line: to be typed, pasted, changed and deleted as text."""

    part = "words"
    texts = {"example": (_("How people say it, one phrasing a line"), 10), "term": (_("Everyday words"), 4)}
    trial = forms.CharField(label=_("What would the door answer?"), required=False, max_length=5_000)

    def __init__(self, data: Any = None, *, content: Content) -> None:
        self.written_in = languages_of_words()
        super().__init__(data, content=content)

    def shown(self, content: Content) -> Content:
        shown: dict[str, dict[str, str]] = {kind: {} for kind in self.texts}
        for row in content["rows"]:
            texts = shown[row["kind"]]
            texts[row["language"]] = "\n".join(filter(None, [texts.get(row["language"]), row["text"]]))
        return dict(shown)

    def answers(self) -> Content:
        content = super().answers()
        rows = [
            {"kind": kind, "language": language, "text": text}
            for kind in sorted(self.texts)
            for language, lines in sorted(content[kind].items())
            for text in _lines(lines)
        ]
        return {"seen": content["seen"], "rows": rows}


def languages_of_words() -> list[tuple[str, Any]]:
    """The languages of the pages, easy language, and any other in which there are words already."""
    known = dict(LANGUAGES)
    used = Phrasing.objects.order_by("language").values_list("language", flat=True).distinct()
    return [*LANGUAGES, *((code, language_name(code)) for code in used if code not in known)]


def _lines(text: str) -> list[str]:
    """The lines in which something stands, each once."""
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))

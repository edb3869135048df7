# SPDX-FileCopyrightText: 2026 Friedensplatz contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from friedensplatz.search.bets import folded
from friedensplatz.search.models import SynonymGroup, WordPart

MOST_WORDS, LONGEST_EXPRESSION = 30, 80


class SynonymForm(forms.ModelForm):  # type: ignore[type-arg]
    """Words that mean the same, one expression a line."""

    words = forms.CharField(
        label=_("Words and expressions"),
        help_text=_("One a line, at least two. Who searches for one of them finds the others too."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    class Meta:
        model = SynonymGroup
        fields = ["language", "words"]

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=languages)
        if self.instance.pk:
            self.initial["words"] = "\n".join(self.instance.words)

    def clean_words(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["words"].splitlines()]
        words = list(dict.fromkeys(line for line in lines if line))
        if len(words) < 2:
            raise forms.ValidationError(_("Write at least two words, one a line."), code="too_few")
        if len(words) > MOST_WORDS or max(map(len, words)) > LONGEST_EXPRESSION:
            raise forms.ValidationError(_("That is too much: 30 lines of 80 letters are the limit."), code="too_much")
        return words


class PartForm(forms.ModelForm):  # type: ignore[type-arg]
    """A word that compounds are split into, or that must not split them."""

    class Meta:
        model = WordPart
        fields = ["text", "kind"]

    def clean_text(self) -> str:
        word = str(self.cleaned_data["text"]).strip().lower()
        if not word.isalpha():
            raise forms.ValidationError(_("Write one word, letters only."), code="not_a_word")
        return word

    def validate_unique(self) -> None:
        """A word the index has learnt by itself may be taken over; one that a person wrote may not be written twice."""
        same = WordPart.objects.filter(text=self.cleaned_data.get("text", ""), learnt=False).exclude(
            pk=self.instance.pk
        )
        if same.exists():
            self.add_error("text", forms.ValidationError(_("This word is in the list already."), code="unique"))


class BetForm(forms.Form):
    """What stands first for some words. `things` are the hits to choose from."""

    words = forms.CharField(label=_("Words somebody looks for"), max_length=80)
    thing = forms.ChoiceField(label=_("What stands first"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Why it stands first"), max_length=200, help_text=_("For your colleagues."))
    until = forms.DateField(
        label=_("Last day"), required=False, help_text=_("Empty = for good."), widget=forms.DateInput({"type": "date"})
    )

    def __init__(self, *args: Any, things: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["thing"].choices = things  # type: ignore[attr-defined]

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        if not folded(words):
            raise forms.ValidationError(_("Write at least one word."), code="no_word")
        return words
